package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree while it grows: what is open, what came last, what was set aside and where. */
final class Outline {

    /** Units in the order of the text. */
    final List<Node> nodes = new ArrayList<>();

    final List<SetAside> asides = new ArrayList<>();

    /** The innermost open unit; null before the first. */
    @Nullable
    Node current;

    /** How the text before the line in hand ends. */
    LineEnd end = LineEnd.START;

    /** The last section, and the last numbered unit outside sections, of the act or the annex that is open. */
    @Nullable
    Node lastSection;

    @Nullable
    Node lastArticle;

    @Nullable
    Node lastLoose;

    boolean hasSections;

    record SetAside(
            Aside.Kind kind,
            String number,
            String text,
            @Nullable Node after,
            int offset) {}

    Node open(Label label, String printed, @Nullable Node parent, SourceLine source) {
        var node = new Node(
                label.kind(),
                printed,
                label.number(),
                label.form(),
                label.word(),
                parent,
                source.level(),
                source.indent());
        add(node);
        if (node.kind == UnitKind.SECTION) {
            lastSection = node;
            hasSections = true;
        } else if (node.kind == UnitKind.ARTICLE) {
            lastArticle = node;
        } else if (node.kind == UnitKind.PARAGRAPH && (parent == null || parent.rank() <= 4)) {
            lastLoose = node;
        }
        return node;
    }

    Node open(UnitKind kind, String printed, Numeral number, @Nullable Node parent, SourceLine source) {
        var node = new Node(kind, printed, number, (char) 0, "", parent, source.level(), source.indent());
        add(node);
        if (kind == UnitKind.ANNEX || kind == UnitKind.MEMORANDUM) {
            lastSection = null;
            lastArticle = null;
            lastLoose = null;
        }
        return node;
    }

    private void add(Node node) {
        nodes.add(node);
        if (node.parent != null) {
            node.parent.children.add(node);
        }
        current = node;
        end = LineEnd.START;
    }

    /** Adds text to the innermost unit behind a space, or on a new line. */
    void append(String piece, boolean newLine) {
        if (piece.isEmpty() || current == null) {
            return;
        }
        if (newLine) {
            current.breakLine(piece);
        } else {
            var before = current.text.length();
            current.wrap(piece);
            if (before > 0 && current.text.length() == before - 1 + piece.length()) {
                moveAsidesBack(current, before);
            }
        }
        end = LineEnd.of(current.text);
    }

    /** Adds text that stood on the same line of the file, so that no hyphen before it was a line's end. */
    void appendOnLine(String piece) {
        if (piece.isEmpty() || current == null) {
            return;
        }
        current.sameLine(piece);
        end = LineEnd.of(current.text);
    }

    /** A hyphen at a line's end is gone; what was set aside behind it now stands one character further left. */
    private void moveAsidesBack(Node node, int offset) {
        for (var i = asides.size() - 1; i >= 0; i--) {
            var aside = asides.get(i);
            if (aside.after() != node || aside.offset() != offset) {
                return;
            }
            asides.set(i, new SetAside(aside.kind(), aside.number(), aside.text(), node, offset - 1));
        }
    }

    void setAside(Aside.Kind kind, String number, String text) {
        asides.add(new SetAside(kind, number, text, current, current == null ? 0 : current.text.length()));
    }

    /** The annex or the memorandum that is open, or null in the act itself. */
    @Nullable
    Node scope() {
        for (var node = current; node != null; node = node.parent) {
            if (node.kind == UnitKind.ANNEX || node.kind == UnitKind.MEMORANDUM) {
                return node;
            }
        }
        return null;
    }

    boolean inMemorandum() {
        var scope = scope();
        return scope != null && scope.kind == UnitKind.MEMORANDUM;
    }

    /** The innermost open unit that another may stand in and whose rank is below the given one. */
    @Nullable
    Node openAbove(int rank) {
        var node = current;
        while (node != null && (node.isLeaf() || node.rank() >= rank)) {
            node = node.parent;
        }
        return node;
    }

    @Nullable
    Node openOf(UnitKind kind) {
        for (var node = current; node != null; node = node.parent) {
            if (node.kind == kind) {
                return node;
            }
        }
        return null;
    }
}
