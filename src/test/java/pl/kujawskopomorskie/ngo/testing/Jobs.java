package pl.kujawskopomorskie.ngo.testing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import pl.kujawskopomorskie.ngo.shared.jobs.JobTasks;

/** Runs, in the test's own thread, the jobs that are due by the {@link TestClock}. Nothing else runs them in tests. */
@Singleton
public final class Jobs {

    private final TestClock clock;
    private final DataSource dataSource;
    private final SettableClock schedulerClock = new SettableClock();
    private final List<? extends Task<?>> once;
    private final ManualScheduler scheduler;

    Jobs(JobTasks tasks, DataSource dataSource, TestClock clock) {
        this.clock = clock;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.once = tasks.once();
        var builder = TestHelper.createManualScheduler(this.dataSource, new ArrayList<>(once))
                .clock(schedulerClock)
                .startTasks(tasks.recurring());
        builder.jdbcCustomization(JobTasks.dialect());
        builder.serializer(JobTasks.TEXT);
        this.scheduler = builder.build();
    }

    /** Runs all that is due, and what that makes due in turn; one-time jobs and recurring ones. */
    public void runDue() {
        schedulerClock.set(clock.instant());
        scheduler.start();
        for (var round = 0; due() > 0; round++) {
            if (round == 1000) {
                throw new IllegalStateException("Jobs keep making jobs due");
            }
            scheduler.runAnyDueExecutions();
        }
    }

    /** Takes away all jobs that wait to be done once: what one test asked for is no work of the next. */
    void forget() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("DELETE FROM scheduled_tasks WHERE task_name = ?")) {
            for (var task : once) {
                statement.setString(1, task.getName());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many jobs wait for now or an earlier moment. */
    public int due() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT COUNT(*) FROM scheduled_tasks WHERE execution_time <= ? AND picked = FALSE")) {
            statement.setTimestamp(
                    1, Timestamp.from(clock.instant()), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
