package pl.kujawskopomorskie.ngo.events.lending;

import org.jspecify.annotations.Nullable;

/** How a request to borrow stands; it follows from its moments. */
public enum LendingState {
    /** Waits for the office. */
    ASKED,
    /** The things are theirs for the term. */
    ACCEPTED,
    /** The office said no. */
    REFUSED,
    /** Taken back by who asked. */
    WITHDRAWN,
    /** Cancelled by the office after it had been accepted. */
    CANCELLED;

    /**
     * The state that follows.
     *
     * @param accepted what was decided, or null
     */
    static LendingState of(@Nullable Boolean accepted, boolean withdrawn, boolean cancelled) {
        if (withdrawn) {
            return WITHDRAWN;
        }
        if (cancelled) {
            return CANCELLED;
        }
        if (accepted == null) {
            return ASKED;
        }
        return accepted ? ACCEPTED : REFUSED;
    }
}
