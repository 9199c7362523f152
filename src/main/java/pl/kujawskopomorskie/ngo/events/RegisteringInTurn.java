package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many registrations go on at once on this node, the others wait in the order in which they came. Those of one event
 * wait for each other's locks anyway; waiting for them in the database, thousands would hold every connection that the rest of the
 * portal needs. No count of places depends on this: that is the locks' part.
 */
@Singleton
class RegisteringInTurn {

    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore turns;
    private final Duration patience;

    @Inject
    RegisteringInTurn() {
        this(AT_ONCE, PATIENCE);
    }

    RegisteringInTurn(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
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
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether somebody waits for a turn now. */
    boolean areAwaited() {
        return turns.hasQueuedThreads();
    }
}
