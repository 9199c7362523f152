package pl.kujawskopomorskie.ngo.events.lending;

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
    CANCELLED
}
