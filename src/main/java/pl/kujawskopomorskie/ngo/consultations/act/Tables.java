package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of a table together. Rows with cell marks are sure; a table taken from a PDF may have lost them, and is
 * then open until a unit surely begins.
 */
final class Tables {

    private final Outline outline;
    private final Expectation expectation;
    private final Lookahead lookahead;
    private boolean loose;

    /** The number that the last row of a loose table begins with. */
    private @Nullable Numeral lastRow;

    Tables(Outline outline, Expectation expectation, Lookahead lookahead) {
        this.outline = outline;
        this.expectation = expectation;
        this.lookahead = lookahead;
    }

    /** Whether lines without cell marks are rows of the table that is open. */
    boolean isLoose() {
        return loose;
    }

    /** Whether a row may begin with such a label, so that it opens no unit. */
    boolean keeps(Label label, Line line, int at) {
        if (!loose) {
            return false;
        }
        if (endsLooseTable(label) || expectation.isNext(label, line) && !isNextRow(label, at)) {
            return false;
        }
        lastRow = label.number();
        return true;
    }

    /** Rows count up like paragraphs do, but no row is a sentence. */
    private boolean isNextRow(Label label, int at) {
        return label.kind() == UnitKind.PARAGRAPH
                && (lastRow == null ? label.number().isFirst() : label.number().follows(lastRow))
                && !Wording.endsSentence(lookahead.paragraphFrom(at));
    }

    /** Whether a line without a label is no row of a loose table any more. */
    boolean isBehind(Line line, int at) {
        return line.broken()
                && (lookahead.startsProse(at) || Wording.isCapitals(line.text()) && lookahead.isHeading(line, at));
    }

    void end() {
        loose = false;
        lastRow = null;
    }

    boolean takes(Line line) {
        var text = line.printed();
        var row = line.row();
        var current = outline.current;
        if (current != null && current.kind == UnitKind.TABLE) {
            if (row || (loose && isHeaderOf(current, text))) {
                if (isHeaderOf(current, text)) {
                    outline.setAside(Aside.Kind.REPEATED_TABLE_HEADER, "", text);
                } else {
                    outline.append(text, true);
                }
                return true;
            }
        }
        if (row || (beginsLooseTable(text) && !line.inline())) {
            end();
            loose = !row;
            outline.open(UnitKind.TABLE, "", Numeral.NONE, outline.openAbove(20), line.source());
            outline.append(text, true);
            return true;
        }
        return false;
    }

    private static boolean isHeaderOf(Node table, String text) {
        var rows = table.text;
        if (rows.length() < text.length() || rows.length() > text.length() && rows.charAt(text.length()) != '\n') {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (rows.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsLooseTable(String text) {
        return Wording.startsWith(text, "lp.") || Wording.startsWith(text, "l.p.") || Wording.startsWith(text, "lp ");
    }

    private static boolean endsLooseTable(Label label) {
        return switch (label.kind()) {
            case SECTION, ARTICLE, DIVISION, SUBCHAPTER -> true;
            case CHAPTER -> !label.word().isEmpty();
            default -> false;
        };
    }
}
