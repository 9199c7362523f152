package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Deletes addresses that somebody typed in and whose owner never agreed. */
@Singleton
final class ForgettingFollowers implements RecurringJob {

    /** How long a link waits to be confirmed. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Followers followers;
    private final Clock clock;

    ForgettingFollowers(Followers followers, Clock clock) {
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-followers";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 40));
    }

    @Override
    public void run() {
        var limit = OfficeTime.now(clock).minus(KEPT);
        var deleted = 1;
        while (deleted > 0) {
            deleted = followers.deleteSomeUnconfirmed(limit);
        }
    }
}
