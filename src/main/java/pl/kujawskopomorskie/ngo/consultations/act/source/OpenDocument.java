package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** An ODT: styles first, then the running headers of its master pages, then the text. */
final class OpenDocument {

    private static final int MIME_TYPE_AT_MOST = 200;

    private final ZipParts zip;
    private final LineCollector lines;
    private final OpenDocumentStyles styles = new OpenDocumentStyles();
    private final OpenDocumentStory story;
    private final LinkedHashSet<SourceLine> headers = new LinkedHashSet<>();
    private final LinkedHashSet<SourceLine> footers = new LinkedHashSet<>();

    private OpenDocument(ZipParts zip, ReadingLimits limits) {
        this.zip = zip;
        this.lines = new LineCollector(limits);
        this.story = new OpenDocumentStory(styles, lines.budget());
    }

    static boolean isText(ZipParts zip) throws IOException {
        return zip.has("content.xml")
                && zip.text("mimetype", MIME_TYPE_AT_MOST)
                        .strip()
                        .startsWith("application/vnd.oasis.opendocument.text");
    }

    static SourceText read(ZipParts zip, ReadingLimits limits) throws IOException, XMLStreamException {
        refuseEncrypted(zip);
        if (zip.names().stream().anyMatch(OpenDocument::isMacro)) {
            throw new Refusal(Reason.MACROS);
        }
        return new OpenDocument(zip, limits).read();
    }

    private static boolean isMacro(String part) {
        return !part.endsWith("/")
                && (part.startsWith("basic/") && !part.endsWith("-lc.xml") && !part.endsWith("-lb.xml")
                        || part.startsWith("scripts/"));
    }

    private static void refuseEncrypted(ZipParts zip) throws IOException, XMLStreamException {
        try (var in = zip.stream("META-INF/manifest.xml")) {
            if (in == null) {
                return;
            }
            var xml = XmlCursor.open(in);
            int root = xml.depth();
            while (xml.nextChild(root)) {
                int entry = xml.depth();
                while (xml.nextChild(entry)) {
                    if (xml.name().equals("encryption-data")) {
                        throw new Refusal(Reason.ENCRYPTED);
                    }
                }
            }
        }
    }

    private SourceText read() throws IOException, XMLStreamException {
        try (var in = zip.stream("styles.xml")) {
            if (in != null) {
                readStyles(XmlCursor.open(in));
            }
        }
        var body = new StoryLines(Role.BODY, lines.budget());
        try (var in = zip.stream("content.xml")) {
            if (in == null) {
                throw new Refusal(Reason.BROKEN);
            }
            readContent(XmlCursor.open(in), body);
        }
        lines.lines().addAll(headers);
        lines.lines().addAll(body.lines());
        lines.lines().addAll(footers);
        return lines.text(SourceText.Format.PARAGRAPHS);
    }

    private void readStyles(XmlCursor xml) throws XMLStreamException {
        int root = xml.depth();
        while (xml.nextChild(root)) {
            switch (xml.name()) {
                case "styles", "automatic-styles" -> styles.read(xml);
                case "master-styles" -> {
                    int masters = xml.depth();
                    while (xml.nextChild(masters)) {
                        int master = xml.depth();
                        while (xml.nextChild(master)) {
                            running(xml);
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private void running(XmlCursor xml) throws XMLStreamException {
        boolean shown = !xml.attribute("display", "true").equals("false");
        switch (xml.name()) {
            case "header", "header-left", "header-first" -> {
                if (shown) {
                    headers.addAll(runningLines(xml, Role.HEADER));
                }
            }
            case "footer", "footer-left", "footer-first" -> {
                if (shown) {
                    footers.addAll(runningLines(xml, Role.FOOTER));
                }
            }
            default -> {}
        }
    }

    private List<SourceLine> runningLines(XmlCursor xml, Role role) throws XMLStreamException {
        var running = new StoryLines(role, lines.budget());
        story.blocks(xml, running);
        return running.lines();
    }

    private void readContent(XmlCursor xml, StoryLines to) throws XMLStreamException {
        int root = xml.depth();
        while (xml.nextChild(root)) {
            switch (xml.name()) {
                case "automatic-styles" -> styles.read(xml);
                case "body" -> {
                    int body = xml.depth();
                    while (xml.nextChild(body)) {
                        if (xml.name().equals("text")) {
                            story.blocks(xml, to);
                        }
                    }
                }
                default -> {}
            }
        }
    }
}
