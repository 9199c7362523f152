package pl.kujawskopomorskie.ngo.events;

/** How one takes part in a session. */
public enum Mode {
    /** In the room. */
    ON_SITE,
    /** By the stream. */
    ONLINE;

    /** The other one. */
    public Mode other() {
        return this == ON_SITE ? ONLINE : ON_SITE;
    }
}
