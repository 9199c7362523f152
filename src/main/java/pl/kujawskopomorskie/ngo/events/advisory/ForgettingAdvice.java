package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Empties who booked and what they asked a year after the slot, and a month after it where nobody had it in the end. What was given
 * and to which organisation stays, because it is counted.
 */
@Singleton
class ForgettingAdvice implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration KEPT_ENDED = Duration.ofDays(30);

    private final OldBookings rows;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingAdvice(OldBookings rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-advice-contacts";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 50));
    }

    @Override
    public void run() {
        // Some at a time, so that no transaction holds many rows.
        var forgotten = forgetSome();
        while (forgotten > 0) {
            forgotten = forgetSome();
        }
    }

    /** Empties some; how many. */
    @Transactional
    protected int forgetSome() {
        var now = OfficeTime.now(clock);
        var due = rows.due(now.minus(KEPT), now.minus(KEPT_ENDED));
        if (!due.isEmpty()) {
            rows.forgetNotes(due);
            rows.forget(due);
            audit.record(null, "ADVICE_CONTACTS_FORGOTTEN", "advice", "contacts", String.valueOf(due.size()));
        }
        return due.size();
    }

    /** Bookings whose people are to be forgotten. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface OldBookings extends GenericRepository<AdvisoryBooking, Long> {

        @Query("SELECT b.id FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id WHERE b.email <> ''"
                + " AND (s.ends_at < :before OR b.ended_at IS NOT NULL AND s.ends_at < :endedBefore)"
                + " ORDER BY b.id LIMIT 200")
        List<Long> due(Instant before, Instant endedBefore);

        @Query("UPDATE advice SET note = '', revision = revision + 1 WHERE booking_id IN (:ids)")
        void forgetNotes(List<Long> ids);

        @Query("UPDATE advisory_booking SET name = '', email = '', email_key = CONCAT('forgotten ', id), phone = '',"
                + " question = '', end_reason = '', token_hash = NULL, person_id = NULL,"
                + " organisation_name = CASE WHEN organisation_id IS NULL AND ended_at IS NOT NULL THEN ''"
                + " ELSE organisation_name END WHERE id IN (:ids)")
        void forget(List<Long> ids);
    }
}
