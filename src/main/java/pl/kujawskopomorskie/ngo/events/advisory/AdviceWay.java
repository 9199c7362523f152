package pl.kujawskopomorskie.ngo.events.advisory;

/** How advice is given. */
public enum AdviceWay {
    /** In a room. */
    ON_SITE,
    /** By phone: the adviser calls. */
    PHONE,
    /** By a video call. */
    ONLINE
}
