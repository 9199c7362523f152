package pl.kujawskopomorskie.ngo.shared.time;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The office's time zone, and the only place that makes a clock. Everything else is given a {@link Clock}, so that a
 * test can say what time it is.
 */
@Factory
public final class OfficeTime {

    /** The zone in which days and deadlines of the office are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    @Singleton
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** Now, cut to the microseconds that the database keeps, so that a row read back equals the row written. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in the office. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The day in the office on which the moment falls. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The moment as a clock on the office's wall shows it. */
    public static LocalDateTime wallClock(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    /** Whether a clock on the office's wall ever shows it: not in the hour that is missing when clocks are put forward. */
    public static boolean exists(LocalDateTime wallClock) {
        return !ZONE.getRules().getValidOffsets(wallClock).isEmpty();
    }

    /** The first moment of the day in the office. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first moment after the day in the office: what is due "on the day" is due before this moment. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The moment as whole microseconds since 1970, for addresses that name a place in a list. */
    public static long toMicros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** The moment of whole microseconds since 1970. */
    public static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
