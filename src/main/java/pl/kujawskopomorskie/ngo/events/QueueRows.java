package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which people wait for a session by one mode, and how it changed. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface QueueRows extends GenericRepository<Booking, Long> {

    /** Who waits, in order. The first has rank one above the offset. */
    @Query("SELECT b.id, b.queue_number, a.name, r.id AS registration_id, r.email, r.organisation_name,"
            + " b.created_at, r.confirmed_at FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id"
            + " WHERE b.session_id = :sessionId AND b.mode = :mode AND b.state = 'WAITING'"
            + " AND r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now)"
            + " ORDER BY b.queue_number LIMIT :limit OFFSET :offset")
    List<Waiting> waiting(long sessionId, Mode mode, Instant now, int limit, int offset);

    /** How many wait before a number. */
    @Query("SELECT COUNT(*) FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id"
            + " WHERE b.session_id = :sessionId AND b.mode = :mode AND b.state = 'WAITING' AND b.queue_number < :number"
            + " AND r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now)")
    int before(long sessionId, Mode mode, long number, Instant now);

    /** Takes the numbers from those who wait between two of them, both included, by turning their sign. */
    @Query("UPDATE booking SET queue_number = -queue_number WHERE session_id = :sessionId AND mode = :mode"
            + " AND state = 'WAITING' AND queue_number BETWEEN :low AND :high")
    void takeNumbers(long sessionId, Mode mode, long low, long high);

    /** Gives each of those the number of the next, and the last one the lowest: the last passed the others. */
    @Query("UPDATE booking b JOIN (SELECT id, LEAD(-queue_number) OVER (ORDER BY -queue_number) AS next FROM booking"
            + " WHERE session_id = :sessionId AND mode = :mode AND queue_number < 0) x ON x.id = b.id"
            + " SET b.queue_number = COALESCE(x.next, :low)")
    void putLastFirst(long sessionId, Mode mode, long low);

    /** Gives each of those the number of the one before, and the first one the highest: the first let the others pass. */
    @Query("UPDATE booking b JOIN (SELECT id, LAG(-queue_number) OVER (ORDER BY -queue_number) AS previous FROM booking"
            + " WHERE session_id = :sessionId AND mode = :mode AND queue_number < 0) x ON x.id = b.id"
            + " SET b.queue_number = COALESCE(x.previous, :high)")
    void putFirstLast(long sessionId, Mode mode, long high);

    /** Every promotion and every change of order in an event, the newest first. */
    @Query("SELECT c.id, c.what, c.reason, c.changed_at, p.display_name AS clerk, a.name, r.email, s.title AS session,"
            + " b.mode FROM booking_change c JOIN booking b ON b.id = c.booking_id"
            + " JOIN event_session s ON s.id = b.session_id JOIN attendee a ON a.id = b.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id LEFT JOIN person p ON p.id = c.changed_by"
            + " WHERE s.event_id = :eventId ORDER BY c.id DESC LIMIT :limit OFFSET :offset")
    List<Change> changes(long eventId, int limit, int offset);

    @Query("SELECT COUNT(*) FROM booking_change c JOIN booking b ON b.id = c.booking_id"
            + " JOIN event_session s ON s.id = b.session_id WHERE s.event_id = :eventId")
    int countChanges(long eventId);

    /**
     * One who waits.
     *
     * @param id key of the booking
     * @param queueNumber by which the order goes
     * @param name as on the badge
     * @param registrationId with which registration
     * @param email of that registration
     * @param organisationName possibly empty
     * @param createdAt since when
     * @param confirmedAt when the registration was confirmed; nobody else is offered a place
     */
    @Introspected
    record Waiting(
            long id,
            long queueNumber,
            String name,
            long registrationId,
            String email,
            String organisationName,
            Instant createdAt,
            @Nullable Instant confirmedAt) {}

    /**
     * Why a place changed hands, or the order.
     *
     * @param id key of the row
     * @param what became of it
     * @param reason a code of {@link BookingChange.Reason}, or what a clerk wrote
     * @param changedAt when
     * @param clerk who did it, or null
     * @param name whose place
     * @param email of their registration
     * @param session title
     * @param mode in the room or by the stream
     */
    @Introspected
    record Change(
            long id,
            BookingChange.What what,
            String reason,
            Instant changedAt,
            @Nullable String clerk,
            String name,
            String email,
            String session,
            Mode mode) {

        /** Whether the reason is a code. */
        public boolean coded() {
            return what != BookingChange.What.MOVED;
        }
    }
}
