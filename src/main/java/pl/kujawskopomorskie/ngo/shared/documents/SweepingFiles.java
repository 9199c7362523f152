package pl.kujawskopomorskie.ngo.shared.documents;

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
 * Deletes stored files that no row refers to, a week after they came. Which rows may refer to a file is asked of the database,
 * which knows every foreign key, so that a module that comes later is not forgotten here.
 */
@Singleton
class SweepingFiles implements RecurringJob {

    /** How long a file may lie without a row that refers to it. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int AT_ONCE = 100;

    private final UnreferredFiles unreferred;
    private final StoringFiles files;
    private final AuditLog audit;
    private final Clock clock;

    SweepingFiles(UnreferredFiles unreferred, StoringFiles files, AuditLog audit, Clock clock) {
        this.unreferred = unreferred;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-files";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(4, 10));
    }

    @Override
    public void run() {
        var swept = AT_ONCE;
        while (swept == AT_ONCE) {
            swept = sweepSome();
        }
    }

    /** Deletes some; how many. A row that comes to refer to one meanwhile makes the database refuse, and all stay. */
    @Transactional
    protected int sweepSome() {
        var found = unreferred.storedBefore(OfficeTime.now(clock).minus(KEPT), AT_ONCE);
        found.forEach(files::forget);
        if (!found.isEmpty()) {
            audit.record(null, "FILES_SWEPT", "file", "", Integer.toString(found.size()));
        }
        return found.size();
    }
}
