package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit that a row of somebody's table speaks of: by the citation that people write in it in their own ways
 * ({@code §3 ust 2, pkt. 1)}), or by the wording that they copied.
 */
public final class UnitFinder {

    /** A wording is a unit's when so many of their words are the same. */
    private static final double ALIKE = 0.6;

    /** A citation and a wording contradict each other below the one and above the other. */
    private static final double UNLIKE = 0.2;

    private static final double SURELY_ANOTHER = 0.85;

    /** Of two units that are like a wording nearly as much, neither is chosen. */
    private static final double LEAD = 0.05;

    /** A citation further into a wording is one of another act. */
    private static final int LATEST_CITATION = 40;

    private static final Pattern CITATION = Pattern.compile(
            "(?:zał(?:\\.|ącznik\\w*)\\s*(?:nr|numer)?\\s*(?<annex>\\d+)?[\\s,:;.–-]*(?:do uchwały[\\s,:;–-]*)?)?"
                    + "(?:§|par\\.|paragraf\\w*)\\s*(?<section>\\d+[a-z]{0,2})\\b"
                    + "(?:[\\s,.]*\\bust(?:ęp\\w*|\\.)?\\s*(?<paragraph>\\d+[a-z]{0,2})\\b)?"
                    + "(?:[\\s,.]*\\bp(?:unkt\\w*|kt\\.?)\\s*(?<point>\\d+[a-z]{0,2})\\b\\)?)?"
                    + "(?:[\\s,.]*\\blit(?:er\\w*|\\.)?\\s*(?<letter>[a-z]{1,2})\\b\\)?)?"
                    + "(?:[\\s,.]*\\btiret\\s*(?<indent>\\p{L}+))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ON_THE_WHOLE =
            Pattern.compile("całość|całości|całego|ogóln", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<ProvisionUnit> units;
    private final List<Words> own = new ArrayList<>();
    private final List<Words> whole = new ArrayList<>();

    /** Looks among the units of one act. */
    public UnitFinder(List<ProvisionUnit> units) {
        this.units = List.copyOf(units);
        var texts = new HashMap<String, StringBuilder>();
        var parents = new HashMap<String, String>();
        for (var unit : units) {
            texts.put(unit.id(), new StringBuilder());
            parents.put(unit.id(), unit.parent());
            // A unit's words are also those of all that it stands in.
            for (var at = unit.id(); at != null && texts.containsKey(at); at = parents.get(at)) {
                texts.get(at).append(' ').append(unit.label()).append(' ').append(unit.text());
            }
        }
        for (var unit : units) {
            own.add(Words.of(unit.text()));
            whole.add(Words.of(String.valueOf(texts.get(unit.id()))));
        }
    }

    /**
     * Finds a unit.
     *
     * @param reference where the row says which unit it is about, possibly empty
     * @param wording the current wording as the row has it, possibly with its citation before it, possibly empty
     */
    public Match find(String reference, String wording) {
        var cited = citation(reference, reference.length());
        var byName = cited.isEmpty() ? named(reference) : null;
        if (byName != null) {
            return new Match(How.CITED, byName, byName.citation());
        }
        if (cited.isEmpty()) {
            cited = citation(wording, LATEST_CITATION);
        }
        if (!cited.isEmpty()) {
            return byCitation(cited, wording);
        }
        if (wording.isBlank() || ON_THE_WHOLE.matcher(reference).find()) {
            return new Match(How.WHOLE_ACT, null, "");
        }
        return byWording(wording);
    }

    private @Nullable ProvisionUnit named(String reference) {
        var name = reference.strip();
        for (var unit : units) {
            if (unit.citation().equalsIgnoreCase(name)) {
                return unit;
            }
        }
        return null;
    }

    private Match byCitation(String cited, String wording) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < units.size(); i++) {
            var citation = units.get(i).citation().toLowerCase(Locale.ROOT);
            if (citation.equals(cited)) {
                found.clear();
                found.add(i);
                break;
            }
            if (citation.endsWith(", " + cited)) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            return new Match(How.NO_SUCH_CITATION, null, cited);
        }
        var words = Words.of(wording);
        if (found.size() > 1) {
            var best = best(words, found);
            return best < 0
                    ? new Match(How.CITED_SEVERAL_TIMES, null, cited)
                    : new Match(How.CITED, units.get(best), units.get(best).citation());
        }
        var at = found.getFirst();
        var unit = units.get(at);
        if (!wording.isBlank() && likeness(words, at) < UNLIKE) {
            var other = best(words, all());
            if (other >= 0 && other != at && likeness(words, other) > SURELY_ANOTHER) {
                return new Match(
                        How.CITATION_AND_WORDING_DISAGREE,
                        unit,
                        units.get(other).citation());
            }
        }
        return new Match(How.CITED, unit, unit.citation());
    }

    private Match byWording(String wording) {
        var best = best(Words.of(wording), all());
        return best < 0
                ? new Match(How.NOTHING_ALIKE, null, "")
                : new Match(How.ALIKE, units.get(best), units.get(best).citation());
    }

    private int best(Words words, List<Integer> among) {
        var best = -1;
        var first = 0.0;
        var second = 0.0;
        for (var at : among) {
            var likeness = likeness(words, at);
            if (likeness > first) {
                second = first;
                first = likeness;
                best = at;
            } else if (likeness > second) {
                second = likeness;
            }
        }
        return first >= ALIKE && (first - second >= LEAD || first == 1) ? best : -1;
    }

    private double likeness(Words words, int at) {
        return Math.max(words.likeness(own.get(at)), words.likeness(whole.get(at)));
    }

    private List<Integer> all() {
        var all = new ArrayList<Integer>();
        for (var i = 0; i < units.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** The citation in a text as law writes it, in lower case; empty when there is none, or none early enough. */
    static String citation(String text, int latest) {
        var matcher = CITATION.matcher(text);
        if (!matcher.find() || matcher.start() > latest) {
            return "";
        }
        var citation = new StringBuilder();
        if (matcher.group("annex") != null) {
            citation.append("załącznik nr ").append(matcher.group("annex")).append(", ");
        }
        citation.append("§ ").append(matcher.group("section"));
        append(citation, " ust. ", matcher.group("paragraph"));
        append(citation, " pkt ", matcher.group("point"));
        append(citation, " lit. ", matcher.group("letter"));
        append(citation, " tiret ", matcher.group("indent"));
        return citation.toString().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder citation, String before, @Nullable String number) {
        if (number != null) {
            citation.append(before).append(number);
        }
    }

    /** How a unit was found, or why none was. */
    public enum How {
        /** The row cites it. */
        CITED,
        /** The row's wording is like its. */
        ALIKE,
        /** The row is about the act as a whole. */
        WHOLE_ACT,
        /** The row cites one unit and quotes another. */
        CITATION_AND_WORDING_DISAGREE,
        /** The act has no unit of that citation. */
        NO_SUCH_CITATION,
        /** Several parts of the act have such a unit. */
        CITED_SEVERAL_TIMES,
        /** The row cites nothing, and its wording is like no unit's, or like several. */
        NOTHING_ALIKE
    }

    /**
     * What was found.
     *
     * @param how it was found, or why not
     * @param unit the unit, or null for the whole act or when none was found
     * @param citation of the unit; where there is none, as the row has it; where row and wording disagree, that of the unit
     *     quoted
     */
    public record Match(How how, @Nullable ProvisionUnit unit, String citation) {

        /** Whether a person should look before it is believed. */
        public boolean isDoubtful() {
            return switch (how) {
                case CITED, ALIKE, WHOLE_ACT -> false;
                case CITATION_AND_WORDING_DISAGREE, NO_SUCH_CITATION, CITED_SEVERAL_TIMES, NOTHING_ALIKE -> true;
            };
        }
    }
}
