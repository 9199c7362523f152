package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * Something that is in the file but is not of the text of the act.
 *
 * @param kind what it is
 * @param number mark of a footnote, otherwise empty
 * @param text as it stands in the file
 * @param after id of the unit after whose beginning it stands, or empty when it comes before the first
 * @param offset how many characters of that unit's text stand before it, so that everything can be put back in order
 */
public record Aside(Kind kind, String number, String text, String after, int offset) {

    /** Why it was set aside. */
    public enum Kind {
        PAGE_NUMBER,
        RUNNING_HEADER,
        FOOTNOTE,
        RULE,
        WATERMARK,
        REPEATED_TABLE_HEADER
    }
}
