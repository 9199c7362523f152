package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * Keeps the rows of a table together. Rows with cell marks are sure; a table taken from a PDF may have lost them, and is
 * then open until a unit surely begins.
 */
final class Tables {

    private final Outline outline;
    private boolean loose;

    Tables(Outline outline) {
        this.outline = outline;
    }

    /** Whether lines without cell marks are rows of the table that is open. */
    boolean isLoose() {
        return loose;
    }

    /** Whether a row may begin with such a label, so that it opens no unit. */
    boolean keeps(Label label) {
        return loose && !endsLooseTable(label);
    }

    void end() {
        loose = false;
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
