package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of registrations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Registrations extends GenericRepository<Registration, Long> {

    /** Saves a new one. A second living one of an address in an event is refused by the database. */
    Registration save(Registration registration);

    Optional<Registration> findById(Long id);

    /** What a form that was sent before became. */
    Optional<Registration> findByFormToken(String formToken);

    /** The one that a link is about. */
    @Query("SELECT * FROM registration WHERE token_hash = :tokenHash")
    Optional<Registration> ofLink(byte[] tokenHash);

    /** One by its key, locked until the end of the transaction; after the event and its sessions. */
    @Query("SELECT * FROM registration WHERE id = :id FOR UPDATE")
    Optional<Registration> lock(long id);

    /** The one that a booking belongs to. */
    @Query("SELECT r.* FROM registration r JOIN attendee a ON a.registration_id = r.id"
            + " JOIN booking b ON b.attendee_id = a.id WHERE b.id = :bookingId")
    Optional<Registration> ofBooking(long bookingId);

    /** The one of an address that has not ended. */
    @Query("SELECT * FROM registration WHERE event_id = :eventId AND email_key = :emailKey AND living = 1")
    Optional<Registration> living(long eventId, String emailKey);

    /** One that has not ended of a person's account in an event, a confirmed one before others. */
    @Query("SELECT * FROM registration WHERE person_id = :personId AND event_id = :eventId AND living = 1"
            + " ORDER BY confirmed_at IS NULL, id LIMIT 1")
    Optional<Registration> livingOfPerson(long eventId, long personId);

    /** Notes by what a link is known. */
    @Query("UPDATE registration SET token_hash = :tokenHash WHERE id = :id")
    void know(long id, byte[] tokenHash);

    /** Notes that the link in the mail was opened. */
    @Query("UPDATE registration SET confirmed_at = :at, revision = revision + 1"
            + " WHERE id = :id AND confirmed_at IS NULL AND ended_at IS NULL")
    int confirm(long id, Instant at);

    /** Ends one that has not ended. */
    @Query("UPDATE registration SET ended_at = :at, ended_why = :why, calendar_sequence = calendar_sequence + 1,"
            + " revision = revision + 1 WHERE id = :id AND ended_at IS NULL")
    int end(long id, Registration.End why, Instant at);

    /** Ends one that nobody confirmed. */
    @Query("UPDATE registration SET ended_at = :at, ended_why = 'NOT_CONFIRMED',"
            + " calendar_sequence = calendar_sequence + 1, revision = revision + 1"
            + " WHERE id = :id AND ended_at IS NULL AND confirmed_at IS NULL")
    int endUnconfirmed(long id, Instant at);

    /** Writes down another telephone number, and whether the cost of travel is asked for. */
    @Query("UPDATE registration SET phone = :phone, travel_refund = :travelRefund, revision = revision + 1"
            + " WHERE id = :id")
    int correct(long id, String phone, boolean travelRefund);

    /** Counts a change that its calendars must learn of. */
    @Query("UPDATE registration SET calendar_sequence = calendar_sequence + 1, revision = revision + 1 WHERE id = :id")
    void tellCalendars(long id);

    /** The registrations of a person's account, the latest event first. */
    @Query("SELECT r.id, e.slug, e.title, e.cancelled_at, r.confirmed_at, r.confirm_by, r.ended_at,"
            + " EXISTS (SELECT 1 FROM attendee a JOIN attendance t ON t.attendee_id = a.id"
            + " WHERE a.registration_id = r.id AND t.withdrawn_at IS NULL) AS there,"
            + " (SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id) AS ends_at,"
            + " (SELECT MIN(s.starts_at) FROM event_session s WHERE s.event_id = e.id) AS starts_at"
            + " FROM registration r JOIN event e ON e.id = r.event_id WHERE r.person_id = :personId"
            + " ORDER BY starts_at DESC, r.id DESC LIMIT :limit")
    List<Own> ofPerson(long personId, int limit);

    /**
     * A registration in the list of a person's own.
     *
     * @param id key of the row
     * @param slug of the event
     * @param title of the event
     * @param startsAt when its first session begins
     * @param cancelledAt when the event was cancelled
     * @param confirmedAt when the registration was confirmed
     * @param confirmBy until when it waits for that
     * @param endedAt when it ended
     * @param there 1 when anybody of it was there, else 0
     * @param endsAt when the last session of the event ends
     */
    @Introspected
    record Own(
            long id,
            String slug,
            String title,
            @Nullable Instant startsAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            @Nullable Instant endedAt,
            int there,
            @Nullable Instant endsAt) {

        /** Whether anybody of it was there. */
        public boolean came() {
            return there != 0;
        }
    }
}
