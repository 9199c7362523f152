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
        if (event.cancelledAt() != null) {
            return CANCELLED;
        }
        if (event.publishedAt() == null || endsAt == null) {
            return DRAFTED;
        }
        if (!now.isBefore(endsAt)) {
            return HELD;
        }
        var opensAt = event.registrationOpensAt();
        var closesAt = event.registrationClosesAt();
        if (opensAt == null || closesAt == null || now.isBefore(opensAt)) {
            return PUBLISHED;
        }
        return now.isBefore(closesAt) ? REGISTRATION_OPEN : REGISTRATION_CLOSED;
    }

    /** Whether anybody may see it. */
    public boolean isPublic() {
        return this != DRAFTED;
    }
}
