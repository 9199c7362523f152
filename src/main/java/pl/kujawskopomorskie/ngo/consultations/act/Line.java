package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * A stretch of text that the reader decides on as a whole: a line of the file, or a part of one where a list goes on
 * inside the line.
 *
 * @param text trimmed characters; a table row keeps its tabs
 * @param source the line of the file that it comes from
 * @param body place of that line among the lines of the text, asides not counted
 * @param gap what parts it from the line before
 * @param inline whether it stands behind other text on the same line of the file
 * @param row whether it is a row of a table
 * @param quoted whether it begins inside a quotation
 */
record Line(String text, SourceLine source, int body, Gap gap, boolean inline, boolean row, boolean quoted) {

    /**
     * What parts a line from the one before.
     *
     * @param broken whether the break is on purpose: a paragraph begins here, the sentence does not just wrap
     * @param apart whether there is clear space between them, where the document uses such space
     * @param afterShort whether the line before stops well short of the margin, so that this one did not have to wrap
     * @param afterFull whether the line before reaches the margin, so that this one may well have been wrapped
     */
    record Gap(boolean broken, boolean apart, boolean afterShort, boolean afterFull) {

        /** Before the first line. */
        static final Gap START = new Gap(true, true, true, false);

        /** Before a part that stands behind other text on the same line of the file. */
        static final Gap INLINE = new Gap(false, false, false, false);
    }

    boolean broken() {
        return gap.broken;
    }

    boolean apart() {
        return gap.apart;
    }

    boolean afterShort() {
        return gap.afterShort;
    }

    boolean afterFull() {
        return gap.afterFull;
    }

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
