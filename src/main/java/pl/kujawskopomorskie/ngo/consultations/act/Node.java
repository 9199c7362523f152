package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit while the document is being read. */
final class Node {

    final UnitKind kind;
    final String label;
    final Numeral number;
    /** The character or word that shapes the label; siblings of one list share it. */
    final char form;

    final String word;
    /** Mending by hand may move a unit; the reader never does. */
    @Nullable
    Node parent;

    final int level;
    final float indent;
    final StringBuilder text = new StringBuilder();
    final List<Node> children = new ArrayList<>();

    /** Brackets opened and not closed in the text so far. */
    int openBrackets;

    Node(
            UnitKind kind,
            String label,
            Numeral number,
            char form,
            String word,
            @Nullable Node parent,
            int level,
            float indent) {
        this.kind = kind;
        this.label = label;
        this.number = number;
        this.form = form;
        this.word = word;
        this.parent = parent;
        this.level = level;
        this.indent = indent;
    }

    void wrap(String piece) {
        TextFlow.wrap(text, piece);
        countBrackets(piece);
    }

    void sameLine(String piece) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(piece);
        countBrackets(piece);
    }

    void breakLine(String piece) {
        TextFlow.breakLine(text, piece);
        countBrackets(piece);
    }

    private void countBrackets(String piece) {
        for (var i = 0; i < piece.length(); i++) {
            var c = piece.charAt(i);
            if (c == '(') {
                openBrackets++;
            } else if (c == ')' && openBrackets > 0) {
                openBrackets--;
            }
        }
    }

    /** Depth of the kind in the order of the principles; a unit may only stand in one of a smaller rank. */
    int rank() {
        return rank(kind);
    }

    static int rank(UnitKind kind) {
        return switch (kind) {
            case ANNEX, MEMORANDUM -> 0;
            case DIVISION -> 1;
            case CHAPTER -> 2;
            case SUBCHAPTER -> 3;
            case HEADING -> 4;
            case ARTICLE -> 5;
            case SECTION -> 6;
            case PROSE -> 7;
            case PARAGRAPH -> 8;
            case POINT -> 9;
            case LETTER -> 10;
            case INDENT -> 11;
            case DOUBLE_INDENT -> 12;
            case TITLE, LEGAL_BASIS, CLOSING_WORDS, TABLE, SIGNATURE -> 20;
        };
    }

    /** Whether units never stand inside this one. */
    boolean isLeaf() {
        return rank() >= 20;
    }

    boolean isGroup() {
        return kind == UnitKind.DIVISION || kind == UnitKind.CHAPTER || kind == UnitKind.SUBCHAPTER;
    }

    /** Whether the unit is an item of an enumeration. */
    boolean isItem() {
        return switch (kind) {
            case POINT, LETTER, INDENT, DOUBLE_INDENT -> true;
            default -> false;
        };
    }

    boolean isIn(UnitKind ancestor) {
        for (var node = parent; node != null; node = node.parent) {
            if (node.kind == ancestor) {
                return true;
            }
        }
        return false;
    }
}
