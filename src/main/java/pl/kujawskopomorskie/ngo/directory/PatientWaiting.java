package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits as long as good manners ask: half a second, one, two … between tries, and a fifth between organisations. */
@Singleton
final class PatientWaiting implements KrsRegister.Waiting {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    @Override
    public void before(int attempt) {
        sleep(FIRST.multipliedBy(1L << Math.min(attempt - 1, 6)));
    }

    @Override
    public void between() {
        sleep(BETWEEN);
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
