package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of who was where. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Attendances extends GenericRepository<Attendance, Long> {

    /** Saves new ones; two of a person at the same door that were not taken back are refused by the database. */
    List<Attendance> saveAll(Iterable<Attendance> attendances);

    /**
     * Notes that one was there. When it is known already, from another door or an earlier try, only the time becomes the earlier
     * one, and how and where they came then: whoever sends what, in whatever order and however often, the row comes out the same.
     */
    @Query("INSERT INTO attendance (event_id, session_id, attendee_id, walk_in_id, mode, how, came_at, recorded_at,"
            + " recorded_by, door) VALUES (:eventId, :sessionId, :attendeeId, :walkInId, :mode, :how, :cameAt,"
            + " :recordedAt, :recordedBy, :door)"
            // From left to right, so that the time comes last: the others are compared by the one that stood there.
            + " ON DUPLICATE KEY UPDATE how = IF(VALUES(came_at) < came_at, VALUES(how), how),"
            + " door = IF(VALUES(came_at) < came_at, VALUES(door), door), came_at = LEAST(came_at, VALUES(came_at))")
    void note(
            long eventId,
            @io.micronaut.core.annotation.Nullable Long sessionId,
            @io.micronaut.core.annotation.Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable Long walkInId,
            Mode mode,
            Attendance.How how,
            Instant cameAt,
            Instant recordedAt,
            @io.micronaut.core.annotation.Nullable Long recordedBy,
            String door);

    /** Whether one who registered was there, at the event or in a session of it. */
    @Query("SELECT EXISTS (SELECT 1 FROM attendance WHERE attendee_id = :attendeeId AND withdrawn_at IS NULL)")
    boolean wasThere(long attendeeId);

    /** Who of a registration was there. */
    @Query("SELECT DISTINCT t.attendee_id FROM attendance t JOIN attendee a ON a.id = t.attendee_id"
            + " WHERE a.registration_id = :registrationId AND t.withdrawn_at IS NULL")
    List<Long> ofRegistration(long registrationId);

    /** That one who registered was there and it was not taken back; 0 for the event as a whole. */
    @Query("SELECT * FROM attendance WHERE attendee_id = :attendeeId AND at_session = :atSession AND living = 1")
    Optional<Attendance> living(long attendeeId, long atSession);

    /** The same of one who had not registered. */
    @Query("SELECT * FROM attendance WHERE walk_in_id = :walkInId AND at_session = :atSession AND living = 1")
    Optional<Attendance> livingWalkIn(long walkInId, long atSession);

    /** One of an event by its key. */
    @Query("SELECT * FROM attendance WHERE id = :id AND event_id = :eventId")
    Optional<Attendance> of(long eventId, long id);

    /** Takes one back by its key. */
    @Query("UPDATE attendance SET withdrawn_at = :at, withdrawn_by = :by WHERE id = :id AND withdrawn_at IS NULL")
    int withdraw(long id, Instant at, long by);

    /** Takes back that a person was there. */
    @Query("UPDATE attendance SET withdrawn_at = :at, withdrawn_by = :by WHERE withdrawn_at IS NULL"
            + " AND (attendee_id = :attendeeId OR walk_in_id = :walkInId) AND COALESCE(session_id, 0) = :atSession")
    void withdraw(
            @io.micronaut.core.annotation.Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable Long walkInId,
            long atSession,
            Instant at,
            long by);
}
