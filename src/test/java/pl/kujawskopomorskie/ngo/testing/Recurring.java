package pl.kujawskopomorskie.ngo.testing;

import jakarta.inject.Singleton;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;

/** Runs recurring jobs by their names, whatever the clock says. */
@Singleton
public final class Recurring {

    private final List<RecurringJob> jobs;

    Recurring(List<RecurringJob> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    /** Runs the one of a name now. */
    public void run(String name) {
        jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }
}
