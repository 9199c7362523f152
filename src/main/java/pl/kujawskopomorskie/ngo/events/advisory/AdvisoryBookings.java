package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/** Rows of bookings. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AdvisoryBookings extends GenericRepository<AdvisoryBooking, Long> {

    /** Saves a new one. A second living one of a slot is refused by the database. */
    AdvisoryBooking save(AdvisoryBooking booking);

    Optional<AdvisoryBooking> findById(Long id);

    /** What a form that was sent before became. */
    Optional<AdvisoryBooking> findByFormToken(String formToken);

    /** The one that a link is about. */
    @Query("SELECT * FROM advisory_booking WHERE token_hash = :tokenHash")
    Optional<AdvisoryBooking> ofLink(byte[] tokenHash);

    /** One by its key, locked until the end of the transaction; after its slot. */
    @Query("SELECT * FROM advisory_booking WHERE id = :id FOR UPDATE")
    Optional<AdvisoryBooking> lock(long id);

    /** The one of a slot that has not ended; it may have lapsed. */
    @Query("SELECT * FROM advisory_booking WHERE slot_id = :slotId AND living = 1")
    Optional<AdvisoryBooking> living(long slotId);

    /** How many slots an address has that are not over. */
    @Query("SELECT COUNT(*) FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id"
            + " WHERE b.email_key = :emailKey AND b.living = 1 AND s.ends_at > :now"
            + " AND (b.confirmed_at IS NOT NULL OR b.confirm_by > :now)")
    int coming(String emailKey, Instant now);

    /** The same of an account, at whatever addresses. */
    @Query("SELECT COUNT(*) FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id"
            + " WHERE b.person_id = :personId AND b.living = 1 AND s.ends_at > :now"
            + " AND (b.confirmed_at IS NOT NULL OR b.confirm_by > :now)")
    int comingOf(long personId, Instant now);

    /** Notes by what a link is known. */
    @Query("UPDATE advisory_booking SET token_hash = :tokenHash WHERE id = :id")
    void know(long id, byte[] tokenHash);

    /** Notes that the link in the mail was opened. */
    @Query(
            "UPDATE advisory_booking SET confirmed_at = :at WHERE id = :id AND confirmed_at IS NULL AND ended_at IS NULL")
    int confirm(long id, Instant at);

    /** Ends one that has not ended. */
    @Query("UPDATE advisory_booking SET ended_at = :at, ended_why = :why, end_reason = :reason"
            + " WHERE id = :id AND ended_at IS NULL")
    int end(long id, AdvisoryBooking.End why, String reason, Instant at);

    /** Notes that the reminder goes out; once. */
    @Query("UPDATE advisory_booking SET reminded_at = :at WHERE id = :id AND reminded_at IS NULL")
    int remind(long id, Instant at);

    /** Notes whether nobody came. */
    @Query("UPDATE advisory_booking SET missed_at = :at WHERE id = :id")
    void miss(long id, @Nullable Instant at);

    /** The bookings of a person's account, the latest slot first. */
    @Query("SELECT b.id, s.starts_at, s.ends_at, s.way, a.name AS adviser, b.email_key, b.subject,"
            + " b.confirmed_at, b.confirm_by, b.ended_why, b.missed_at FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id"
            + " JOIN adviser a ON a.id = s.adviser_id WHERE b.person_id = :personId"
            + " ORDER BY s.starts_at DESC, b.id DESC LIMIT :limit")
    List<Own> ofPerson(long personId, int limit);

    /**
     * A booking in the list of a person's own.
     *
     * @param id key of the row
     * @param startsAt when the slot begins
     * @param endsAt when it ends
     * @param way how the advice is given
     * @param adviser name of the adviser
     * @param emailKey where its mails go, as addresses are compared
     * @param subject what it is about
     * @param confirmedAt when it was confirmed
     * @param confirmBy until when it waits for that
     * @param endedWhy why it ended, if it did
     * @param missedAt when it was noted that nobody came
     */
    @Introspected
    record Own(
            long id,
            Instant startsAt,
            Instant endsAt,
            AdviceWay way,
            String adviser,
            String emailKey,
            AdviceSubject subject,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            AdvisoryBooking.@Nullable End endedWhy,
            @Nullable Instant missedAt) {

        /** How it stands at a moment. */
        public BookingStanding standing(Instant now) {
            return BookingStanding.of(endedWhy, confirmedAt, confirmBy, missedAt, endsAt, now);
        }
    }
}
