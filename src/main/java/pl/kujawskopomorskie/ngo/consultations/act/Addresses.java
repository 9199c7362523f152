package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every unit its citation and its permanent address, both unique in the document. A citation names sections and what
 * is inside them, no groups; units that stand in no section are cited by their group.
 */
final class Addresses {

    private static final int LONGEST_QUOTED_HEADING = 60;

    private final Outline outline;
    private final Map<Node, Address> addresses = new IdentityHashMap<>();
    private final Map<Object, Integer> counters = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> citations = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    private record Address(String id, String citation) {}

    private Addresses(Outline outline) {
        this.outline = outline;
    }

    static Addresses of(Outline outline) {
        var addresses = new Addresses(outline);
        for (var node : outline.nodes) {
            addresses.addresses.put(node, addresses.address(node));
        }
        return addresses;
    }

    ActText actText(List<Node> unclosedQuotes) {
        var units = new ArrayList<ProvisionUnit>(outline.nodes.size());
        for (var node : outline.nodes) {
            var address = get(node);
            units.add(new ProvisionUnit(
                    address.id,
                    node.kind,
                    node.label,
                    address.citation,
                    node.parent == null ? "" : get(node.parent).id,
                    node.text.toString()));
        }
        var asides = new ArrayList<Aside>(outline.asides.size());
        for (var aside : outline.asides) {
            asides.add(new Aside(
                    aside.kind(),
                    aside.number(),
                    aside.text(),
                    aside.after() == null ? "" : get(aside.after()).id,
                    aside.offset()));
        }
        return new ActText(
                Titles.of(outline.nodes),
                units,
                asides,
                Doubts.of(outline.nodes, unclosedQuotes, node -> get(node).id));
    }

    private Address get(Node node) {
        var address = addresses.get(node);
        if (address == null) {
            throw new IllegalStateException("A unit is addressed before the unit that it stands in");
        }
        return address;
    }

    private Address address(Node node) {
        var base = base(node);
        var before = base == null ? null : get(base);
        var separator = base != null && (base.kind == UnitKind.ANNEX || base.kind == UnitKind.MEMORANDUM) ? ", " : " ";
        var part = part(node, base);
        var citation = before == null ? part.citation : before.citation + separator + part.citation;
        var id = before == null ? part.id : before.id + "__" + part.id;
        if (citations.contains(citation) && node.kind == UnitKind.SECTION) {
            var group = groupOf(node);
            if (group != null) {
                citation = get(group).citation + " " + part.citation;
                id = get(group).id + "__" + part.id;
            }
        }
        return new Address(unique(ids, id, "_x", ""), unique(citations, citation, " (", ")"));
    }

    private String unique(Set<String> taken, String wanted, String before, String after) {
        if (taken.add(wanted)) {
            return wanted;
        }
        var key = before + wanted;
        var count = repeats.getOrDefault(key, 1);
        String found;
        do {
            count++;
            found = wanted + before + count + after;
        } while (!taken.add(found));
        repeats.put(key, count);
        return found;
    }

    private static @Nullable Node groupOf(Node node) {
        for (var at = node.parent; at != null; at = at.parent) {
            if (at.isGroup()) {
                return at;
            }
        }
        return null;
    }

    /** The unit whose citation this one's begins with. */
    private static @Nullable Node base(Node node) {
        var at = node.parent;
        while (at != null && isSkipped(node, at)) {
            at = at.parent;
        }
        return at;
    }

    private static boolean isSkipped(Node node, Node ancestor) {
        if (ancestor.kind == UnitKind.HEADING) {
            return true;
        }
        if (node.kind == UnitKind.SECTION || node.kind == UnitKind.ARTICLE) {
            return ancestor.isGroup();
        }
        if (node.kind == UnitKind.HEADING) {
            return ancestor.kind != UnitKind.ANNEX && ancestor.kind != UnitKind.MEMORANDUM;
        }
        return node.number.style() == Numeral.Style.DECIMAL
                && (ancestor.number.style() == Numeral.Style.DECIMAL
                        || (node.number.suffix() + ".").startsWith(ancestor.number.printed() + "."));
    }

    private record Part(String id, String citation) {}

    private Part part(Node node, @Nullable Node base) {
        var number = node.number.printed();
        return switch (node.kind) {
            case TITLE -> new Part("tytul", "tytuł");
            case LEGAL_BASIS -> new Part("podstawa", "podstawa prawna");
            case SIGNATURE -> new Part("podpis", "podpis");
            case MEMORANDUM -> new Part("uzasadnienie", "uzasadnienie");
            case ANNEX ->
                number.isEmpty()
                        ? new Part("zal", "załącznik")
                        : new Part("zal_" + ascii(number), "załącznik nr " + number);
            case DIVISION ->
                node.word.equals("część")
                        ? new Part("czesc_" + ascii(number), "część " + number)
                        : new Part("dzial_" + ascii(number), "dział " + number);
            case CHAPTER -> new Part("rozdz_" + ascii(number), "rozdział " + number);
            case SUBCHAPTER ->
                node.number.style() == Numeral.Style.DECIMAL
                        ? new Part("podrozdz_" + ascii(number), "podrozdział " + number)
                        : new Part("oddz_" + ascii(number), "oddział " + number);
            case HEADING -> new Part("nagl_" + count(base, "nagl"), "nagłówek „" + shortened(node.text) + "”");
            case ARTICLE -> new Part("art_" + ascii(number), "art. " + number);
            case SECTION -> new Part("par_" + ascii(number), "§ " + number);
            case PARAGRAPH -> new Part("ust_" + ascii(number), "ust. " + number);
            case POINT -> new Part("pkt_" + ascii(number), "pkt " + number);
            case LETTER -> new Part("lit_" + ascii(number), "lit. " + number);
            case INDENT -> {
                var count = count(node.parent, "tir");
                yield new Part("tir_" + count, "tiret " + Ordinals.neuter(count));
            }
            case DOUBLE_INDENT -> {
                var count = count(node.parent, "dtir");
                yield new Part("dtir_" + count, "podwójne tiret " + Ordinals.neuter(count));
            }
            case CLOSING_WORDS -> new Part("cz_wsp", "część wspólna");
            case PROSE -> {
                var count = count(base, "akapit");
                yield new Part("akapit_" + count, "akapit " + count);
            }
            case TABLE -> {
                var count = count(base, "tab");
                yield new Part("tab_" + count, count == 1 ? "tabela" : "tabela " + count);
            }
        };
    }

    private record Counted(@Nullable Node parent, String what) {}

    private int count(@Nullable Node parent, String what) {
        return counters.merge(new Counted(parent, what), 1, Integer::sum);
    }

    private static String shortened(StringBuilder text) {
        var words = Chars.tidy(text.substring(0, Math.min(text.length(), LONGEST_QUOTED_HEADING + 1)));
        if (text.length() <= LONGEST_QUOTED_HEADING) {
            return words;
        }
        var space = words.lastIndexOf(' ');
        return (space > 0 ? words.substring(0, space) : words) + "…";
    }

    /** Letters and digits of a number, Polish letters without their tails. */
    static String ascii(String number) {
        var out = new StringBuilder(number.length());
        for (var i = 0; i < number.length(); i++) {
            var c = Character.toLowerCase(number.charAt(i));
            var at = "ąćęłńóśźż".indexOf(c);
            if (at >= 0) {
                out.append("acelnoszz".charAt(at));
            } else if (c < '\u0080' && Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (c == '.' || c == '[') {
                out.append('_');
            }
        }
        return out.isEmpty() ? "0" : out.toString().toLowerCase(Locale.ROOT);
    }
}
