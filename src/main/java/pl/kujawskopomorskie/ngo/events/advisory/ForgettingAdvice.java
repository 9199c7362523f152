package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Empties who booked and what they asked a year after the slot, and a month after a booking ended without a talk; of advice outside
 * slots, what the office noted of it, a year after its day. The hours, the subject and an organisation of the directory stay.
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
        }
        var outside = rows.dueOutside(OfficeTime.day(now.minus(KEPT)));
        if (!outside.isEmpty()) {
            rows.forgetOutside(outside);
        }
        var forgotten = due.size() + outside.size();
        if (forgotten > 0) {
            audit.record(null, "ADVICE_CONTACTS_FORGOTTEN", "advice", "contacts", String.valueOf(forgotten));
        }
        return forgotten;
    }
}
