package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What people are asked after an event. It opens by itself when the event ends, and closes when its days are over; neither is stored.
 *
 * @param eventId after which event
 * @param intro said above the questions, possibly empty
 * @param openDays how many whole days it is open, 1 to 90
 * @param readyAt when a clerk said that it may open, or null while it is prepared
 * @param closedAt when a clerk closed it before its time, or null
 */
@MappedEntity("survey")
public record Survey(
        @Id long eventId,
        String intro,
        int openDays,
        @Nullable Instant readyAt,
        @Nullable Instant closedAt) {

    /** Most questions of one. */
    public static final int MOST_QUESTIONS = 30;

    /** Most characters of what is said above the questions. */
    public static final int LONGEST_INTRO = 1000;

    /** Most days that it is open. */
    public static final int MOST_DAYS = 90;

    /**
     * When it opens: at the end of the event, or when it is ready, if that is later.
     *
     * @param endsAt when the event ends, or null while it has no sessions
     */
    public @Nullable Instant opensAt(@Nullable Instant endsAt) {
        if (readyAt == null || endsAt == null) {
            return null;
        }
        return readyAt.isAfter(endsAt) ? readyAt : endsAt;
    }

    /** First moment at which it is closed by itself: the end of its last day. */
    public @Nullable Instant closesAt(@Nullable Instant endsAt) {
        var opens = opensAt(endsAt);
        return opens == null ? null : OfficeTime.endOf(OfficeTime.day(opens).plusDays(openDays));
    }

    /** What can be done with it at a moment. */
    public State stateAt(@Nullable Instant endsAt, Instant moment) {
        if (readyAt == null) {
            return State.DRAFTED;
        }
        var opens = opensAt(endsAt);
        var closes = closesAt(endsAt);
        if (closedAt != null) {
            return State.CLOSED;
        }
        if (opens == null || closes == null || moment.isBefore(opens)) {
            return State.WAITING;
        }
        return moment.isBefore(closes) ? State.OPEN : State.CLOSED;
    }

    /** What can be done with a survey. */
    public enum State {
        /** A clerk prepares it. */
        DRAFTED,
        /** It opens when the event is over. */
        WAITING,
        /** People answer. */
        OPEN,
        /** Nobody does any more. */
        CLOSED
    }
}
