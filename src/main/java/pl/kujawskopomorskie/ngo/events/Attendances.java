package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of who was where. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Attendances extends GenericRepository<Attendance, Long> {

    /** A new row. */
    String INSERT =
            "INSERT INTO attendance (event_id, session_id, attendee_id, walk_in_id, mode, how, came_at, recorded_at,"
                    + " recorded_by, door) VALUES (:eventId, :sessionId, :attendeeId, :walkInId, :mode, :how, :cameAt,"
                    + " :recordedAt, :recordedBy, :door)";

    /**
     * Notes that one was there. When it is known already, from another door or an earlier try, only the time becomes the earlier
     * one, and where they came then: whoever sends what, in whatever order and however often, the row comes out the same. Who
     * watched the stream and came to the room is there on site; who is there on site and opens the stream stays so. What the office
     * took from a list on paper stays its word.
     */
    @Query(INSERT
            // From left to right, so that what is compared is written last.
            + " ON DUPLICATE KEY UPDATE"
            + " watched_at = IF(mode = 'ONLINE' AND VALUES(mode) = 'ON_SITE', came_at, watched_at),"
            + " recorded_by = IF(mode = 'ONLINE' AND VALUES(mode) = 'ON_SITE', VALUES(recorded_by), recorded_by),"
            + " door = IF(mode = 'ONLINE' AND VALUES(mode) = 'ON_SITE' OR mode = VALUES(mode) AND how <> 'ON_LIST'"
            + " AND VALUES(came_at) < came_at, VALUES(door), door),"
            + " how = IF(mode = 'ONLINE' AND VALUES(mode) = 'ON_SITE' OR mode = VALUES(mode) AND how <> 'ON_LIST'"
            + " AND VALUES(came_at) < came_at, VALUES(how), how),"
            + " came_at = IF(mode = 'ONLINE' AND VALUES(mode) = 'ON_SITE', VALUES(came_at),"
            + " IF(mode = VALUES(mode), LEAST(came_at, VALUES(came_at)), came_at)),"
            + " mode = IF(VALUES(mode) = 'ON_SITE', VALUES(mode), mode)")
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

    /** Notes that one was there on site who is not known to have been; whoever is known to have been stays as they are. */
    @Query(INSERT + " ON DUPLICATE KEY UPDATE watched_at = IF(mode = 'ONLINE', came_at, watched_at),"
            + " recorded_by = IF(mode = 'ONLINE', VALUES(recorded_by), recorded_by),"
            + " door = IF(mode = 'ONLINE', VALUES(door), door), how = IF(mode = 'ONLINE', VALUES(how), how),"
            + " came_at = IF(mode = 'ONLINE', VALUES(came_at), came_at), mode = VALUES(mode)")
    void noteUnlessKnown(
            long eventId,
            @io.micronaut.core.annotation.Nullable Long sessionId,
            long attendeeId,
            @io.micronaut.core.annotation.Nullable Long walkInId,
            Mode mode,
            Attendance.How how,
            Instant cameAt,
            Instant recordedAt,
            long recordedBy,
            String door);

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

    /** Takes back that a person was seen at a door; what the office or the stream tells of them is not the door's to take back. */
    @Query(
            "UPDATE attendance SET withdrawn_at = :at, withdrawn_by = :by WHERE withdrawn_at IS NULL AND mode = 'ON_SITE'"
                    + " AND how IN ('SCANNED', 'TYPED', 'BY_NAME', 'WALK_IN') AND watched_at IS NULL"
                    + " AND (attendee_id = :attendeeId OR walk_in_id = :walkInId) AND COALESCE(session_id, 0) = :atSession")
    int withdrawFromDoor(
            @io.micronaut.core.annotation.Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable Long walkInId,
            long atSession,
            Instant at,
            long by);

    /** The same of one who watched the stream before: that remains. */
    @Query("UPDATE attendance SET mode = 'ONLINE', how = 'STREAM', door = '', recorded_by = NULL, came_at = watched_at,"
            + " watched_at = NULL WHERE withdrawn_at IS NULL AND watched_at IS NOT NULL AND mode = 'ON_SITE'"
            + " AND how IN ('SCANNED', 'TYPED', 'BY_NAME', 'WALK_IN')"
            + " AND attendee_id = :attendeeId AND COALESCE(session_id, 0) = :atSession")
    int backToStream(long attendeeId, long atSession);
}
