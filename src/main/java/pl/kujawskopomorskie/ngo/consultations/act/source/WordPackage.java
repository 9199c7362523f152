package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** A DOCX: finds its parts by their relationships and reads them in the order in which they need each other. */
final class WordPackage {

    private static final int MOST_RELATIONSHIPS = 20_000;
    private static final int MOST_NOTES = 50_000;

    private final ZipParts zip;
    private final LineCollector lines;
    private final String main;
    private final Map<String, Relationship> relationships;

    /** The last segment of a relationship's type, and the part it leads to. */
    private record Relationship(String type, String target) {}

    private WordPackage(ZipParts zip, ReadingLimits limits, String main, Map<String, Relationship> relationships) {
        this.zip = zip;
        this.lines = new LineCollector(limits);
        this.main = main;
        this.relationships = relationships;
    }

    /** The main part of a Word document, or null when the package is none. */
    static @Nullable String mainPart(ZipParts zip) throws IOException, XMLStreamException {
        for (var relationship : relationships(zip, "_rels/.rels", "").values()) {
            if (relationship.type.equals("officeDocument")) {
                return zip.has(relationship.target) ? relationship.target : null;
            }
        }
        return null;
    }

    static SourceText read(ZipParts zip, String main, ReadingLimits limits) throws IOException, XMLStreamException {
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        var relationships = relationships(zip, folder + "_rels/" + main.substring(slash) + ".rels", folder);
        return new WordPackage(zip, limits, main, relationships).read();
    }

    private SourceText read() throws IOException, XMLStreamException {
        var styles = new WordStyles();
        each("styles", styles::read);
        var numbering = new WordNumbering(styles);
        each("numbering", numbering::read);
        var noteNumbers = new NoteNumbers();
        each("settings", noteNumbers::readSettings);

        var story = new WordStory(styles, numbering, lines.budget(), noteNumbers);
        each("footnotes", xml -> readNotes(xml, story, "footnote"));
        each("endnotes", xml -> readNotes(xml, story, "endnote"));

        var body = new StoryLines(Role.BODY, lines.budget());
        try (var in = zip.stream(main)) {
            if (in == null) {
                throw new Refusal(Reason.BROKEN);
            }
            var xml = XmlCursor.open(in);
            if (!xml.name().equals("document")) {
                throw new Refusal(Reason.WRONG_TYPE);
            }
            int root = xml.depth();
            while (xml.nextChild(root)) {
                if (xml.name().equals("body")) {
                    story.blocks(xml, body);
                }
            }
        }
        var headers = running(story, story.headers(), Role.HEADER);
        var footers = running(story, story.footers(), Role.FOOTER);
        lines.lines().addAll(headers);
        lines.lines().addAll(body.lines());
        lines.lines().addAll(footers);
        return lines.text(SourceText.Format.PARAGRAPHS);
    }

    /** The lines of the headers or footers that the sections name, each part and each wording once. */
    private Set<SourceLine> running(WordStory story, Set<String> ids, Role role)
            throws IOException, XMLStreamException {
        var targets = new LinkedHashSet<String>();
        for (String id : ids) {
            var relationship = relationships.get(id);
            if (relationship != null) {
                targets.add(relationship.target);
            }
        }
        var once = new LinkedHashSet<SourceLine>();
        for (String target : targets) {
            var running = new StoryLines(role, lines.budget());
            visit(target, xml -> story.blocks(xml, running));
            once.addAll(running.lines());
        }
        return once;
    }

    private static void readNotes(XmlCursor xml, WordStory story, String kind) throws XMLStreamException {
        int root = xml.depth();
        int count = 0;
        while (xml.nextChild(root)) {
            String type = xml.attribute("type", "normal");
            if (xml.name().equals(kind) && type.equals("normal")) {
                count++;
                if (count > MOST_NOTES) {
                    throw new Refusal(Reason.TOO_LARGE);
                }
                story.readNote(kind, xml.attribute("id", ""), xml);
            }
        }
    }

    private void each(String type, Visitor visitor) throws IOException, XMLStreamException {
        for (var relationship : relationships.values()) {
            if (relationship.type.equals(type)) {
                visit(relationship.target, visitor);
                return;
            }
        }
    }

    private void visit(String part, Visitor visitor) throws IOException, XMLStreamException {
        try (var in = zip.stream(part)) {
            if (in != null) {
                visitor.visit(XmlCursor.open(in));
            }
        }
    }

    private static Map<String, Relationship> relationships(ZipParts zip, String part, String folder)
            throws IOException, XMLStreamException {
        var found = new LinkedHashMap<String, Relationship>();
        try (var in = zip.stream(part)) {
            if (in == null) {
                return found;
            }
            var xml = XmlCursor.open(in);
            int root = xml.depth();
            while (xml.nextChild(root)) {
                if (found.size() >= MOST_RELATIONSHIPS) {
                    throw new Refusal(Reason.BROKEN);
                }
                String type = xml.attribute("type", xml.attribute("Type", ""));
                String target = xml.attribute("Target", "");
                if (!xml.attribute("TargetMode", "Internal").equals("External")) {
                    found.put(
                            xml.attribute("Id", ""),
                            new Relationship(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
                }
            }
        }
        return found;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    /** Reads one part. */
    @FunctionalInterface
    private interface Visitor {
        void visit(XmlCursor xml) throws XMLStreamException;
    }

    /** How notes are numbered: footnotes 1, 2, 3 and endnotes i, ii, iii unless the document says otherwise. */
    static final class NoteNumbers {

        private final Map<String, NumberFormat> formats =
                new HashMap<>(Map.of("footnote", NumberFormat.DECIMAL, "endnote", NumberFormat.LOWER_ROMAN));
        private final Map<String, Integer> next = new HashMap<>(Map.of("footnote", 1, "endnote", 1));

        void readSettings(XmlCursor xml) throws XMLStreamException {
            int root = xml.depth();
            while (xml.nextChild(root)) {
                switch (xml.name()) {
                    case "footnotePr" -> readProperties(xml, "footnote");
                    case "endnotePr" -> readProperties(xml, "endnote");
                    default -> {}
                }
            }
        }

        private void readProperties(XmlCursor xml, String kind) throws XMLStreamException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "numFmt" -> formats.put(kind, NumberFormat.ofWord(xml.attribute("val", "decimal")));
                    case "numStart" -> next.put(kind, xml.number("val", 1));
                    default -> {}
                }
            }
        }

        String next(String kind) {
            int number = next.merge(kind, 1, Integer::sum) - 1;
            return formats.getOrDefault(kind, NumberFormat.DECIMAL).print(number);
        }
    }
}
