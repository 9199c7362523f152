package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** Styles of an ODT, as far as they number, head or hide a paragraph: from styles.xml and from content.xml. */
final class OpenDocumentStyles {

    private static final int MOST = 100_000;
    /** Styles based on styles based on styles, followed this far. */
    private static final int LONGEST_CHAIN = 50;

    private static final Pattern TITLE = Pattern.compile("Title|Tytuł|Heading(_20_[0-9]+)?");

    private final Map<String, Map<Integer, Level>> lists = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private Map<Integer, Level> outline = new HashMap<>();
    private int read;

    /**
     * One level of a list.
     *
     * @param bullet sign of the level, or null when it counts
     * @param template the number with {@code %1%} for the value of a level, or null when prefix and suffix make it
     * @param shown how many levels are printed, this one being the last
     */
    record Level(
            @Nullable String bullet,
            NumberFormat format,
            int start,
            String prefix,
            String suffix,
            @Nullable String template,
            int shown) {

        static final Level NONE = new Level(null, NumberFormat.NONE, 1, "", "", null, 1);
    }

    private record Style(
            String parent, boolean newPage, @Nullable Boolean hidden, boolean heading) {}

    /** Reads an element that holds styles, wherever it stands. */
    void read(XmlCursor xml) throws XMLStreamException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "list-style" -> lists.put(xml.attribute("name", ""), levels(xml));
                case "outline-style" -> outline = levels(xml);
                case "style" -> style(xml);
                default -> {}
            }
        }
    }

    private Map<Integer, Level> levels(XmlCursor xml) throws XMLStreamException {
        var levels = new HashMap<Integer, Level>();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            count();
            int level = xml.number("level", 1);
            switch (xml.name()) {
                case "list-level-style-number", "outline-level-style" ->
                    levels.put(
                            level,
                            new Level(
                                    null,
                                    NumberFormat.ofOpenDocument(xml.attribute("num-format", "")),
                                    xml.number("start-value", 1),
                                    xml.attribute("num-prefix", ""),
                                    xml.attribute("num-suffix", ""),
                                    xml.attribute("num-list-format"),
                                    Math.clamp(xml.number("display-levels", 1), 1, 10)));
                case "list-level-style-bullet" ->
                    levels.put(
                            level,
                            new Level(
                                    WordNumbering.bullet(xml.attribute("bullet-char", "•")),
                                    NumberFormat.BULLET,
                                    1,
                                    "",
                                    "",
                                    null,
                                    1));
                default -> levels.put(level, Level.NONE);
            }
        }
        return levels;
    }

    private void style(XmlCursor xml) throws XMLStreamException {
        count();
        String family = xml.attribute("family", "");
        String name = xml.attribute("name", "");
        String parent = xml.attribute("parent-style-name", "");
        boolean heading = family.equals("paragraph") && TITLE.matcher(name).matches();
        String master = xml.attribute("master-page-name", "");
        boolean newPage = !master.isEmpty();
        Boolean hidden = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "paragraph-properties" ->
                    newPage |= xml.attribute("break-before", "auto").equals("page");
                case "text-properties" -> {
                    String display = xml.attribute("display");
                    hidden = display == null ? null : Boolean.valueOf(display.equals("none"));
                }
                case "section-properties" -> {}
                default -> {}
            }
        }
        styles.put(family + "/" + name, new Style(parent, newPage, hidden, heading));
    }

    private void count() {
        read++;
        if (read > MOST) {
            throw new Refusal(Reason.BROKEN);
        }
    }

    /** The levels of a list style; level 1 is the outermost. */
    Level level(String listStyle, int level) {
        return lists.getOrDefault(listStyle, Map.of()).getOrDefault(level, Level.NONE);
    }

    Level outline(int level) {
        return outline.getOrDefault(level, Level.NONE);
    }

    boolean hides(String family, String name) {
        var seen = new HashSet<String>();
        String id = name;
        var style = styles.get(family + "/" + id);
        while (style != null && seen.size() < LONGEST_CHAIN && seen.add(id)) {
            if (style.hidden != null) {
                return style.hidden;
            }
            id = style.parent;
            style = styles.get(family + "/" + id);
        }
        return false;
    }

    boolean isHeading(String name) {
        var seen = new HashSet<String>();
        String id = name;
        var style = styles.get("paragraph/" + id);
        while (style != null && seen.size() < LONGEST_CHAIN && seen.add(id)) {
            if (style.heading) {
                return true;
            }
            id = style.parent;
            style = styles.get("paragraph/" + id);
        }
        return TITLE.matcher(id).matches();
    }

    boolean beginsPage(String name) {
        var style = styles.get("paragraph/" + name);
        return style != null && style.newPage;
    }
}
