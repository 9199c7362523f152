package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pl.kujawskopomorskie.ngo.shared.jobs.Rush;

/**
 * Lets only so many registrations go on at once on this node, the others wait in the order in which they came. Those of one event
 * wait for each other's locks anyway; waiting for them in the database, thousands would hold every connection that the rest of the
 * portal needs. No count of places depends on this: that is the locks' part.
 */
@Singleton
class RegisteringInTurn {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore turns;
    private final Duration patience;
    private final Rush rush;

    @Inject
    RegisteringInTurn(Rush rush) {
        this(AT_ONCE, PATIENCE, rush);
    }

    RegisteringInTurn(int atOnce, Duration patience, Rush rush) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
        this.rush = rush;
    }

    /** What comes of the work, or nothing when too many others wait. */
    <T> Optional<T> take(Supplier<T> work) {
        if (!comesUp()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    private boolean comesUp() {
        try {
            // Without the time, who comes just now would pass those who wait.
            if (turns.tryAcquire(0, TimeUnit.SECONDS)) {
                return true;
            }
            rush.begin();
            try {
                return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                rush.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
