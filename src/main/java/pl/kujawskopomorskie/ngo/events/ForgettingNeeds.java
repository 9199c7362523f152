package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Deletes needs and diets when the days are over that their event set, and at once those of people who do not come any more. Who
 * registered was promised so when they gave their consent.
 */
@Singleton
class ForgettingNeeds implements RecurringJob {

    private static final int AT_ONCE = 50;

    private final NeedRows needs;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingNeeds(NeedRows needs, AuditLog audit, Clock clock) {
        this.needs = needs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-needs";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 40));
    }

    @Override
    public void run() {
        forgetEnded();
        var forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = forgetSome();
        }
    }

    /** Deletes those of some events; of how many. */
    @Transactional
    protected int forgetSome() {
        var due = needs.due(OfficeTime.now(clock), AT_ONCE);
        for (var event : due) {
            var deleted = needs.forget(event.id());
            audit.record(null, "NEEDS_FORGOTTEN", "event", event.slug(), Integer.toString(deleted));
        }
        return due.size();
    }

    /** Deletes those of people whose registration ended. */
    @Transactional
    protected void forgetEnded() {
        needs.forgetEnded();
    }
}
