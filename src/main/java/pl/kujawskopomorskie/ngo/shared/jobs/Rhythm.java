package pl.kujawskopomorskie.ngo.shared.jobs;

import java.time.Duration;
import java.time.LocalTime;

/** When a {@link RecurringJob} comes back. */
public sealed interface Rhythm {

    /** Some time after it was last done. */
    record Every(Duration pause) implements Rhythm {}

    /** Each day at a time by the clock in the office. */
    record DailyAt(LocalTime time) implements Rhythm {}
}
