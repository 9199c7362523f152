package pl.kujawskopomorskie.ngo.events.visits;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Deletes who went on a visit, and the office's own notes of it, five years after its day. The departments stay, and so does the visit,
 * because it is counted.
 */
@Singleton
class ForgettingVisitors implements RecurringJob {

    /** As long as the office keeps the papers of its cooperation programme. */
    private static final int YEARS = 5;

    private final Visits visits;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingVisitors(Visits visits, AuditLog audit, Clock clock) {
        this.visits = visits;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-visitors";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(4, 10));
    }

    @Override
    @Transactional
    public void run() {
        var before = OfficeTime.today(clock).minusYears(YEARS);
        var forgotten = visits.forgetPeople(before) + visits.forgetNotes(before);
        if (forgotten > 0) {
            audit.record(null, "VISITORS_FORGOTTEN", "visit", "people", String.valueOf(forgotten));
        }
    }
}
