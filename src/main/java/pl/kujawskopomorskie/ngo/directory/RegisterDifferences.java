package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the court register says otherwise than the directory. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RegisterDifferences extends GenericRepository<Organisation, Long> {

    /** Proposes a fact of the register. */
    @Query("INSERT INTO register_difference (organisation_id, field, register_value, seen_at, settled)"
            + " VALUES (:organisationId, :field, :value, :seenAt, 0)")
    void propose(long organisationId, OrganisationField field, String value, Instant seenAt);

    /** Drops the proposals that wait for an organisation: the register was asked anew. */
    @Query("DELETE FROM register_difference WHERE organisation_id = :organisationId AND settled = 0")
    void forgetWaiting(long organisationId);

    /** How often a clerk has refused this very value, which is then not proposed again every night. */
    @Query("SELECT COUNT(*) FROM register_difference WHERE organisation_id = :organisationId AND field = :field"
            + " AND register_value = :value AND accepted = FALSE")
    long refusals(long organisationId, OrganisationField field, String value);

    /** Proposals that wait and were made after one, the oldest first; those of an organisation were made together. */
    @Query(
            "SELECT d.id, d.organisation_id, o.slug, o.name, d.field, d.register_value, d.seen_at FROM register_difference d"
                    + " JOIN organisation o ON o.id = d.organisation_id"
                    + " WHERE d.settled = 0 AND d.id > :after AND o.merged_into IS NULL ORDER BY d.id LIMIT :limit")
    List<Difference> waiting(long after, int limit);

    /** How many wait. */
    @Query("SELECT COUNT(*) FROM register_difference d JOIN organisation o ON o.id = d.organisation_id"
            + " WHERE d.settled = 0 AND o.merged_into IS NULL")
    long countWaiting();

    /** One that waits. */
    @Query(
            "SELECT d.id, d.organisation_id, o.slug, o.name, d.field, d.register_value, d.seen_at FROM register_difference d"
                    + " JOIN organisation o ON o.id = d.organisation_id"
                    + " WHERE d.id = :id AND d.settled = 0 AND o.merged_into IS NULL")
    Optional<Difference> find(long id);

    /** Notes what a clerk decided, unless somebody did before. */
    @Query("UPDATE register_difference SET settled = id, settled_at = :at, settled_by = :by, accepted = :accepted"
            + " WHERE id = :id AND settled = 0")
    long settle(long id, Instant at, long by, boolean accepted);

    /** Organisations whose comparison is due, those first that the register was not asked about for the longest time. */
    @Query("SELECT id FROM organisation WHERE krs IS NOT NULL AND listed_at IS NOT NULL AND merged_into IS NULL"
            + " AND (krs_checked_at IS NULL OR krs_checked_at < :before) ORDER BY krs_tried_at, id LIMIT :limit")
    List<Long> due(Instant before, int limit);

    /** Notes that the register is asked about an organisation, whatever comes of it. */
    @Query("UPDATE organisation SET krs_tried_at = :at WHERE id = :id")
    void tried(long id, Instant at);

    /** Notes that an organisation was compared. */
    @Query("UPDATE organisation SET krs_checked_at = :at WHERE id = :id")
    void compared(long id, Instant at);

    /** When the register last answered about any organisation. */
    @Query("SELECT MAX(krs_checked_at) FROM organisation")
    Optional<Instant> lastCompared();

    /**
     * A proposal.
     *
     * @param id key of the row
     * @param organisationId key of the organisation
     * @param slug of the organisation
     * @param name of the organisation
     * @param field which fact
     * @param registerValue what the register says
     * @param seenAt when it said so
     */
    @Introspected
    record Difference(
            long id,
            long organisationId,
            String slug,
            String name,
            OrganisationField field,
            String registerValue,
            Instant seenAt) {}
}
