package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Empties who borrowed a year after the term, unless something of it is still out. What was lent and when stays. */
@Singleton
class ForgettingBorrowers implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(365);

    private final OldRequests rows;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingBorrowers(OldRequests rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-borrowers";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 55));
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
        var due = rows.due(OfficeTime.now(clock).minus(KEPT));
        if (!due.isEmpty()) {
            rows.forget(due);
            audit.record(null, "BORROWERS_FORGOTTEN", "lending", "contacts", String.valueOf(due.size()));
        }
        return due.size();
    }
}
