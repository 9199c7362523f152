package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/**
 * The automatic numbers of a DOCX, counted as Word counts them: lists that share a definition share its counters, and a
 * list that overrides a start restarts them once.
 */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final int MOST_LEVELS = 100_000;

    /** One level of a list's definition; {@code restartAfter} is null for "after any higher level". */
    private record Level(
            int start,
            NumberFormat format,
            String text,
            @Nullable Integer restartAfter,
            boolean legal,
            String style) {}

    private static final Level NO_LEVEL = new Level(1, NumberFormat.NONE, "", null, false, "");

    private static final class Definition {
        private final Map<Integer, Level> levels = new HashMap<>();
        private String styledBy = "";
    }

    private static final class Instance {
        private String definition = "";
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final Map<Integer, Level> levels = new HashMap<>();
    }

    private static final class Counters {
        private final int[] value = new int[LEVELS];
        private final boolean[] used = new boolean[LEVELS];
        private final Set<String> restarted = new HashSet<>();
    }

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<String, Counters> counters = new HashMap<>();
    private final WordStyles styles;
    private int levelsRead;

    WordNumbering(WordStyles styles) {
        this.styles = styles;
    }

    void read(XmlCursor xml) throws XMLStreamException {
        int root = xml.depth();
        while (xml.nextChild(root)) {
            switch (xml.name()) {
                case "abstractNum" -> readDefinition(xml);
                case "num" -> readInstance(xml);
                default -> {}
            }
        }
    }

    private void readDefinition(XmlCursor xml) throws XMLStreamException {
        var definition = new Definition();
        definitions.put(xml.attribute("abstractNumId", ""), definition);
        countLevel();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "lvl" -> definition.levels.put(xml.number("ilvl", 0), readLevel(xml));
                case "numStyleLink" -> definition.styledBy = xml.attribute("val", "");
                default -> {}
            }
        }
    }

    private void readInstance(XmlCursor xml) throws XMLStreamException {
        var instance = new Instance();
        instances.put(xml.attribute("numId", ""), instance);
        countLevel();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "abstractNumId" -> instance.definition = xml.attribute("val", "");
                case "lvlOverride" -> {
                    int level = xml.number("ilvl", 0);
                    int override = xml.depth();
                    while (xml.nextChild(override)) {
                        switch (xml.name()) {
                            case "startOverride" -> instance.starts.put(level, xml.number("val", 1));
                            case "lvl" -> instance.levels.put(level, readLevel(xml));
                            default -> {}
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private Level readLevel(XmlCursor xml) throws XMLStreamException {
        countLevel();
        // Word starts a level without w:start at zero
        int start = 0;
        var format = NumberFormat.DECIMAL;
        String text = "";
        Integer restartAfter = null;
        boolean legal = false;
        String style = "";
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "start" -> start = xml.number("val", 0);
                case "numFmt" -> format = NumberFormat.ofWord(xml.attribute("val", "decimal"));
                case "lvlText" -> text = xml.attribute("val", "");
                case "lvlRestart" -> restartAfter = xml.number("val", 0);
                case "isLgl" -> legal = WordStyles.isOn(xml.attribute("val", "1"));
                case "pStyle" -> style = xml.attribute("val", "");
                default -> {}
            }
        }
        return new Level(start, format, text, restartAfter, legal, style);
    }

    private void countLevel() {
        levelsRead++;
        if (levelsRead > MOST_LEVELS) {
            throw new Refusal(Reason.BROKEN);
        }
    }

    /** The level of a list that names this paragraph style, or 0. */
    int levelOfStyle(String numId, String styleId) {
        var instance = instances.get(numId);
        if (instance == null) {
            return 0;
        }
        for (int level = 0; level < LEVELS; level++) {
            if (level(instance, level).style.equals(styleId)) {
                return level;
            }
        }
        return 0;
    }

    boolean knows(String numId) {
        return instances.containsKey(numId);
    }

    /** Counts one more paragraph of the list and gives its number as printed; empty for a list that is not defined. */
    String next(String numId, int ilvl) {
        var instance = instances.get(numId);
        if (instance == null) {
            return "";
        }
        int at = Math.clamp(ilvl, 0, LEVELS - 1);
        var level = level(instance, at);
        var counter = counters.computeIfAbsent(definitionId(instance), id -> new Counters());
        if (instance.starts.containsKey(at) && counter.restarted.add(numId + "/" + at)) {
            counter.used[at] = false;
        }
        counter.value[at] = counter.used[at] ? counter.value[at] + 1 : start(instance, at);
        counter.used[at] = true;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            Integer after = level(instance, deeper).restartAfter;
            if (after == null || at < after) {
                counter.used[deeper] = false;
            }
        }
        return level.format == NumberFormat.BULLET ? bullet(level.text) : print(instance, level, counter);
    }

    private String print(Instance instance, Level level, Counters counter) {
        var printed = new StringBuilder();
        String text = level.text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char digit = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '%' && digit >= '1' && digit <= '9') {
                int of = digit - '1';
                var format = level(instance, of).format;
                int value = counter.used[of] ? counter.value[of] : start(instance, of);
                printed.append(
                        (level.legal && format != NumberFormat.NONE ? NumberFormat.DECIMAL : format).print(value));
                i++;
            } else {
                printed.append(c);
            }
        }
        return Characters.plainHyphens(Characters.strip(printed.toString()));
    }

    private int start(Instance instance, int level) {
        Integer override = instance.starts.get(level);
        return override == null ? level(instance, level).start : override;
    }

    private Level level(Instance instance, int level) {
        var own = instance.levels.get(level);
        if (own != null) {
            return own;
        }
        var definition = definitions.get(definitionId(instance));
        return definition == null ? NO_LEVEL : definition.levels.getOrDefault(level, NO_LEVEL);
    }

    /** The definition that holds the levels; one that only links to a numbering style sends on to that style's list. */
    private String definitionId(Instance instance) {
        String id = instance.definition;
        var definition = definitions.get(id);
        if (definition != null && !definition.styledBy.isEmpty()) {
            var linked = instances.get(styles.listOf(definition.styledBy));
            if (linked != null) {
                return linked.definition;
            }
        }
        return id;
    }

    /** A dash stays a dash, for it may be a tiret; every other sign, most of them of private fonts, is a bullet. */
    static String bullet(String sign) {
        String stripped = Characters.strip(sign);
        return switch (stripped) {
            case "" -> "";
            case "-", "\u2010", "\u2011" -> "-";
            case "–", "—", "―", "−", "\uf02d" -> "–";
            case "--", "– –", "- -", "––" -> stripped;
            default -> "•";
        };
    }
}
