package pl.kujawskopomorskie.ngo.shared.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** {@code portal_jobs_failed}: how many jobs were given up and wait for somebody to look. An alert belongs on it. */
@Singleton
final class FailedJobsMetric implements MeterBinder {

    private final FailedJobs failedJobs;

    FailedJobsMetric(FailedJobs failedJobs) {
        this.failedJobs = failedJobs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("portal.jobs.failed", failedJobs, FailedJobs::count)
                .description("Jobs that were given up; see the table failed_job")
                .register(registry);
    }
}
