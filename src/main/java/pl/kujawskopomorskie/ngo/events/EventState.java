package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an event is in its life. It follows from dates and the clock, and is stored nowhere. */
public enum EventState {
    /** Being prepared; only the office sees it. */
    DRAFTED,
    /** Announced; registration has not begun, or there is none. */
    PUBLISHED,
    /** People register. */
    REGISTRATION_OPEN,
    /** Registration is over, the event is not. */
    REGISTRATION_CLOSED,
    /** It is over. */
    HELD,
    /** Cancelled, with a public reason. */
    CANCELLED;

    /**
     * The state that follows from the facts.
     *
     * @param event the row
     * @param endsAt when its last session ends, or null while it has none
     * @param now the moment asked about
     */
    public static EventState of(Event event, @Nullable Instant endsAt, Instant now) {
        return of(
                event.publishedAt() != null,
                event.cancelledAt() != null,
                event.registrationOpensAt(),
                event.registrationClosesAt(),
                endsAt,
                now);
    }

    /** The same from facts that were read without the rest of the row. */
    static EventState of(
            boolean published,
            boolean cancelled,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant endsAt,
            Instant now) {
        if (cancelled) {
            return CANCELLED;
        }
        if (!published || endsAt == null) {
            return DRAFTED;
        }
        if (!now.isBefore(endsAt)) {
            return HELD;
        }
        if (opensAt == null || closesAt == null || now.isBefore(opensAt)) {
            return PUBLISHED;
        }
        return now.isBefore(closesAt) ? REGISTRATION_OPEN : REGISTRATION_CLOSED;
    }
}
