package pl.kujawskopomorskie.ngo.shared.jobs;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Every job of the portal as the library's task, with what happens when one fails. */
@Singleton
public final class JobTasks {

    /** Data of jobs is text, legible in the database. */
    public static final Serializer TEXT = new Text();

    /** A job is given up after so many tries, the last some 34 hours after the first. */
    static final int TRIES = 13;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);

    private final List<Job> jobs;
    private final List<RecurringJob> recurringJobs;
    private final FailedJobs failedJobs;
    private final Clock clock;

    JobTasks(List<Job> jobs, List<RecurringJob> recurringJobs, FailedJobs failedJobs, Clock clock) {
        this.jobs = jobs;
        this.recurringJobs = recurringJobs;
        this.failedJobs = failedJobs;
        this.clock = clock;
    }

    /** What is done once for each row that asks for it. */
    public List<OneTimeTask<String>> once() {
        return jobs.stream().map(this::task).toList();
    }

    /** What comes back by itself. */
    public List<RecurringTask<Void>> recurring() {
        return recurringJobs.stream().map(this::task).toList();
    }

    /** MySQL's dialect, which MariaDB speaks as well; moments are stored as UTC whatever the zone of the machine. */
    public static JdbcCustomization dialect() {
        return new MySQL8JdbcCustomization(true);
    }

    private OneTimeTask<String> task(Job job) {
        return Tasks.oneTime(job.name(), String.class)
                .onFailure(this::retryOrGiveUp)
                .execute((instance, context) -> inLog(job.name() + "/" + instance.getId(), () -> {
                    job.run(instance.getData());
                    return null;
                }));
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), schedule(job.rhythm()))
                .execute((instance, context) -> inLog(job.name(), () -> {
                    job.run();
                    return null;
                }));
    }

    private static Schedule schedule(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Every every -> Schedules.fixedDelay(every.pause());
            case Rhythm.DailyAt daily -> Schedules.daily(OfficeTime.ZONE, daily.time());
        };
    }

    private void retryOrGiveUp(ExecutionComplete complete, ExecutionOperations<String> operations) {
        var execution = complete.getExecution();
        var tries = execution.consecutiveFailures + 1;
        var cause = complete.getCause().map(JobTasks::rootOf).orElseGet(() -> new Exception("The node died"));
        if (tries < TRIES && !(cause instanceof HopelessJob)) {
            var pause = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
            LOG.warn("{} failed, try {}; next in {}: {}", execution.getTaskName(), tries, pause, cause.toString());
            operations.reschedule(complete, clock.instant().plus(pause));
            return;
        }
        LOG.error("{}/{} is given up after {} tries", execution.getTaskName(), execution.getId(), tries, cause);
        failedJobs.save(new FailedJob(
                null,
                execution.getTaskName(),
                execution.getId(),
                String.valueOf(execution.taskInstance.getData()),
                tries,
                shortened(cause.toString()),
                OfficeTime.now(clock)));
        operations.remove();
    }

    // The library and the interceptors of the framework wrap what a job throws.
    private static Throwable rootOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HopelessJob) {
                return cause;
            }
        }
        return failure;
    }

    private static String shortened(String reason) {
        return reason.length() <= 1000 ? reason : reason.substring(0, 1000);
    }

    private static void inLog(String name, Callable<?> work) {
        try (var ignored = MDC.putCloseable("request", name.length() <= 40 ? name : name.substring(0, 40))) {
            work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new JobFailed(e);
        }
    }

    /** Carries what a job threw through the library, which knows unchecked exceptions only. */
    private static final class JobFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JobFailed(Exception cause) {
            super(cause.toString(), cause);
        }
    }

    private static final class Text implements Serializer {

        @Override
        public byte[] serialize(@Nullable Object data) {
            return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
            return type == Void.class || bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
