package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Forgets what somebody began to type and never came back to. */
@Singleton
final class ForgettingUnsavedAnswers implements RecurringJob {

    /** How long it waits for its author: longer than a holiday. */
    static final Duration KEPT = Duration.ofDays(30);

    private final UnsavedAnswers unsaved;
    private final Clock clock;

    ForgettingUnsavedAnswers(UnsavedAnswers unsaved, Clock clock) {
        this.unsaved = unsaved;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-unsaved-answers";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 50));
    }

    @Override
    public void run() {
        var limit = OfficeTime.now(clock).minus(KEPT);
        var deleted = 1;
        while (deleted > 0) {
            deleted = unsaved.dropSomeBefore(limit);
        }
    }
}
