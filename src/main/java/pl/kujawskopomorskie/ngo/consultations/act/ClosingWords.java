package pl.kujawskopomorskie.ngo.consultations.act;

import org.jspecify.annotations.Nullable;

/** Finds the words that close an enumeration and belong to all its items (ZTP § 56). */
final class ClosingWords {

    private static final float SAME_INDENT = 1.5f;

    private final Outline outline;
    private final Lookahead lookahead;

    ClosingWords(Outline outline, Lookahead lookahead) {
        this.outline = outline;
        this.lookahead = lookahead;
    }

    /** Words behind a dash that end the sentence of a whole list, and are no item of it. */
    boolean areSure(Label label, Line line) {
        var current = outline.current;
        if (!label.isDash() || line.inline() || current == null || !current.isItem() || Chars.isBullet(label.form())) {
            return false;
        }
        if (outline.openOf(UnitKind.INDENT) != null) {
            return false;
        }
        return outline.end == LineEnd.COMMA || (outline.end == LineEnd.OPEN && line.broken());
    }

    /**
     * Words without a dash: behind the last item, which ends with a comma like those before it, and so far from the margin
     * that the line was not wrapped.
     */
    boolean areUnmarked(Line line, int at) {
        var current = outline.current;
        if (current == null
                || !current.isItem()
                || !line.afterShort()
                || outline.end != LineEnd.COMMA
                || line.source().indent() > current.indent
                || !Character.isLowerCase(line.text().charAt(0))) {
            return false;
        }
        var before = previousSibling(current);
        if (before == null || LineEnd.of(lastText(before)) != LineEnd.COMMA) {
            return false;
        }
        for (@Nullable Node item = current; item != null && item.isItem(); item = item.parent) {
            if (goesOn(item, at)) {
                return false;
            }
        }
        return true;
    }

    boolean open(Label label, Line line, int at) {
        var current = outline.current;
        var text = line.text();
        var rest = Chars.skipSpace(text, label.end());
        if (current == null || !current.isItem() || line.inline() || rest >= text.length()) {
            return false;
        }
        if (outline.openOf(UnitKind.INDENT) != null && !Chars.isDash(label.form())) {
            return false;
        }
        if (Chars.isDigit(text.charAt(rest)) || outline.end == LineEnd.COLON || outline.end == LineEnd.UNFINISHED) {
            return false;
        }
        var list = closedList(current, line);
        if (list == null
                || (outline.end == LineEnd.OPEN && !line.broken() && (!standsOut(line, list) || goesOn(list, at)))) {
            return false;
        }
        outline.open(
                new Label(UnitKind.CLOSING_WORDS, Numeral.NONE, label.form(), "", label.start(), label.end()),
                label.printedIn(text),
                list.parent,
                line.source());
        outline.append(Chars.tidy(text.substring(rest)), false);
        return true;
    }

    /** A last item without a comma, in a list of two or more whose others have one, leaves the end to closing words. */
    private static boolean standsOut(Line line, Node item) {
        var parent = item.parent;
        if (parent == null) {
            return false;
        }
        var siblings = 0;
        for (var i = parent.children.size() - 2; i >= 0 && siblings < 3; i--) {
            var sibling = parent.children.get(i);
            if (sibling.kind == item.kind) {
                siblings++;
            }
        }
        return siblings >= 1 && line.source().indent() <= item.indent && !line.afterFull();
    }

    /** Nothing closes a list that has another item behind the words. */
    private boolean goesOn(Node item, int at) {
        var next = lookahead.labelBehind(at);
        return next != null
                && next.kind() == item.kind
                && next.form() == item.form
                && next.number().follows(item.number);
    }

    /** The last item of the list that closing words end: the innermost, unless an outer list prints commas too. */
    static @Nullable Node closedList(Node current, Line line) {
        var aligned = alignedItem(current, line);
        if (aligned != null) {
            return aligned;
        }
        var list = current;
        for (var node = current.parent; node != null && node.isItem(); node = node.parent) {
            if (node.parent == null) {
                break;
            }
            var before = previousSibling(node);
            if (node.kind == UnitKind.POINT && before != null && LineEnd.of(lastText(before)) == LineEnd.COMMA) {
                list = node;
            }
        }
        return list;
    }

    /** Where the lists are indented differently, closing words stand under the labels of the list that they close. */
    private static @Nullable Node alignedItem(Node current, Line line) {
        var indent = line.source().indent();
        Node found = null;
        var indents = false;
        for (@Nullable Node node = current; node != null && node.isItem(); node = node.parent) {
            indents |= Math.abs(node.indent - current.indent) > SAME_INDENT;
            if (found == null && Math.abs(node.indent - indent) <= SAME_INDENT) {
                found = node;
            }
        }
        return indents ? found : null;
    }

    private static @Nullable Node previousSibling(Node node) {
        if (node.parent == null) {
            return null;
        }
        var siblings = node.parent.children;
        for (var i = siblings.size() - 2; i >= 0 && i > siblings.size() - 4; i--) {
            if (siblings.get(i).kind == node.kind) {
                return siblings.get(i);
            }
        }
        return null;
    }

    private static StringBuilder lastText(Node node) {
        var at = node;
        while (!at.children.isEmpty()) {
            at = at.children.getLast();
        }
        return at.text;
    }
}
