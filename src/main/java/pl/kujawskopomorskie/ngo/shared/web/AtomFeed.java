package pl.kujawskopomorskie.ngo.shared.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/**
 * News as Atom (RFC 4287). Ids are tags (RFC 4151) of what it is about and of what happened: the same for good, so that no
 * reader shows an entry twice.
 *
 * @param path of the feed
 * @param page that the feed belongs to
 * @param title of the feed
 * @param entries the newest first
 * @param language of titles
 */
public record AtomFeed(String path, String page, String title, List<Entry> entries, Language language) {

    /** The media type. */
    public static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    // XML 1.0 has no other characters, not even escaped.
    private static final Pattern NO_XML =
            Pattern.compile("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** The feed as it is sent. */
    public byte[] print(Messages messages, PortalConfiguration portal) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", language.tag());
            element(xml, "id", tag(portal, page));
            element(xml, "title", title);
            element(
                    xml,
                    "updated",
                    (entries.isEmpty() ? Instant.EPOCH : entries.getFirst().happenedAt()).toString());
            link(xml, "self", "application/atom+xml", portal.link(path));
            link(xml, "alternate", "text/html", portal.link(page));
            xml.writeStartElement("author");
            element(xml, "name", messages.get(language, "layout.publisher"));
            xml.writeEndElement();
            for (var entry : entries) {
                write(xml, entry, portal);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry, PortalConfiguration portal) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", tag(portal, entry.id()));
        element(xml, "title", entry.title());
        element(xml, "updated", entry.happenedAt().toString());
        element(xml, "published", entry.happenedAt().toString());
        link(xml, "alternate", "text/html", portal.link(entry.place()));
        if (!entry.note().isEmpty()) {
            element(xml, "summary", entry.note());
        }
        xml.writeEndElement();
    }

    private static String tag(PortalConfiguration portal, String path) {
        return "tag:" + URI.create(portal.baseUrl()).getHost() + ",2026:" + path.substring(1);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(NO_XML.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /**
     * A piece of news.
     *
     * @param id tells it from all others for good; begins with a slash
     * @param title of what happened
     * @param happenedAt when
     * @param place path of the page to read
     * @param note in the office's words, possibly empty
     */
    public record Entry(String id, String title, Instant happenedAt, String place, String note) {}
}
