package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks over a finished outline for what a person should look at. */
final class Doubts {

    private final Map<Node, List<Found>> found = new IdentityHashMap<>();
    private final List<Node> nodes;

    private record Found(Doubt.Kind kind, String detail) {}

    private record Series(@Nullable Node parent, UnitKind kind, Numeral.Style style) {}

    private Doubts(List<Node> nodes) {
        this.nodes = nodes;
    }

    static List<Doubt> of(List<Node> nodes, List<Node> unclosedQuotes, Function<Node, String> id) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        var doubts = new Doubts(nodes);
        doubts.lookAtTheWhole();
        doubts.lookAtNumbers();
        for (var node : unclosedQuotes) {
            doubts.add(node, Doubt.Kind.UNCLOSED_QUOTE, node.label.isEmpty() ? excerpt(node) : node.label);
        }
        var out = new ArrayList<Doubt>();
        for (var node : nodes) {
            for (var one : doubts.found.getOrDefault(node, List.of())) {
                out.add(new Doubt(one.kind, id.apply(node), one.detail));
            }
        }
        return out;
    }

    private void add(Node node, Doubt.Kind kind, String detail) {
        found.computeIfAbsent(node, key -> new ArrayList<>()).add(new Found(kind, detail));
    }

    private static String excerpt(Node node) {
        var end = Math.min(60, node.text.length());
        return Chars.tidy(node.text.substring(0, end));
    }

    private void lookAtTheWhole() {
        var first = nodes.getFirst();
        if (beginsInTheMiddle(first)) {
            add(first, Doubt.Kind.EXTRACT, first.label.isEmpty() ? excerpt(first) : first.label);
        } else if (!isAct()) {
            add(first, Doubt.Kind.NOT_AN_ACT, excerpt(first));
        }
    }

    private static boolean beginsInTheMiddle(Node first) {
        return switch (first.kind) {
            case SECTION, ARTICLE, PARAGRAPH, POINT, LETTER, CHAPTER, DIVISION, SUBCHAPTER -> !first.number.isFirst();
            case INDENT, DOUBLE_INDENT, CLOSING_WORDS -> true;
            case PROSE -> !first.text.isEmpty() && Character.isLowerCase(first.text.charAt(0));
            default -> false;
        };
    }

    private boolean isAct() {
        for (var node : nodes) {
            switch (node.kind) {
                case TITLE -> {
                    if (isLawTitle(node.text.toString())) {
                        return true;
                    }
                }
                case LEGAL_BASIS -> {
                    return true;
                }
                case ANNEX -> {
                    if (mentionsLaw(node.text)) {
                        return true;
                    }
                }
                case SECTION -> {
                    if (putsAnActIntoForce(node.text)) {
                        return true;
                    }
                }
                default -> {
                    // other units say nothing of what the whole is
                }
            }
        }
        return false;
    }

    private static boolean putsAnActIntoForce(StringBuilder text) {
        var force = text.indexOf(" wchodzi w życie");
        if (force < 0) {
            return false;
        }
        return Wording.startsWithLawKind(
                text.substring(0, Math.min(text.length(), 20)).stripLeading());
    }

    private static boolean isLawTitle(String title) {
        for (var line : title.split("\n", 12)) {
            if (!line.isEmpty() && Wording.startsWithLawKind(line)) {
                return true;
            }
        }
        var head = Chars.tidy(title.substring(0, Math.min(title.length(), 400)));
        return Wording.startsWith(head, "projekt uchwały")
                || Wording.startsWith(head, "program współpracy")
                || head.contains("UCHWAŁ")
                || head.contains("Uchwała")
                || head.contains("ZARZĄDZENI");
    }

    private static boolean mentionsLaw(StringBuilder text) {
        var head = text.substring(0, Math.min(text.length(), 400)).toLowerCase(java.util.Locale.ROOT);
        return head.contains("uchwał") || head.contains("zarządzeni") || head.contains("rozporządzeni");
    }

    private void lookAtNumbers() {
        var last = new HashMap<Series, Node>();
        var extract = beginsInTheMiddle(nodes.getFirst());
        var kinds = EnumSet.noneOf(UnitKind.class);
        for (var node : nodes) {
            if (node.number.style() == Numeral.Style.NONE || node.kind == UnitKind.ANNEX) {
                if (node.kind == UnitKind.CLOSING_WORDS || node.kind == UnitKind.HEADING) {
                    forget(last, node.parent);
                }
                continue;
            }
            var series = new Series(series(node), node.kind, node.number.style());
            var before = last.put(series, node);
            if (before == null) {
                var firstOfItsKind = kinds.add(node.kind);
                if (!node.number.isFirst()
                        && !(extract && firstOfItsKind)
                        && node.number.style() != Numeral.Style.DECIMAL) {
                    add(node, Doubt.Kind.NUMBERING_JUMP, node.label);
                }
                continue;
            }
            if (node.number.follows(before.number)) {
                continue;
            }
            if (node.number.sameAs(before.number)) {
                add(node, Doubt.Kind.DUPLICATE_LABEL, node.label);
            } else if (node.number.isFirst() || node.number.isNotAfter(before.number)) {
                add(node, Doubt.Kind.NUMBERING_RESTART, before.label + " → " + node.label);
            } else {
                add(node, Doubt.Kind.NUMBERING_JUMP, before.label + " → " + node.label);
            }
        }
    }

    private static void forget(Map<Series, Node> last, @Nullable Node parent) {
        for (var kind : new UnitKind[] {UnitKind.PARAGRAPH, UnitKind.POINT, UnitKind.LETTER}) {
            for (var style : Numeral.Style.values()) {
                last.remove(new Series(parent, kind, style));
            }
        }
    }

    /** Sections run on through groups; everything else is numbered inside its parent. */
    private static @Nullable Node series(Node node) {
        var at = node.parent;
        if (node.kind == UnitKind.SECTION || node.kind == UnitKind.ARTICLE) {
            while (at != null && (at.isGroup() || at.kind == UnitKind.HEADING)) {
                at = at.parent;
            }
        }
        return at;
    }
}
