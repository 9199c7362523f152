package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/**
 * Decides what a dash or a bullet at the beginning of a line is: an item, an item of an inner list, or a part of a sentence
 * that wraps.
 */
final class Dashes {

    private static final float SAME_INDENT = 1.5f;

    private final Outline outline;
    private final Before before;

    Dashes(Outline outline, Before before) {
        this.outline = outline;
        this.before = before;
    }

    Expectation.@Nullable Place placeOf(Label label, Line line, String text, int rest) {
        if (line.inline()) {
            return inlineIndent(label, text, rest);
        }
        var open = outline.openOf(UnitKind.INDENT);
        if (line.hasNumber()) {
            return indentByLevel(label, line, open);
        }
        var digit = rest < text.length() && Chars.isDigit(text.charAt(rest));
        if (before.goesOn(line)
                || before.current(UnitKind.LEGAL_BASIS)
                || before.current(UnitKind.TITLE)
                || rest >= text.length() && !line.broken()
                || digit && label.end() == rest && outline.end != LineEnd.COLON) {
            return null;
        }
        if (open == null) {
            return begun(label, line);
        }
        var inner = outline.openOf(UnitKind.DOUBLE_INDENT);
        if (label.kind() == UnitKind.DOUBLE_INDENT) {
            return inner != null || before.isClosed(line) || outline.end == LineEnd.COMMA
                    ? new Expectation.Place(open, label)
                    : null;
        }
        return outline.end == LineEnd.COLON
                ? nested(label, line, open, inner)
                : continued(label, line, open, inner, digit);
    }

    /** The first item of a list. */
    private Expectation.@Nullable Place begun(Label label, Line line) {
        return startsList(line, Chars.isBullet(label.form()))
                ? new Expectation.Place(anchor(UnitKind.INDENT), label.as(UnitKind.INDENT))
                : null;
    }

    /** An item after a colon, where a list is open already: mostly the first of a list within. */
    private Expectation.Place nested(Label label, Line line, Node open, @Nullable Node inner) {
        if (inner != null
                && sameDash(label, open)
                && line.source().indent() <= open.indent
                && outline.current != open) {
            return new Expectation.Place(open.parent, label);
        }
        var within = before.current(UnitKind.INDENT)
                || before.current(UnitKind.DOUBLE_INDENT)
                || inner == null && outline.current == open;
        return within
                ? new Expectation.Place(open, label.as(UnitKind.DOUBLE_INDENT))
                : new Expectation.Place(anchor(UnitKind.INDENT), label);
    }

    /** The next item of the list that is open or of the one within it, unless the dash stands inside a sentence. */
    private Expectation.@Nullable Place continued(
            Label label, Line line, Node open, @Nullable Node inner, boolean digit) {
        if (inner == null && outline.current == open && !digit && isOfInnerList(label, line, open)) {
            return new Expectation.Place(open, label.as(UnitKind.DOUBLE_INDENT));
        }
        if (inner != null
                && sameDash(label, inner)
                && (!sameDash(label, open) || line.source().indent() > open.indent)) {
            return continuesList(line, inner, digit)
                    ? new Expectation.Place(open, label.as(UnitKind.DOUBLE_INDENT))
                    : null;
        }
        return continuesList(line, open, digit) || Chars.isBullet(label.form())
                ? new Expectation.Place(open.parent, label)
                : null;
    }

    private static boolean isOfInnerList(Label label, Line line, Node open) {
        var deeper = line.source().indent() > open.indent + SAME_INDENT;
        return deeper ? !sameDash(label, open) : isOtherMark(label.form(), open.form);
    }

    /** {@code obejmuje: - szkolenia, - doradztwo}: dashes that follow a colon, and each other. */
    private Expectation.@Nullable Place inlineIndent(Label label, String text, int rest) {
        var current = outline.current;
        if (current == null
                || rest >= text.length()
                || label.kind() != UnitKind.INDENT
                || before.isProse()
                || current.openBrackets > 0) {
            return null;
        }
        if (Chars.isDigit(text.charAt(rest)) || outline.inMemorandum()) {
            return null;
        }
        if (current.kind == UnitKind.INDENT) {
            return sameDash(label, current) && (outline.end == LineEnd.COMMA || outline.end == LineEnd.CLOSED)
                    ? new Expectation.Place(current.parent, label)
                    : null;
        }
        return outline.end == LineEnd.COLON ? new Expectation.Place(anchor(UnitKind.INDENT), label) : null;
    }

    /** A bullet of another shape begins an inner list; dashes of different lengths are just typed so. */
    private static boolean isOtherMark(char mark, char other) {
        return mark != other && !(Chars.isDash(mark) && Chars.isDash(other));
    }

    private static boolean sameDash(Label label, Node node) {
        return label.form() == node.form;
    }

    private boolean startsList(Line line, boolean bullet) {
        if (outline.end == LineEnd.COLON || bullet) {
            return true;
        }
        if (line.broken()) {
            var list = outline.current;
            return list == null || !list.isItem() || outline.end == LineEnd.CLOSED;
        }
        return outline.end == LineEnd.START && (outline.current == null || !outline.current.isLeaf());
    }

    /** Whether a dash goes on with the list, and does not stand inside a sentence that wraps. */
    private boolean continuesList(Line line, Node open, boolean digit) {
        if (line.broken()) {
            return outline.end != LineEnd.UNFINISHED && !(outline.end == LineEnd.OPEN && siblingsArePunctuated(open));
        }
        switch (outline.end) {
            case CLOSED, COMMA, COLON, START -> {
                return true;
            }
            case CONJUNCTION -> {
                return !digit;
            }
            default -> {
                return !digit && !siblingsArePunctuated(open);
            }
        }
    }

    private static boolean siblingsArePunctuated(Node open) {
        if (open.parent == null) {
            return false;
        }
        var siblings = open.parent.children;
        for (var i = Math.max(0, siblings.size() - 4); i < siblings.size() - 1; i++) {
            var sibling = siblings.get(i);
            if (sibling.kind == open.kind) {
                var end = LineEnd.of(sibling.text);
                if (end == LineEnd.COMMA || end == LineEnd.CLOSED) {
                    return true;
                }
            }
        }
        return false;
    }

    private Expectation.@Nullable Place indentByLevel(Label label, Line line, @Nullable Node open) {
        if (open != null && open.level >= 0 && line.source().level() > open.level) {
            return new Expectation.Place(open, label.as(UnitKind.DOUBLE_INDENT));
        }
        if (open != null && (open.level < 0 || open.level == line.source().level())) {
            return new Expectation.Place(open.parent, label.as(UnitKind.INDENT));
        }
        return new Expectation.Place(anchor(UnitKind.INDENT), label.as(UnitKind.INDENT));
    }

    private @Nullable Node anchor(UnitKind kind) {
        return outline.openAbove(Node.rank(kind));
    }
}
