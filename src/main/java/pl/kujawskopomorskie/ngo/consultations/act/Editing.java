package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mending by hand what the reader got wrong. Each function gives a new text with addresses, citations, parents and doubts
 * computed afresh; the characters of the document stay what they were.
 */
public final class Editing {

    private static final Pattern PART =
            Pattern.compile("(?iu)(\\p{L}{4,}\\s+)?(\\d{1,4}[a-z]{0,3}|[ivxlcdm]{1,9}[a-z]?)\\s*[.)]?");
    private static final Pattern NUMBERED =
            Pattern.compile("(?iu)[-–—•]?\\s*(§|art|ust|pkt|paragraf)?\\.?\\s*\\d{1,6}\\s*[a-z]{0,3}\\s*[.)]{0,2}");
    private static final Pattern LETTERED = Pattern.compile("(?iu)[-–—•]?\\s*(lit)?\\.?\\s*\\p{L}{1,3}\\s*[.)]{0,2}");

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Outline.SetAside> asides = new ArrayList<>();
    private final List<Node> unclosedQuotes = new ArrayList<>();

    private Editing(ActText act) {
        for (var unit : act.units()) {
            var label = Labels.known(unit.kind(), unit.label());
            var node = new Node(
                    unit.kind(),
                    unit.label(),
                    label.number(),
                    label.form(),
                    label.word(),
                    byId.get(unit.parent()),
                    -1,
                    0);
            node.text.append(unit.text());
            nodes.add(node);
            byId.put(unit.id(), node);
        }
        for (var aside : act.asides()) {
            asides.add(new Outline.SetAside(
                    aside.kind(), aside.number(), aside.text(), byId.get(aside.after()), aside.offset()));
        }
        for (var doubt : act.doubts()) {
            var node = byId.get(doubt.unit());
            if (doubt.kind() == Doubt.Kind.UNCLOSED_QUOTE && node != null) {
                unclosedQuotes.add(node);
            }
        }
    }

    /**
     * Cuts a unit in two. When the second part begins with a label it becomes the unit of that label, otherwise a paragraph
     * of prose.
     *
     * @param at how many characters of the unit's text stay with it; 1 to length - 1
     * @throws IllegalArgumentException when there is no such unit or no such place in it
     */
    public static ActText split(ActText act, String unit, int at) {
        var editing = new Editing(act);
        var node = editing.find(unit);
        if (at < 1 || at >= node.text.length()) {
            throw new IllegalArgumentException("No place " + at + " inside the text of " + unit);
        }
        var start = Chars.skipSpace(node.text.toString(), at);
        var rest = node.text.substring(start);
        var found = editing.labelOf(node, start, rest);
        var kind = found == null ? UnitKind.PROSE : found.kind();
        var printed = found == null ? "" : found.printedIn(rest);
        var textAt = found == null ? 0 : Chars.skipSpace(rest, found.end());
        var index = editing.nodes.indexOf(node);
        var added = editing.node(kind, printed, editing.parentAt(index + 1, kind));
        added.text.append(rest.substring(textAt));
        node.text.setLength(Chars.endWithoutSpace(node.text.substring(0, at)));
        editing.nodes.add(index + 1, added);
        editing.moveAsides(node, start, added, textAt);
        editing.settle(index + 1, added);
        return editing.actText();
    }

    /**
     * Joins a unit with the next one of the document: its label and text become words of the first, its children become
     * children of the first.
     *
     * @throws IllegalArgumentException when there is no such unit or none behind it
     */
    public static ActText joinWithNext(ActText act, String unit) {
        var editing = new Editing(act);
        var node = editing.find(unit);
        var index = editing.nodes.indexOf(node);
        if (index + 1 >= editing.nodes.size()) {
            throw new IllegalArgumentException("Nothing stands behind " + unit);
        }
        var next = editing.nodes.remove(index + 1);
        var words = next.label.isEmpty() || next.text.isEmpty() ? next.label + next.text : next.label + " " + next.text;
        if (!node.text.isEmpty() && !words.isEmpty()) {
            node.text.append(' ');
        }
        var start = node.text.length();
        node.text.append(words);
        var textAt = start + words.length() - next.text.length();
        for (var i = 0; i < editing.asides.size(); i++) {
            var aside = editing.asides.get(i);
            if (aside.after() == next) {
                editing.asides.set(
                        i,
                        new Outline.SetAside(
                                aside.kind(), aside.number(), aside.text(), node, textAt + aside.offset()));
            }
        }
        editing.unclosedQuotes.replaceAll(one -> one == next ? node : one);
        editing.replaceParent(next, node);
        editing.settle(index + 1, node);
        return editing.actText();
    }

    /**
     * Gives a unit another kind and label. What follows finds its parent anew: units behind a new section stand in it.
     *
     * @throws IllegalArgumentException when there is no such unit
     */
    public static ActText relabel(ActText act, String unit, UnitKind kind, String label) {
        var editing = new Editing(act);
        var old = editing.find(unit);
        var index = editing.nodes.indexOf(old);
        var parent = Node.rank(kind) == old.rank() ? old.parent : editing.parentAt(index, kind);
        var node = editing.node(kind, Chars.tidy(label), parent);
        node.text.append(old.text);
        editing.nodes.set(index, node);
        for (var i = 0; i < editing.asides.size(); i++) {
            var aside = editing.asides.get(i);
            if (aside.after() == old) {
                editing.asides.set(
                        i, new Outline.SetAside(aside.kind(), aside.number(), aside.text(), node, aside.offset()));
            }
        }
        editing.unclosedQuotes.replaceAll(one -> one == old ? node : one);
        editing.replaceParent(old, node);
        if (node.rank() != old.rank()) {
            editing.settle(index, node);
        }
        return editing.actText();
    }

    /**
     * Whether a printed label can be that of a unit of a kind: a number, or for letters a letter, with the words and signs
     * usual around it. Kinds whose units bear no number take any label.
     */
    public static boolean fits(UnitKind kind, String label) {
        var printed = Chars.tidy(label);
        return switch (kind) {
            case DIVISION, CHAPTER, SUBCHAPTER -> PART.matcher(printed).matches();
            case ARTICLE, SECTION, PARAGRAPH, POINT -> NUMBERED.matcher(printed).matches();
            case LETTER -> LETTERED.matcher(printed).matches();
            default -> true;
        };
    }

    /** The label at the beginning of a part that is split off, unless something was set aside in the middle of it. */
    private @Nullable Label labelOf(Node node, int start, String rest) {
        var label = Labels.at(rest, 0);
        if (label == null) {
            return null;
        }
        for (var aside : asides) {
            if (aside.after() == node && aside.offset() > start && aside.offset() < start + label.end()) {
                return null;
            }
        }
        return label;
    }

    private Node find(String id) {
        var node = byId.get(id);
        if (node == null) {
            throw new IllegalArgumentException("No unit " + id);
        }
        return node;
    }

    private Node node(UnitKind kind, String printed, @Nullable Node parent) {
        var label = Labels.known(kind, printed);
        return new Node(kind, printed, label.number(), label.form(), label.word(), parent, -1, 0);
    }

    /** Where a unit of a kind would stand if it came at a place of the document. */
    private @Nullable Node parentAt(int index, UnitKind kind) {
        if (kind == UnitKind.ANNEX
                || kind == UnitKind.MEMORANDUM
                || kind == UnitKind.TITLE
                || kind == UnitKind.LEGAL_BASIS) {
            return null;
        }
        var node = index == 0 ? null : nodes.get(index - 1);
        while (node != null && (node.isLeaf() || node.rank() >= Node.rank(kind))) {
            node = node.parent;
        }
        if (kind == UnitKind.CLOSING_WORDS) {
            while (node != null && node.isItem()) {
                node = node.parent;
            }
        }
        return node;
    }

    private void replaceParent(Node old, Node now) {
        for (var node : nodes) {
            if (node.parent == old) {
                node.parent = now;
            }
        }
    }

    /** Gives every unit from a place on a parent that stands before it and is open there. */
    private void settle(int from, Node changed) {
        var open = new HashSet<Node>();
        for (var i = Math.max(from, 1); i < nodes.size(); i++) {
            var node = nodes.get(i);
            open.clear();
            var changedIsOpen = false;
            for (@Nullable Node at = nodes.get(i - 1); at != null; at = at.parent) {
                open.add(at);
                changedIsOpen |= at == changed;
            }
            if (node == changed) {
                continue;
            }
            var parent = node.parent;
            var stands = parent == null || open.contains(parent);
            var belongsInside = changedIsOpen
                    && !node.isLeaf()
                    && node.rank() > changed.rank()
                    && !changed.isLeaf()
                    && isAncestor(parent, changed);
            var noLongerInside =
                    parent == changed && !node.isLeaf() && (changed.isLeaf() || node.rank() <= changed.rank());
            if (!stands || belongsInside || noLongerInside) {
                node.parent = parentAt(i, node.kind);
            }
        }
    }

    private static boolean isAncestor(@Nullable Node ancestor, Node of) {
        if (ancestor == null) {
            return true;
        }
        for (var at = of.parent; at != null; at = at.parent) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private void moveAsides(Node from, int start, Node to, int labelLength) {
        for (var i = 0; i < asides.size(); i++) {
            var aside = asides.get(i);
            if (aside.after() == from && aside.offset() > start) {
                var offset = Math.max(0, aside.offset() - start - labelLength);
                asides.set(i, new Outline.SetAside(aside.kind(), aside.number(), aside.text(), to, offset));
            } else if (aside.after() == from && aside.offset() > from.text.length()) {
                asides.set(
                        i, new Outline.SetAside(aside.kind(), aside.number(), aside.text(), from, from.text.length()));
            }
        }
    }

    private ActText actText() {
        var outline = new Outline();
        outline.nodes.addAll(nodes);
        outline.asides.addAll(asides);
        return Addresses.of(outline).actText(unclosedQuotes);
    }
}
