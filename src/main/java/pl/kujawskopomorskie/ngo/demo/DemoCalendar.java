package pl.kujawskopomorskie.ngo.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Days of the demo's files as moments: counted from the day on which the demo is made.
 *
 * @param now the moment at which it is made
 */
record DemoCalendar(Instant now) {

    static DemoCalendar of(Clock clock) {
        return new DemoCalendar(OfficeTime.now(clock));
    }

    /** The day that is so many days from the demo's first; negative ones before it. */
    LocalDate day(int inDays) {
        return OfficeTime.day(now).plusDays(inDays);
    }

    /** The moment of a day and hour in the office. */
    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(OfficeTime.ZONE).toInstant();
    }

    /** The same of something that has happened: never later than now, even when the demo is made at dawn. */
    Instant past(LocalDate day, LocalTime time) {
        return past(at(day, time));
    }

    /** The moment, or now if it has not come yet. */
    Instant past(Instant moment) {
        return moment.isAfter(now) ? now : moment;
    }
}
