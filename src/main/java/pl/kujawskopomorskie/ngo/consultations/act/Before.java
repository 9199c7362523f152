package pl.kujawskopomorskie.ngo.consultations.act;

/** What the text before a line says of whether a unit may begin with it. */
final class Before {

    private final Outline outline;

    Before(Outline outline) {
        this.outline = outline;
    }

    boolean isClosed(Line line) {
        return line.broken() || outline.end.isClosed() || afterHeading();
    }

    private boolean afterHeading() {
        var current = outline.current;
        return current == null
                || switch (current.kind) {
                    case TITLE, DIVISION, CHAPTER, SUBCHAPTER, HEADING, ANNEX, MEMORANDUM, SIGNATURE, TABLE -> true;
                    default -> false;
                };
    }

    /** The sentence before cannot end here, whatever number stands at the line's start. */
    boolean goesOn(Line line) {
        return !line.hasNumber()
                && outline.end == LineEnd.UNFINISHED
                && (!line.broken() || !startsAnew(line))
                && !afterTitle();
    }

    private boolean afterTitle() {
        return outline.current != null && outline.current.kind == UnitKind.TITLE;
    }

    private static boolean startsAnew(Line line) {
        return line.source().level() >= 0;
    }

    boolean current(UnitKind kind) {
        return outline.current != null && outline.current.kind == kind;
    }

    boolean isProse() {
        var current = outline.current;
        return current == null || current.kind == UnitKind.PROSE || current.isIn(UnitKind.PROSE) || current.isLeaf();
    }
}
