package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/** Rows of slots. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AdvisorySlots extends GenericRepository<AdvisorySlot, Long> {

    /** What is free for everybody to book. */
    String FREE = " FROM advisory_slot s JOIN adviser a ON a.id = s.adviser_id"
            + " LEFT JOIN advisory_booking b ON b.slot_id = s.id AND b.living = 1"
            + " AND (b.confirmed_at IS NOT NULL OR b.confirm_by > :now)"
            + " WHERE s.starts_at > :now AND s.starts_at >= :after AND s.starts_at < :until AND s.withdrawn_at IS NULL"
            + " AND a.left_at IS NULL AND b.id IS NULL AND (:adviser = '' OR a.slug = :adviser)"
            + " AND (:subject = '' OR FIND_IN_SET(:subject, a.subjects) > 0)";

    /** What the office is shown. */
    String OFFICE = " FROM advisory_slot s JOIN adviser a ON a.id = s.adviser_id"
            + " LEFT JOIN advisory_booking b ON b.slot_id = s.id AND b.living = 1"
            + " AND (b.confirmed_at IS NOT NULL OR b.confirm_by > :now)"
            + " LEFT JOIN advice d ON d.booking_id = b.id"
            + " WHERE (:adviserId = 0 OR s.adviser_id = :adviserId) AND (:state = ''"
            + " OR :state = 'FREE' AND b.id IS NULL AND s.starts_at > :now AND s.withdrawn_at IS NULL"
            + " OR :state = 'BOOKED' AND b.id IS NOT NULL AND s.ends_at > :now"
            + " OR :state = 'TO_SETTLE' AND b.confirmed_at IS NOT NULL AND s.ends_at <= :now AND d.id IS NULL"
            + " AND b.missed_at IS NULL"
            + " OR :state = 'SETTLED' AND (d.id IS NOT NULL OR b.missed_at IS NOT NULL))";

    AdvisorySlot save(AdvisorySlot slot);

    List<AdvisorySlot> saveAll(Iterable<AdvisorySlot> slots);

    Optional<AdvisorySlot> findById(Long id);

    /** One by its key, locked until the end of the transaction; who books it, gives it back or withdraws it holds this lock. */
    @Query("SELECT * FROM advisory_slot WHERE id = :id FOR UPDATE")
    Optional<AdvisorySlot> lock(long id);

    /** Those of an adviser that reach into a stretch of time. */
    @Query("SELECT * FROM advisory_slot WHERE adviser_id = :adviserId AND withdrawn_at IS NULL AND starts_at < :until"
            + " AND ends_at > :after ORDER BY starts_at")
    List<AdvisorySlot> between(long adviserId, Instant after, Instant until);

    /** Notes that nobody can book it any more. */
    @Query("UPDATE advisory_slot SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
    int withdraw(long id, Instant at);

    /**
     * Free slots in the order of time.
     *
     * @param adviser slug, or empty for all
     * @param subject name of a subject, or empty for all
     */
    @Query("SELECT s.id, s.starts_at, s.ends_at, s.way, s.place, a.slug AS adviser, a.name, a.subjects" + FREE
            + " ORDER BY s.starts_at, s.id LIMIT :size OFFSET :offset")
    List<Free> free(Instant now, Instant after, Instant until, String adviser, String subject, int size, int offset);

    /** How many there are. */
    @Query("SELECT COUNT(*)" + FREE)
    long countFree(Instant now, Instant after, Instant until, String adviser, String subject);

    /** Slots for the office: what comes first, then what is over, the latest first. */
    @Query("SELECT s.id, s.starts_at, s.ends_at, s.way, s.withdrawn_at, a.name AS adviser, b.id AS booking_id, b.name,"
            + " b.organisation_name, b.subject, b.confirmed_at, b.confirm_by, b.missed_at, d.quarters" + OFFICE
            + " ORDER BY s.ends_at <= :now, CASE WHEN s.ends_at > :now THEN s.starts_at END, s.starts_at DESC, s.id"
            + " LIMIT :size OFFSET :offset")
    List<Listed> list(Instant now, long adviserId, String state, int size, int offset);

    /** How many there are. */
    @Query("SELECT COUNT(*)" + OFFICE)
    long countListed(Instant now, long adviserId, String state);

    /**
     * A slot that anybody may book.
     *
     * @param id its key
     * @param startsAt when it begins
     * @param endsAt when it ends
     * @param way how the advice is given
     * @param place where; not for everybody's eyes unless it is a room
     * @param adviser slug of the adviser
     * @param name of the adviser
     * @param subjects of the adviser, parted by commas
     */
    @Introspected
    record Free(
            long id,
            Instant startsAt,
            Instant endsAt,
            AdviceWay way,
            String place,
            String adviser,
            String name,
            String subjects) {

        /** What everybody may know of where it is. */
        public String publicPlace() {
            return way == AdviceWay.ON_SITE ? place : "";
        }

        /** What its adviser advises on. */
        public List<AdviceSubject> subjectList() {
            return Adviser.subjects(subjects);
        }
    }

    /**
     * A slot as the office sees it.
     *
     * @param id its key
     * @param startsAt when it begins
     * @param endsAt when it ends
     * @param way how the advice is given
     * @param withdrawnAt since when nobody can book it, or null
     * @param adviser name of the adviser
     * @param bookingId key of the booking, or null while it is free
     * @param name who booked; empty of one who was forgotten
     * @param organisationName possibly empty
     * @param subject what it is about
     * @param confirmedAt when the booking was confirmed
     * @param confirmBy until when it waits for that
     * @param missedAt when it was noted that nobody came
     * @param quarters of an hour that were confirmed
     */
    @Introspected
    record Listed(
            long id,
            Instant startsAt,
            Instant endsAt,
            AdviceWay way,
            @Nullable Instant withdrawnAt,
            String adviser,
            @Nullable Long bookingId,
            @Nullable String name,
            @Nullable String organisationName,
            @Nullable AdviceSubject subject,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            @Nullable Instant missedAt,
            @Nullable Integer quarters) {

        /** Hours that were confirmed. */
        public @Nullable BigDecimal hours() {
            return quarters == null ? null : AdviceGiven.hours(quarters);
        }
    }
}
