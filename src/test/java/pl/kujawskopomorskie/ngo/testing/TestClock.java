package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** A clock that shows what a test says. Every test begins at {@link #START}. */
@Singleton
@Replaces(Clock.class)
public final class TestClock extends Clock {

    /** Friday, 20 November 2026, 10:00 in the office. */
    public static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the clock to a moment. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Sets the clock on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return OfficeTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
