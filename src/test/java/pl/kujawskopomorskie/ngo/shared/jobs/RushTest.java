package pl.kujawskopomorskie.ngo.shared.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RushTest {

    /** So long that only what never ends lasts it. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Rush rush = new Rush();

    @Test
    void a_job_goes_on_at_once_when_nobody_waits() throws InterruptedException {
        assertThat(Thread.startVirtualThread(rush::letPeopleGoFirst).join(LONG)).isTrue();
    }

    @Test
    void a_job_waits_while_people_do_and_goes_on_when_the_last_has_come_up() throws InterruptedException {
        rush.begin();
        rush.begin();
        var job = Thread.startVirtualThread(rush::letPeopleGoFirst);
        rush.end();

        assertThat(job.join(Duration.ofMillis(400))).isFalse();

        rush.end();
        assertThat(job.join(LONG)).isTrue();
    }

    @Test
    void a_job_goes_on_in_the_end_however_long_people_wait() throws InterruptedException {
        rush.begin();

        assertThat(Thread.startVirtualThread(rush::letPeopleGoFirst).join(LONG)).isTrue();
    }

    @Test
    void a_node_that_stops_does_not_wait_for_a_job_that_waits() throws InterruptedException {
        rush.begin();
        var job = Thread.startVirtualThread(() -> {
            Thread.currentThread().interrupt();
            rush.letPeopleGoFirst();
        });

        assertThat(job.join(Duration.ofSeconds(4))).isTrue();
    }
}
