package pl.kujawskopomorskie.ngo.events.after;

import pl.kujawskopomorskie.ngo.events.Mode;

/** How somebody took part. */
public enum Participation {
    /** In the room. */
    ON_SITE,
    /** By the stream. */
    ONLINE,
    /** Some of it so, some of it so. */
    BOTH;

    static Participation of(Mode mode) {
        return mode == Mode.ON_SITE ? ON_SITE : ONLINE;
    }

    Participation and(Participation other) {
        return this == other ? this : BOTH;
    }
}
