package pl.kujawskopomorskie.ngo.shared.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class JobsTest {

    private final JobQueue queue;
    private final Jobs jobs;
    private final Noting noting;
    private final FailedJobs failedJobs;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;

    JobsTest(
            JobQueue queue,
            Jobs jobs,
            Noting noting,
            FailedJobs failedJobs,
            TransactionOperations<Connection> transactions,
            TestClock clock) {
        this.queue = queue;
        this.jobs = jobs;
        this.noting = noting;
        this.failedJobs = failedJobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        noting.done.clear();
        noting.failures = 0;
        noting.hopeless = false;
    }

    @Test
    void a_job_runs_after_the_transaction_that_asked_for_it() {
        var key = UUID.randomUUID().toString();
        transactions.executeWrite(status -> {
            queue.add(Noting.NAME, key, "zażółć");
            return null;
        });

        jobs.runDue();

        assertThat(noting.done).containsExactly("zażółć");
    }

    @Test
    void a_job_goes_with_the_transaction_that_is_undone() {
        var key = UUID.randomUUID().toString();
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    queue.add(Noting.NAME, key, "undone");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        jobs.runDue();

        assertThat(noting.done).isEmpty();
    }

    @Test
    void a_job_cannot_be_asked_for_outside_a_transaction() {
        assertThatThrownBy(() -> queue.add(Noting.NAME, "none", "none")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_same_work_asked_for_twice_is_done_once() {
        var key = UUID.randomUUID().toString();
        transactions.executeWrite(status -> {
            queue.add(Noting.NAME, key, "first");
            queue.add(Noting.NAME, key, "second");
            return null;
        });

        jobs.runDue();

        assertThat(noting.done).containsExactly("first");
    }

    @Test
    void a_job_for_later_waits_for_its_moment() {
        var key = UUID.randomUUID().toString();
        transactions.executeWrite(status -> {
            queue.addAt(Noting.NAME, key, "later", clock.instant().plus(Duration.ofHours(1)));
            return null;
        });

        jobs.runDue();
        assertThat(noting.done).isEmpty();

        clock.advance(Duration.ofHours(1));
        jobs.runDue();
        assertThat(noting.done).containsExactly("later");
    }

    @Test
    void a_job_that_fails_is_tried_again_after_a_growing_pause() {
        noting.failures = 2;
        add("stubborn");

        jobs.runDue();
        clock.advance(Duration.ofSeconds(29));
        jobs.runDue();
        assertThat(noting.failures).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        jobs.runDue();
        clock.advance(Duration.ofSeconds(59));
        jobs.runDue();
        assertThat(noting.failures).isZero();
        assertThat(noting.done).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        jobs.runDue();
        assertThat(noting.done).containsExactly("stubborn");
    }

    @Test
    void a_job_that_always_fails_is_given_up_after_a_day_and_a_half_and_kept_to_be_seen() {
        noting.failures = Integer.MAX_VALUE;
        var before = failedJobs.count();
        add("doomed");

        var hours = 0;
        while (failedJobs.count() == before && hours < 100) {
            jobs.runDue();
            clock.advance(Duration.ofHours(1));
            hours++;
        }

        assertThat(hours).isBetween(30, 45);
        assertThat(Integer.MAX_VALUE - noting.failures).isEqualTo(JobTasks.TRIES);
    }

    @Test
    void a_hopeless_job_is_given_up_at_once() {
        noting.hopeless = true;
        var before = failedJobs.count();
        add("hopeless");

        jobs.runDue();

        assertThat(failedJobs.count()).isEqualTo(before + 1);
    }

    private void add(String data) {
        transactions.executeWrite(status -> {
            queue.add(Noting.NAME, UUID.randomUUID().toString(), data);
            return null;
        });
    }

    /** Notes what it is given, after as many failures as a test wants. */
    @Singleton
    static final class Noting implements Job {

        static final String NAME = "test-noting";

        final List<String> done = new ArrayList<>();
        int failures;
        boolean hopeless;

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void run(String data) throws Exception {
            if (hopeless) {
                throw new HopelessJob("never");
            }
            if (failures > 0) {
                failures--;
                throw new Exception("not yet");
            }
            done.add(data);
        }
    }
}
