package pl.kujawskopomorskie.ngo.shared.jobs;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many people wait at this moment for their turn on this node. Work for later lets them go first, for a little: a mail that comes
 * some seconds later harms nobody, and a form that is not answered does. Safe to lose, and different on each node.
 */
@Singleton
public final class Rush {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final AtomicInteger waiting = new AtomicInteger();

    /** Somebody begins to wait. */
    public void begin() {
        waiting.incrementAndGet();
    }

    /** They wait no more. */
    public void end() {
        waiting.decrementAndGet();
    }

    /** Lets people go first; goes on when nobody waits, and after some seconds in any case. */
    void letPeopleGoFirst() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (waiting.get() > 0 && System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
