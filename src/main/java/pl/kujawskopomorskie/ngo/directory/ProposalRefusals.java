package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
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

    /** Which of some organisations were refused. */
    @Query("SELECT organisation_id FROM organisation_refusal WHERE organisation_id IN (:ids)")
    List<Long> refused(Collection<Long> ids);

    /** Who proposed an organisation that is not listed: its entry, or one that was merged into it. */
    @Query("SELECT DISTINCT proposed_by FROM organisation WHERE (id = :organisationId OR merged_into = :organisationId)"
            + " AND listed_at IS NULL AND proposed_by IS NOT NULL ORDER BY proposed_by LIMIT 100")
    List<Long> proposers(long organisationId);

    /** What a person proposed and the office has not taken in as it was, before one that is known, the last first. */
    @Query("SELECT o.id, o.slug, o.name, o.created_at, COALESCE(f.reason, mf.reason) AS reason,"
            + " o.merged_into, CASE WHEN m.listed_at IS NULL THEN NULL ELSE m.slug END AS merged_slug,"
            + " m.name AS merged_name FROM organisation o"
            + " LEFT JOIN organisation_refusal f ON f.organisation_id = o.id"
            + " LEFT JOIN organisation m ON m.id = o.merged_into"
            + " LEFT JOIN organisation_refusal mf ON mf.organisation_id = o.merged_into"
            + " WHERE o.proposed_by = :personId AND o.listed_at IS NULL AND o.id < :before"
            + " ORDER BY o.id DESC LIMIT :limit")
    List<Proposal> of(long personId, long before, int limit);

    /**
     * A proposal, as its proposer sees it.
     *
     * @param id key of the organisation
     * @param slug of the organisation
     * @param name of the organisation
     * @param createdAt when it was proposed
     * @param reason why it was refused, null while it waits
     * @param mergedInto key of the entry that it was found to be the same as, or null
     * @param mergedSlug of the public entry that it is part of now, or null
     * @param mergedName name of the entry that it is part of now, or null
     */
    @Introspected
    record Proposal(
            long id,
            String slug,
            String name,
            Instant createdAt,
            @io.micronaut.core.annotation.Nullable @Nullable String reason,
            @Nullable Long mergedInto,
            @Nullable String mergedSlug,
            @Nullable String mergedName) {}
}
