package pl.kujawskopomorskie.ngo.shared.data;

import java.util.function.Supplier;

/** Writes that somebody else may make at the same moment: the same form sent twice at once, or two who want one thing. */
public final class Races {

    private static final int TRIES = 4;

    private Races() {}

    /**
     * Does what is one transaction. When another one came first, so that nothing of this was stored, it is done again and finds what
     * the other one stored.
     *
     * @param once the transaction; it must not run within another one
     * @throws RuntimeException what the database refused for any other reason, or too often
     */
    public static <T> T run(Supplier<T> once) {
        for (var tries = 1; ; tries++) {
            try {
                return once.get();
            } catch (RuntimeException e) {
                // Not all that writes says it in an exception of the same kind: what the database said is its cause.
                if (tries == TRIES || !(Violations.isDuplicate(e) || Violations.isLostRace(e))) {
                    throw e;
                }
            }
        }
    }
}
