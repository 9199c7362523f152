package pl.kujawskopomorskie.ngo.shared.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** The scheduler itself, at its own pace: tests of jobs run them by hand. */
@PortalTest
class JobSchedulerTest {

    private final EmbeddedServer server;
    private final DataSource dataSource;
    private final FailedJobs failedJobs;
    private final TransactionOperations<Connection> transactions;

    JobSchedulerTest(
            EmbeddedServer server,
            DataSource dataSource,
            FailedJobs failedJobs,
            TransactionOperations<Connection> transactions) {
        this.server = server;
        this.dataSource = dataSource;
        this.failedJobs = failedJobs;
        this.transactions = transactions;
    }

    @Test
    void what_a_dead_node_was_at_is_taken_up_within_a_minute_and_what_a_living_one_is_at_is_left() throws Exception {
        var job = new Taken();
        var clock = Clock.systemUTC();
        picked(job.name(), "dead", clock.instant().minus(Duration.ofSeconds(45)));
        picked(job.name(), "alive", clock.instant().minus(Duration.ofSeconds(20)));
        var scheduler = new JobScheduler(new JobTasks(List.of(job), List.of(), failedJobs, clock), dataSource, clock);

        scheduler.start(new ServerStartupEvent(server));
        try {
            assertThat(job.taken.poll(15, TimeUnit.SECONDS)).isEqualTo("dead");
            assertThat(job.taken.poll(3, TimeUnit.SECONDS)).isNull();
        } finally {
            scheduler.stop();
            forget(job.name());
        }
    }

    private void picked(String task, String data, Instant heartbeat) {
        transactions.executeWrite(status -> {
            try (var insert = status.getConnection()
                    .prepareStatement(
                            "INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time,"
                                    + " picked, picked_by, last_heartbeat, consecutive_failures, version)"
                                    + " VALUES (?, ?, ?, ?, TRUE, 'another node', ?, 0, 1)")) {
                var utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
                insert.setString(1, task);
                insert.setString(2, data);
                insert.setBytes(3, JobTasks.TEXT.serialize(data));
                insert.setTimestamp(4, Timestamp.from(heartbeat.minusSeconds(60)), utc);
                insert.setTimestamp(5, Timestamp.from(heartbeat), utc);
                return insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void forget(String task) {
        transactions.executeWrite(status -> {
            try (var delete =
                    status.getConnection().prepareStatement("DELETE FROM scheduled_tasks WHERE task_name = ?")) {
                delete.setString(1, task);
                return delete.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static final class Taken implements Job {

        private final String name = "taken-up-" + UUID.randomUUID();
        private final LinkedBlockingQueue<String> taken = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return name;
        }

        @Override
        public void run(String data) {
            taken.add(data);
        }
    }
}
