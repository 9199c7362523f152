package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Moves rows of one organisation to another one, whole sets at a time. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MergedRows extends GenericRepository<Organisation, Long> {

    @Query("UPDATE representation SET organisation_id = :to, revision = revision + 1 WHERE organisation_id = :from")
    void moveRepresentations(long from, long to);

    /** An address that the other one has invited too keeps that invitation. */
    @Query("DELETE a FROM editor_invitation a JOIN editor_invitation b ON b.email_key = a.email_key"
            + " AND b.organisation_id = :to WHERE a.organisation_id = :from")
    void dropInvitationsKnownTo(long from, long to);

    @Query("UPDATE editor_invitation SET organisation_id = :to WHERE organisation_id = :from")
    void moveInvitations(long from, long to);

    @Query("DELETE FROM register_difference WHERE organisation_id = :from AND settled = 0")
    void dropWaitingDifferences(long from);

    @Query("UPDATE register_difference SET organisation_id = :to WHERE organisation_id = :from")
    void moveDifferences(long from, long to);

    /** An entry that asked never to be invited again has asked so for both; the earliest asking counts. */
    @Query("UPDATE organisation s JOIN organisation e ON e.id = :from SET s.uninvited_at ="
            + " LEAST(e.uninvited_at, COALESCE(s.uninvited_at, e.uninvited_at)), s.revision = s.revision + 1"
            + " WHERE s.id = :to AND e.uninvited_at IS NOT NULL")
    void moveDeclining(long from, long to);

    /** Old addresses of entries that were merged before lead to the one that stays. */
    @Query("UPDATE organisation SET merged_into = :to WHERE merged_into = :from")
    void moveEarlierMerges(long from, long to);

    /** Ends an entry: it stands for another one from now on, and its numbers are free. */
    @Query("UPDATE organisation SET merged_into = :to, krs = NULL, regon = NULL, nip = NULL, change_number = :number,"
            + " changed_at = :at, revision = revision + 1 WHERE id = :from")
    void end(long from, long to, Instant at, long number);
}
