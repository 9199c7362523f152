package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * What may be the label of a unit at the beginning of a line; whether it is one depends on what stands around it.
 *
 * @param kind the unit that such a label begins
 * @param number the number in it
 * @param form the character that shapes it: {@code .}, {@code )}, {@code (} for {@code (1)}, {@code /}, the dash itself
 *     of an indent, or 0 when a section or a group prints its bare number
 * @param word the word of a group ({@code rozdział}), otherwise empty
 * @param start where it begins in the line
 * @param end where the text behind it begins in the line, white space included
 */
record Label(UnitKind kind, Numeral number, char form, String word, int start, int end) {

    boolean isDash() {
        return number.style() == Numeral.Style.NONE && (kind == UnitKind.INDENT || kind == UnitKind.DOUBLE_INDENT);
    }

    /** The same label where its place makes it that of another kind. */
    Label as(UnitKind other) {
        return new Label(other, number, form, word, start, end);
    }

    boolean isBracketed() {
        return form == ')' || form == '(' || form == '/';
    }

    String printedIn(String line) {
        return Chars.tidy(line.substring(start, end));
    }
}
