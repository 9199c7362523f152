package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of places taken, offered and waited for. What counts places is asked only under the locks of {@link Sessions#lock}. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Bookings extends GenericRepository<Booking, Long> {

    /** Saves new ones. Two of a person in one session and mode are refused by the database. */
    List<Booking> saveAll(Iterable<Booking> bookings);

    /**
     * How many places of sessions are taken, offered and still to be answered, or waited for. The places of a registration end
     * with it, so this needs no look at registrations, but for those that {@link #lapsed} counts.
     */
    @Query("SELECT session_id, mode, state, COUNT(*) AS people FROM booking WHERE session_id IN (:sessionIds)"
            + " AND state IN ('BOOKED', 'OFFERED', 'WAITING') AND (state <> 'OFFERED' OR offered_until > :now)"
            + " GROUP BY session_id, mode, state")
    List<Counted> counted(Collection<Long> sessionIds, Instant now);

    /** How many of these are of registrations whose time to be confirmed is over, and which no job has ended yet. */
    @Query("SELECT STRAIGHT_JOIN b.session_id, b.mode, b.state, COUNT(*) AS people FROM registration r"
            + " JOIN attendee a ON a.registration_id = r.id JOIN booking b ON b.attendee_id = a.id"
            + " WHERE r.event_id IN (:eventIds) AND r.ended_at IS NULL AND r.confirmed_at IS NULL"
            + " AND r.confirm_by <= :now AND b.session_id IN (:sessionIds)"
            + " AND b.state IN ('BOOKED', 'OFFERED', 'WAITING') AND (b.state <> 'OFFERED' OR b.offered_until > :now)"
            + " GROUP BY b.session_id, b.mode, b.state")
    List<Counted> lapsed(Collection<Long> eventIds, Collection<Long> sessionIds, Instant now);

    /** The highest number given to one who waits, 0 before the first. */
    @Query("SELECT COALESCE(MAX(queue_number), 0) FROM booking WHERE session_id = :sessionId AND mode = :mode")
    long lastInQueue(long sessionId, Mode mode);

    /** Who is next: those who wait longest in confirmed registrations. */
    @Query("SELECT b.* FROM booking b"
            + " JOIN attendee a ON a.id = b.attendee_id JOIN registration r ON r.id = a.registration_id"
            + " WHERE b.session_id = :sessionId AND b.mode = :mode AND b.state = 'WAITING'"
            + " AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL ORDER BY b.queue_number LIMIT :limit")
    List<Booking> next(long sessionId, Mode mode, int limit);

    /** Offers a place to one who waits. */
    @Query("UPDATE booking SET state = 'OFFERED', offered_until = :until, changed_at = :now"
            + " WHERE id = :id AND state = 'WAITING'")
    int offer(long id, Instant until, Instant now);

    /** The places of a registration that have not ended, in the order of the programme. */
    @Query(
            "SELECT b.* FROM booking b JOIN attendee a ON a.id = b.attendee_id JOIN event_session s ON s.id = b.session_id"
                    + " WHERE a.registration_id = :registrationId AND b.state <> 'ENDED' ORDER BY s.starts_at, s.id, a.position, b.id")
    List<Booking> of(long registrationId);

    Optional<Booking> findById(Long id);

    /** One of a registration's places, ended ones included. */
    @Query("SELECT b.* FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " WHERE a.registration_id = :registrationId AND b.id = :id")
    Optional<Booking> ofRegistration(long registrationId, long id);

    /** Takes an offered place. */
    @Query("UPDATE booking SET state = 'BOOKED', offered_until = NULL, changed_at = :now"
            + " WHERE id = :id AND state = 'OFFERED'")
    int take(long id, Instant now);

    /** Ends a place that has not ended. */
    @Query("UPDATE booking SET state = 'ENDED', offered_until = NULL, changed_at = :now"
            + " WHERE id = :id AND state <> 'ENDED'")
    int end(long id, Instant now);

    /** Gives back the place that a person has in a session by the other mode; who waits there goes on waiting. */
    @Query("UPDATE booking SET state = 'ENDED', offered_until = NULL, changed_at = :now"
            + " WHERE attendee_id = :attendeeId AND session_id = :sessionId AND mode <> :mode AND state = 'BOOKED'")
    void endOther(long attendeeId, long sessionId, Mode mode, Instant now);

    /** Ends all places of a registration. */
    @Query("UPDATE booking b JOIN attendee a ON a.id = b.attendee_id"
            + " SET b.state = 'ENDED', b.offered_until = NULL, b.changed_at = :now"
            + " WHERE a.registration_id = :registrationId AND b.state <> 'ENDED'")
    void endAll(long registrationId, Instant now);

    /** Which places in their queues the waiting ones of a registration have, from 1. */
    @Query("SELECT b.id AS booking_id, (SELECT COUNT(*) FROM booking o"
            + " WHERE o.session_id = b.session_id AND o.mode = b.mode AND o.state = 'WAITING'"
            + " AND o.queue_number <= b.queue_number) AS place"
            + " FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " WHERE a.registration_id = :registrationId AND b.state = 'WAITING'")
    List<Rank> ranks(long registrationId);

    /**
     * A place in a queue.
     *
     * @param bookingId key of the booking
     * @param place how many wait before, itself counted
     */
    @Introspected
    record Rank(long bookingId, int place) {}

    /**
     * How many people have or want places in a session.
     *
     * @param sessionId key of the session
     * @param mode in the room or by the stream
     * @param state of their bookings
     * @param people how many
     */
    @Introspected
    record Counted(long sessionId, Mode mode, Booking.State state, int people) {}
}
