package pl.kujawskopomorskie.ngo.events;

/** What somebody who thinks of coming to an event has to know of it first. It follows from its state and its free places. */
public enum EventStanding {
    /** Only the office sees it. */
    DRAFTED,
    /** Registration begins later. */
    OPENS_LATER,
    /** Nobody registers; whoever comes is welcome. */
    OPEN_TO_ALL,
    /** People register, and there are places. */
    OPEN,
    /** People register, and whoever does waits for a place. */
    FULL,
    /** Registration is over, the event is not. */
    CLOSED,
    /** It is over. */
    HELD,
    /** Cancelled. */
    CANCELLED
}
