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

    /** Saves a new one. A second living one of a person in an organisation is refused by the database. */
    Representation save(Representation representation);

    Representation update(Representation representation);

    /** Notes the office's decision on one that waits. */
    @Query("UPDATE representation SET accepted = :accepted, reason = :reason, decided_at = :at, decided_by = :by,"
            + " revision = revision + 1 WHERE id = :id AND decided_at IS NULL")
    void decide(long id, boolean accepted, String reason, Instant at, long by);

    /** Refuses all who wait for an organisation. */
    @Query("UPDATE representation SET accepted = FALSE, reason = :reason, decided_at = :at, decided_by = :by,"
            + " revision = revision + 1 WHERE organisation_id = :organisationId AND decided_at IS NULL")
    void refuseWaiting(long organisationId, String reason, Instant at, long by);

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
    @Query("UPDATE representation SET statement = '', reason = '', ended_by = COALESCE(ended_by, :personId),"
            + " ended_at = COALESCE(ended_at, :at), revision = revision + 1 WHERE person_id = :personId")
    void endAll(long personId, Instant at);

    /** Forgets the invitations that went to a person's address. */
    @Query("DELETE i FROM editor_invitation i JOIN person p ON p.email_key = i.email_key WHERE p.id = :personId")
    void forgetInvitations(long personId);

    /** Names of organisations that have invited a person's address. */
    @Query("SELECT o.name FROM editor_invitation i JOIN person p ON p.email_key = i.email_key"
            + " JOIN organisation o ON o.id = i.organisation_id WHERE p.id = :personId ORDER BY i.id LIMIT 200")
    List<String> invitationsTo(long personId);

    /** What a person said when asking, the last first. */
    @Query(
            "SELECT o.slug, o.name, r.kind, r.basis, r.statement, r.asked_at, r.accepted, r.decided_at, r.reason, r.ended_at"
                    + " FROM representation r JOIN organisation o ON o.id = r.organisation_id"
                    + " WHERE r.person_id = :personId ORDER BY r.id DESC LIMIT 1000")
    List<Statement> statements(long personId);

    /** Ends one that holds. */
    @Query("UPDATE representation SET ended_at = :at, ended_by = :by, revision = revision + 1"
            + " WHERE id = :id AND accepted = TRUE AND ended_at IS NULL")
    void end(long id, Instant at, long by);

    /** One of an organisation's, locked until the transaction ends. */
    @Query("SELECT * FROM representation WHERE id = :id AND organisation_id = :organisationId FOR UPDATE")
    Optional<Representation> lock(long id, long organisationId);

    /** The one that holds or waits, of a person in an organisation. */
    @Query(
            "SELECT * FROM representation WHERE organisation_id = :organisationId AND person_id = :personId AND living = 1")
    Optional<Representation> living(long organisationId, long personId);

    /** Who speaks for an organisation or asked to, those who wait first. */
    @Query(
            "SELECT r.id, r.kind, r.basis, r.statement, r.asked_at, r.accepted, r.decided_at, r.reason, r.revision, r.person_id,"
                    + " p.display_name, p.email FROM representation r JOIN person p ON p.id = r.person_id"
                    + " WHERE r.organisation_id = :organisationId AND r.living = 1 ORDER BY r.accepted IS NOT NULL, r.kind DESC, r.id")
    List<Representative> of(long organisationId);

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
     * Somebody who speaks for an organisation or asked to.
     *
     * @param id key of the representation
     * @param kind what it lets the person do
     * @param basis on what grounds
     * @param statement in the person's words
     * @param askedAt when
     * @param accepted the decision, null while it waits
     * @param decidedAt when it was decided
     * @param reason of the decision
     * @param revision of the row
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
            Instant askedAt,
            @Nullable Boolean accepted,
            @Nullable Instant decidedAt,
            String reason,
            int revision,
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
