package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.AtOnce;

class RegisteringInTurnTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void three_by_three_all_who_come_at_once_come_up_and_never_a_fourth_beside_three() throws Exception {
        var turns = new RegisteringInTurn(3, LONG);
        var three = new CyclicBarrier(3);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<Optional<Integer>> person = () -> turns.take(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            meet(three);
            return inside.decrementAndGet();
        });

        assertThat(AtOnce.run(Collections.nCopies(39, person))).hasSize(39).allMatch(Optional::isPresent);
        assertThat(most).hasValue(3);
    }

    @Test
    void who_waits_longer_than_is_bearable_is_sent_away_and_the_turn_is_free_again_afterwards() throws Exception {
        var turns = new RegisteringInTurn(1, Duration.ofMillis(1));
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var slow = Thread.startVirtualThread(() -> turns.take(() -> {
            begun.countDown();
            return waitFor(over);
        }));
        begun.await();

        assertThat(turns.areAwaited()).isFalse();
        assertThat(turns.take(() -> "mine")).isEmpty();

        over.countDown();
        slow.join();
        assertThat(turns.take(() -> "mine")).contains("mine");
    }

    @Test
    void a_turn_that_fails_is_free_for_the_next_one() {
        var turns = new RegisteringInTurn(1, Duration.ofMillis(1));

        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(turns.take(() -> "mine")).contains("mine");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("Three were not let in together", e);
        }
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
