package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits as long as good manners ask: half a second, one, two … between tries, longer when the register says so, and a fifth
 * between organisations. A little is added by chance, so that nodes do not come back all at once.
 */
@Singleton
final class PatientWaiting implements KrsRegister.Waiting {

    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    @Override
    public void before(int attempt, Duration asked) {
        sleep(length(attempt, asked, ThreadLocalRandom.current().nextDouble()));
    }

    @Override
    public void between() {
        sleep(BETWEEN);
    }

    /**
     * How long to wait.
     *
     * @param chance from 0 to 1
     */
    static Duration length(int attempt, Duration asked, double chance) {
        var patient = FIRST.multipliedBy(1L << Math.min(attempt - 1, 6));
        var polite = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        var base = patient.compareTo(polite) > 0 ? patient : polite;
        return base.plusMillis(Math.round(base.toMillis() * chance / 4));
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
