package pl.kujawskopomorskie.ngo.consultations;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a follower gets mail. */
public enum Pace {
    AT_ONCE,
    /** Each morning on which there is news. */
    DAILY,
    /** Each Monday morning on which there is news. */
    WEEKLY;

    /** The pace of a name that came from outside. */
    public static Optional<Pace> named(@Nullable String name) {
        return Arrays.stream(values()).filter(pace -> pace.name().equals(name)).findFirst();
    }
}
