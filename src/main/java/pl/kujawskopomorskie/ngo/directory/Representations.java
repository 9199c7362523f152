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

/** Rows of who speaks for whom. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Representations extends GenericRepository<Representation, Long> {

    /** Saves a new one. A person's second one that waits, or that holds, in an organisation is refused by the database. */
    Representation save(Representation representation);

    /** Notes the office's decision on one that waits. */
    @Query("UPDATE representation SET accepted = :accepted, reason = :reason, decided_at = :at, decided_by = :by,"
            + " revision = revision + 1 WHERE id = :id AND decided_at IS NULL")
    void decide(long id, boolean accepted, String reason, Instant at, long by);

    /** Refuses all who wait for an organisation. */
    @Query("UPDATE representation SET accepted = FALSE, reason = :reason, decided_at = :at, decided_by = :by,"
            + " revision = revision + 1 WHERE organisation_id = :organisationId AND decided_at IS NULL")
    void refuseWaiting(long organisationId, String reason, Instant at, long by);

    /** Those who wait for an organisation, locked until the transaction ends. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id = :organisationId AND standing = 1 ORDER BY id FOR UPDATE")
    List<Representation> lockWaiting(long organisationId);

    /** Takes back a request that nobody has decided on. */
    @Query("DELETE FROM representation WHERE id = :id AND decided_at IS NULL")
    void withdraw(long id);

    /** Those that hold or wait in some organisations, locked until the transaction ends. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id IN (:organisationIds) AND living = 1 ORDER BY id FOR UPDATE")
    List<Representation> lockLiving(List<Long> organisationIds);

    /** How many requests wait for the office. */
    @Query("SELECT COUNT(*) FROM representation WHERE decided_at IS NULL")
    long countWaiting();

    /** Forgets what a person asked for and did not get. */
    @Query("DELETE FROM representation WHERE person_id = :personId AND (accepted IS NULL OR accepted = FALSE)")
    void forgetUnheld(long personId);

    /** Ends all that a person holds and forgets what was said of them. */
    @Query(
            "UPDATE representation SET statement = '', reason = '', file_id = NULL, ended_by = COALESCE(ended_by, :personId),"
                    + " ended_at = COALESCE(ended_at, :at), revision = revision + 1 WHERE person_id = :personId")
    void endAll(long personId, Instant at);

    /**
     * Forgets what was said, and the papers that were sent, for rights that were refused or ended before a moment; how many
     * rows that were.
     */
    @Query("UPDATE representation SET statement = '', file_id = NULL, revision = revision + 1"
            + " WHERE (statement <> '' OR file_id IS NOT NULL)"
            + " AND (accepted = FALSE AND decided_at < :before OR ended_at < :before) LIMIT :limit")
    int forgetWords(Instant before, int limit);

    /** What a person said when asking, the last first. */
    @Query(
            "SELECT o.slug, o.name, r.kind, r.basis, r.statement, f.name AS file_name, r.asked_at, r.accepted, r.decided_at,"
                    + " r.reason, r.ended_at FROM representation r JOIN organisation o ON o.id = r.organisation_id"
                    + " LEFT JOIN stored_file f ON f.id = r.file_id"
                    + " WHERE r.person_id = :personId ORDER BY r.id DESC LIMIT 1000")
    List<Statement> statements(long personId);

    /** Ends one that holds. */
    @Query("UPDATE representation SET ended_at = :at, ended_by = :by, revision = revision + 1"
            + " WHERE id = :id AND accepted = TRUE AND ended_at IS NULL")
    void end(long id, Instant at, long by);

    /** One of an organisation's, locked until the transaction ends. */
    @Query("SELECT * FROM representation WHERE id = :id AND organisation_id = :organisationId FOR UPDATE")
    Optional<Representation> lock(long id, long organisationId);

    /** What a person asked for in an organisation and the office has not decided. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id = :organisationId AND person_id = :personId AND standing = 1")
    Optional<Representation> asked(long organisationId, long personId);

    /** The right that a person holds in an organisation at this moment; for what is only shown. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id = :organisationId AND person_id = :personId AND standing = 2")
    Optional<Representation> held(long organisationId, long personId);

    /** The same, kept from ending until the transaction does; for what is done by that right. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id = :organisationId AND person_id = :personId AND standing = 2"
                    + " FOR UPDATE")
    Optional<Representation> lockHeld(long organisationId, long personId);

    /** The key of the paper that came with a request to represent an organisation. */
    @Query("SELECT file_id FROM representation WHERE id = :id AND organisation_id = :organisationId"
            + " AND file_id IS NOT NULL")
    Optional<Long> file(long id, long organisationId);

    /** Who speaks for an organisation, representatives first. */
    @Query("SELECT r.id, r.kind, r.basis, r.person_id, p.display_name, p.email FROM representation r"
            + " JOIN person p ON p.id = r.person_id WHERE r.organisation_id = :organisationId AND r.standing = 2"
            + " ORDER BY r.kind DESC, r.id LIMIT :limit")
    List<Holder> holders(long organisationId, int limit);

    /** Who speaks for an organisation or asked to, with what they said; those who wait first. For the office. */
    @Query(
            "SELECT r.id, r.kind, r.basis, r.statement, f.name AS file_name, r.accepted, r.person_id, p.display_name, p.email"
                    + " FROM representation r JOIN person p ON p.id = r.person_id"
                    + " LEFT JOIN stored_file f ON f.id = r.file_id"
                    + " WHERE r.organisation_id = :organisationId AND r.living = 1 ORDER BY r.accepted IS NOT NULL, r.kind DESC, r.id LIMIT :limit")
    List<Representative> of(long organisationId, int limit);

    /** Requests that the office has yet to decide, after one that is known, the oldest first. */
    @Query("SELECT r.id, o.slug, o.name, p.display_name, r.asked_at, o.listed_at FROM representation r"
            + " JOIN organisation o ON o.id = r.organisation_id JOIN person p ON p.id = r.person_id"
            + " WHERE r.decided_at IS NULL AND r.ended_at IS NULL AND r.id > :after ORDER BY r.id LIMIT :limit")
    List<Request> waiting(long after, int limit);

    /** All representations of a person, past ones too, the last first. */
    @Query(
            "SELECT o.slug, o.name, r.kind, r.asked_at, r.accepted, r.decided_at, r.reason, r.ended_at FROM representation r"
                    + " JOIN organisation o ON o.id = r.organisation_id WHERE r.person_id = :personId ORDER BY r.id DESC LIMIT 200")
    List<Standing> standings(long personId);

    /** The organisation that a person speaks for now, if they speak for that one. */
    @Query("SELECT o.id AS organisation_id, o.slug, o.name, r.kind FROM representation r"
            + " JOIN organisation o ON o.id = r.organisation_id"
            + " WHERE r.person_id = :personId AND o.slug = :slug AND r.living = 1 AND r.accepted = TRUE"
            + " AND o.listed_at IS NOT NULL AND o.merged_into IS NULL AND o.state <> 'STRUCK_OFF'")
    Optional<Voice> voice(long personId, String slug);

    /** The organisations that a person speaks for now, by name. */
    @Query("SELECT o.id AS organisation_id, o.slug, o.name, r.kind FROM representation r"
            + " JOIN organisation o ON o.id = r.organisation_id"
            + " WHERE r.person_id = :personId AND r.living = 1 AND r.accepted = TRUE AND o.listed_at IS NOT NULL"
            + " AND o.merged_into IS NULL AND o.state <> 'STRUCK_OFF' ORDER BY o.name, o.id")
    List<Voice> voicesOf(long personId);

    /**
     * Somebody who speaks for an organisation.
     *
     * @param id key of the representation
     * @param kind what it lets the person do
     * @param basis on what grounds
     * @param personId who
     * @param displayName the person's name
     * @param email the person's address
     */
    @Introspected
    record Holder(
            long id,
            Representation.Kind kind,
            Representation.Basis basis,
            long personId,
            String displayName,
            String email) {}

    /**
     * Somebody who speaks for an organisation or asked to, as the office sees them.
     *
     * @param id key of the representation
     * @param kind what it lets the person do
     * @param basis on what grounds
     * @param statement in the person's words
     * @param fileName name of the paper that came with it, null for none
     * @param accepted the decision, null while it waits
     * @param personId who
     * @param displayName the person's name
     * @param email the person's address
     */
    @Introspected
    record Representative(
            long id,
            Representation.Kind kind,
            Representation.Basis basis,
            String statement,
            @io.micronaut.core.annotation.Nullable @Nullable String fileName,
            @Nullable Boolean accepted,
            long personId,
            String displayName,
            String email) {}

    /**
     * A request that waits for the office.
     *
     * @param id key of the representation that is asked for
     * @param slug of the organisation
     * @param name of the organisation
     * @param displayName who asks
     * @param askedAt when
     * @param listedAt when the organisation was taken into the directory, null while it is a proposal
     */
    @Introspected
    record Request(
            long id,
            String slug,
            String name,
            String displayName,
            Instant askedAt,
            @Nullable Instant listedAt) {}

    /**
     * What a person asked for, in their own words.
     *
     * @param slug of the organisation
     * @param name of the organisation
     * @param kind what it let the person do
     * @param basis on what grounds
     * @param statement what the person said
     * @param fileName name of the paper that the person sent, null for none
     * @param askedAt when
     * @param accepted the decision, null while it waits
     * @param decidedAt when it was decided
     * @param reason of the decision
     * @param endedAt when it ended
     */
    @Introspected
    record Statement(
            String slug,
            String name,
            Representation.Kind kind,
            Representation.Basis basis,
            String statement,
            @io.micronaut.core.annotation.Nullable @Nullable String fileName,
            Instant askedAt,
            @Nullable Boolean accepted,
            @Nullable Instant decidedAt,
            String reason,
            @Nullable Instant endedAt) {}

    /**
     * How a person stands to an organisation, or once stood.
     *
     * @param slug of the organisation
     * @param name of the organisation
     * @param kind what it let the person do
     * @param askedAt when it was asked for
     * @param accepted the decision, null while it waits
     * @param decidedAt when it was decided
     * @param reason of the decision
     * @param endedAt when it ended
     */
    @Introspected
    record Standing(
            String slug,
            String name,
            Representation.Kind kind,
            Instant askedAt,
            @Nullable Boolean accepted,
            @Nullable Instant decidedAt,
            String reason,
            @Nullable Instant endedAt) {}
}
