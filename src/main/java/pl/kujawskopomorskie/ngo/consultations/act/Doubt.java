package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * A place where the reader is not sure and a person should look.
 *
 * @param kind what looks wrong
 * @param unit id of the unit where it is
 * @param detail the words or labels in question, as printed
 */
public record Doubt(Kind kind, String unit, String detail) {

    /** What looks wrong. */
    public enum Kind {
        /** A number is missing between two neighbours. */
        NUMBERING_JUMP,
        /** A list starts again inside the same unit. */
        NUMBERING_RESTART,
        /** The same label twice among siblings; the second got an address of its own. */
        DUPLICATE_LABEL,
        /** A quotation opens and never closes. */
        UNCLOSED_QUOTE,
        /** The document begins in the middle of an act. */
        EXTRACT,
        /** The document is no act: it was read as prose. */
        NOT_AN_ACT
    }
}
