package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposals that the office did not take in, and how proposals stand for those who made them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ProposalRefusals extends GenericRepository<Organisation, Long> {

    /** Notes a refusal. */
    @Query("INSERT INTO organisation_refusal (organisation_id, reason, refused_at, refused_by)"
            + " VALUES (:organisationId, :reason, :at, :by)")
    void refuse(long organisationId, String reason, Instant at, long by);

    /** Why a proposal was refused, if it was. */
    @Query("SELECT reason FROM organisation_refusal WHERE organisation_id = :organisationId")
    Optional<String> reason(long organisationId);

    /** What a person proposed and the office has not taken in, the last first. */
    @Query("SELECT o.slug, o.name, o.created_at, f.reason FROM organisation o"
            + " LEFT JOIN organisation_refusal f ON f.organisation_id = o.id"
            + " WHERE o.proposed_by = :personId AND o.listed_at IS NULL AND o.merged_into IS NULL"
            + " ORDER BY o.id DESC LIMIT :limit")
    List<Proposal> of(long personId, int limit);

    /**
     * A proposal, as its proposer sees it.
     *
     * @param slug of the organisation
     * @param name of the organisation
     * @param createdAt when it was proposed
     * @param reason why it was refused, null while it waits
     */
    @Introspected
    record Proposal(
            String slug,
            String name,
            Instant createdAt,
            @io.micronaut.core.annotation.Nullable @Nullable String reason) {}
}
