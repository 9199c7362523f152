package pl.kujawskopomorskie.ngo.events;

/** What a session of an event is. */
public enum SessionKind {
    /** For everybody. */
    PLENARY,
    /** One of several at the same time. */
    PANEL,
    /** A training. */
    TRAINING,
    /** A workshop. */
    WORKSHOP,
    /** A meeting. */
    MEETING,
    /** Between sessions; nobody books it. */
    BREAK
}
