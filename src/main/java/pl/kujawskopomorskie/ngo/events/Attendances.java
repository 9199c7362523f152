package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Rows of who was where. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Attendances extends GenericRepository<Attendance, Long> {

    /** Saves new ones; two of a person at the same door that were not taken back are refused by the database. */
    List<Attendance> saveAll(Iterable<Attendance> attendances);

    /**
     * Notes that one was there. When it is known already, from another door or an earlier try, only the time becomes the earlier
     * one: whoever sends what, in whatever order and however often, the row comes out the same.
     *
     * @return 1 for a new row; else another number, which the two databases do not agree upon
     */
    @Query("INSERT INTO attendance (event_id, session_id, attendee_id, walk_in_id, mode, how, came_at, recorded_at,"
            + " recorded_by, door) VALUES (:eventId, :sessionId, :attendeeId, :walkInId, :mode, :how, :cameAt,"
            + " :recordedAt, :recordedBy, :door)"
            + " ON DUPLICATE KEY UPDATE came_at = LEAST(came_at, VALUES(came_at))")
    int note(
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
}
