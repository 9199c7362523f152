package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * One line of a source document.
 *
 * @param text the characters as they stand in the file, without the automatic number; cells of a table row are parted by
 *     a tab
 * @param number the number that a word processor computes and the file does not spell out ({@code 1)}, {@code § 3.}), or
 *     empty
 * @param level depth of the automatic list that the line belongs to, 0 for the outermost, -1 when it is in none
 * @param indent distance of the first character from the left edge of the text, in points for a PDF, in leading spaces
 *     for plain text, 0 when unknown
 * @param page 1-based page of a PDF, 0 when unknown
 * @param blankBefore whether an empty line, or a clear vertical gap, parts this line from the one before
 * @param role what the container of the line says of it
 */
public record SourceLine(
        String text, String number, int level, float indent, int page, boolean blankBefore, Role role) {

    /** What the file itself says that a line is. */
    public enum Role {
        /** Running text; the file says no more. */
        BODY,
        /** A paragraph in a heading style. */
        HEADING,
        /** One row of a table. */
        TABLE_ROW,
        /** A running header of the page. */
        HEADER,
        /** A running footer of the page, page number included. */
        FOOTER,
        /** The text of a footnote or an endnote; {@code number} holds its mark. */
        FOOTNOTE,
        /** A text box or another frame that floats beside the text. */
        FRAME
    }

    /** A line of running text of which nothing else is known. */
    public static SourceLine of(String text) {
        return new SourceLine(text, "", -1, 0, 0, false, Role.BODY);
    }
}
