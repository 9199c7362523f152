package pl.kujawskopomorskie.ngo.consultations;

/**
 * What became, by the newest version, of the unit that a remark was made on.
 *
 * @param kind in one word
 * @param version the newest version that has the unit; where it was removed, the first that has it no more
 * @param unit its address there; where it was removed, the one it had last
 * @param citation likewise
 * @param text its words there; where it was removed, those it had last
 */
public record UnitFate(Kind kind, int version, String unit, String citation, String text) {

    /** What a unit can become. */
    public enum Kind {
        /** The remark is on the newest version. */
        CURRENT,
        /** A newer version has it, word for word and in its place. */
        SAME,
        /** A newer version has it in other words. */
        CHANGED,
        /** A newer version has it in another place or under another number, its words the same or changed. */
        MOVED,
        /** A newer version has it no more. */
        REMOVED
    }
}
