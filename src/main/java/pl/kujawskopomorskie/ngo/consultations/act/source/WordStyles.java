package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** Styles of a DOCX, as far as they number, head or hide a paragraph. */
final class WordStyles {

    private static final int MOST_STYLES = 20_000;
    /** Styles based on styles based on styles; Word itself stops far earlier. */
    private static final int LONGEST_CHAIN = 50;

    private static final int BODY_OUTLINE_LEVEL = 9;

    private final Map<String, Style> styles = new HashMap<>();
    private String defaultParagraph = "";

    /**
     * One style as written; null where it leaves the word to the style it is based on.
     */
    private record Style(
            String basedOn,
            @Nullable String numId,
            @Nullable Integer level,
            @Nullable Boolean heading,
            @Nullable Boolean hidden) {}

    /**
     * What a style says after all its ancestors were asked.
     *
     * @param numId list it belongs to, or empty
     * @param level its level there, or -1 when the list itself names the style
     * @param numberedBy the style that names the list
     */
    record Effective(String numId, int level, String numberedBy, boolean heading, boolean hidden) {}

    void read(XmlCursor xml) throws XMLStreamException {
        int root = xml.depth();
        while (xml.nextChild(root)) {
            if (xml.name().equals("style")) {
                readStyle(xml);
            }
        }
    }

    private void readStyle(XmlCursor xml) throws XMLStreamException {
        String id = xml.attribute("styleId", "");
        boolean paragraph = xml.attribute("type", "paragraph").equals("paragraph");
        if (paragraph && isOn(xml.attribute("default", "0"))) {
            defaultParagraph = id;
        }
        String basedOn = "";
        String numId = null;
        Integer level = null;
        Boolean heading = null;
        Boolean hidden = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "name" -> {
                    if (isHeadingName(xml.attribute("val", ""))) {
                        heading = true;
                    }
                }
                case "basedOn" -> basedOn = xml.attribute("val", "");
                case "pPr" -> {
                    int properties = xml.depth();
                    while (xml.nextChild(properties)) {
                        switch (xml.name()) {
                            case "numPr" -> {
                                int numbering = xml.depth();
                                while (xml.nextChild(numbering)) {
                                    switch (xml.name()) {
                                        case "numId" -> numId = xml.attribute("val");
                                        case "ilvl" -> level = xml.number("val", 0);
                                        default -> {}
                                    }
                                }
                            }
                            case "outlineLvl" -> heading = xml.number("val", BODY_OUTLINE_LEVEL) < BODY_OUTLINE_LEVEL;
                            default -> {}
                        }
                    }
                }
                case "rPr" -> {
                    int properties = xml.depth();
                    while (xml.nextChild(properties)) {
                        if (xml.name().equals("vanish")) {
                            hidden = isOn(xml.attribute("val", "1"));
                        }
                    }
                }
                default -> {}
            }
        }
        if (styles.size() >= MOST_STYLES) {
            throw new Refusal(Reason.BROKEN);
        }
        styles.put(id, new Style(basedOn, numId, level, heading, hidden));
    }

    private static boolean isHeadingName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.matches("heading [1-9]") || lower.equals("title");
    }

    /** A switch of WordprocessingML; present without a value it is on. */
    static boolean isOn(String value) {
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    /** The list that a numbering style stands for, or empty. */
    String listOf(String styleId) {
        return effective(styleId).numId();
    }

    /** What holds for a paragraph or run of this style; empty means the default paragraph style. */
    Effective ofParagraph(String styleId) {
        return effective(styleId.isEmpty() ? defaultParagraph : styleId);
    }

    boolean hidesRun(String styleId) {
        return !styleId.isEmpty() && effective(styleId).hidden();
    }

    private Effective effective(String styleId) {
        String numId = null;
        String numberedBy = "";
        Integer level = null;
        Boolean heading = null;
        Boolean hidden = null;
        var seen = new HashSet<String>();
        var id = styleId;
        var style = styles.get(id);
        while (style != null && seen.size() < LONGEST_CHAIN && seen.add(id)) {
            if (numId == null && style.numId != null) {
                numId = style.numId;
                numberedBy = id;
            }
            level = level == null ? style.level : level;
            heading = heading == null ? style.heading : heading;
            hidden = hidden == null ? style.hidden : hidden;
            id = style.basedOn;
            style = styles.get(id);
        }
        return new Effective(
                numId == null ? "" : numId,
                level == null ? -1 : level,
                numberedBy,
                Boolean.TRUE.equals(heading),
                Boolean.TRUE.equals(hidden));
    }
}
