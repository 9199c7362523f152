package pl.kujawskopomorskie.ngo.events.visits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a visit is in its life; follows from its day, from what a clerk said of it, and from today. */
public enum VisitState {
    /** Its day has not passed. */
    PLANNED,
    /** Its day has passed, and nobody has said yet whether it was made. */
    TO_CONFIRM,
    /** It was made. */
    MADE,
    /** It was cancelled. */
    CANCELLED;

    static VisitState of(boolean made, boolean cancelled, LocalDate visitedOn, LocalDate today) {
        if (cancelled) {
            return CANCELLED;
        }
        if (made) {
            return MADE;
        }
        return visitedOn.isBefore(today) ? TO_CONFIRM : PLANNED;
    }

    /** The state of a name, or null for none. */
    public static @Nullable VisitState named(@Nullable String name) {
        for (var state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return null;
    }
}
