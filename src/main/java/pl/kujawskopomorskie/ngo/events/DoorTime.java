package pl.kujawskopomorskie.ngo.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * When a door is open: from the beginning of the first day of the event, or of the session whose door it is, to the end of the last.
 *
 * @param begins the first moment
 * @param ends the first moment after it
 */
public record DoorTime(Instant begins, Instant ends) {

    /** The time of a door, or nothing while there is no programme. */
    static @Nullable DoorTime of(List<Session> programme, @Nullable Long sessionId) {
        Instant first = null;
        Instant last = null;
        for (var session : programme) {
            if (sessionId == null || session.key() == sessionId) {
                first = first == null || session.startsAt().isBefore(first) ? session.startsAt() : first;
                last = last == null || session.endsAt().isAfter(last) ? session.endsAt() : last;
            }
        }
        if (first == null || last == null) {
            return null;
        }
        // What ends at midnight ends on the day that is over then.
        return new DoorTime(
                OfficeTime.startOf(OfficeTime.day(first)),
                OfficeTime.startOf(OfficeTime.day(last.minusNanos(1)).plusDays(1)));
    }

    /** Whether the moment is within it. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }

    /** A moment that somebody told of, made possible: never in the future, and not before the door opened. */
    Instant within(Instant told, Instant now) {
        var past = told.isAfter(now) ? now : told;
        return past.isBefore(begins) ? begins : past;
    }

    /**
     * What a moment by the clock of a phone was by ours.
     *
     * @param told by the phone's clock
     * @param phoneNow what that clock shows as it sends
     * @param now what ours shows as it arrives
     */
    public static Instant corrected(Instant told, Instant phoneNow, Instant now) {
        return told.plus(Duration.between(phoneNow, now));
    }
}
