package pl.kujawskopomorskie.ngo.shared.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class LimitingTriesTest {

    private static final Limit THREE = new Limit("test", 3, Duration.ofMinutes(10));

    private final LimitingTries tries;
    private final TestClock clock;
    private final String key = UUID.randomUUID().toString();

    LimitingTriesTest(LimitingTries tries, TestClock clock) {
        this.tries = tries;
        this.clock = clock;
    }

    @Test
    void tries_go_on_up_to_the_limit_and_again_when_the_oldest_is_out_of_sight() {
        for (var i = 0; i < 3; i++) {
            assertThat(tries.allow(THREE, key)).isTrue();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(tries.allow(THREE, key)).isFalse();
        assertThat(tries.allow(THREE, key + "-another")).isTrue();

        clock.advance(Duration.ofMinutes(7));
        assertThat(tries.allow(THREE, key)).isTrue();
        assertThat(tries.allow(THREE, key)).isFalse();
    }

    @Test
    void refused_tries_do_not_count_so_waiting_always_helps() {
        for (var i = 0; i < 20; i++) {
            tries.allow(THREE, key);
            clock.advance(Duration.ofSeconds(20));
        }
        clock.advance(Duration.ofMinutes(10).minusSeconds(20 * 18));

        assertThat(tries.allow(THREE, key)).isTrue();
    }

    @Test
    void one_who_is_forgiven_begins_anew() {
        for (var i = 0; i < 4; i++) {
            tries.allow(THREE, key);
        }
        tries.forgive(THREE, key);

        assertThat(tries.allow(THREE, key)).isTrue();
    }

    @Test
    void a_try_within_a_transaction_counts_with_it_and_is_undone_with_it(
            TransactionOperations<Connection> transactions) {
        for (var i = 0; i < 5; i++) {
            transactions.executeWrite(transaction -> {
                assertThat(tries.allowHere(THREE, key)).isTrue();
                transaction.setRollbackOnly();
                return null;
            });
        }
        for (var i = 0; i < 3; i++) {
            assertThat(transactions.<Boolean>executeWrite(transaction -> tries.allowHere(THREE, key)))
                    .isTrue();
        }

        assertThat(transactions.<Boolean>executeWrite(transaction -> tries.allowHere(THREE, key)))
                .isFalse();
        assertThat(tries.allow(THREE, key)).isFalse();
    }

    @Test
    void of_many_tries_at_once_never_more_than_the_limit_go_on() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 12; i++) {
                all.add(() -> tries.allow(THREE, key));
            }
            var allowed = 0;
            for (var answer : executor.invokeAll(all)) {
                allowed += answer.get() ? 1 : 0;
            }
            assertThat(allowed).isLessThanOrEqualTo(3);
        }
    }
}
