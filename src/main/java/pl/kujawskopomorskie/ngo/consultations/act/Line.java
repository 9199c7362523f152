package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * A stretch of text that the reader decides on as a whole: a line of the file, or a part of one where a list goes on
 * inside the line.
 *
 * @param text trimmed characters; a table row keeps its tabs
 * @param source the line of the file that it comes from
 * @param body place of that line among the lines of the text, asides not counted
 * @param broken whether the break before it is on purpose: a paragraph begins here, the sentence does not just wrap
 * @param apart whether clear space parts it from the line before, where the document uses such space
 * @param afterShort whether the line before stops well short of the margin, so that this one did not have to wrap
 * @param inline whether it stands behind other text on the same line of the file
 * @param row whether it is a row of a table
 * @param quoted whether it begins inside a quotation
 */
record Line(
        String text,
        SourceLine source,
        int body,
        boolean broken,
        boolean apart,
        boolean afterShort,
        boolean inline,
        boolean row,
        boolean quoted) {

    /** The text as it is printed, the automatic number included. */
    String printed() {
        if (!hasNumber()) {
            return text;
        }
        var number = Chars.tidy(source.number());
        return text.isEmpty() ? number : number + " " + text;
    }

    boolean hasNumber() {
        return !inline && !source.number().isEmpty();
    }
}
