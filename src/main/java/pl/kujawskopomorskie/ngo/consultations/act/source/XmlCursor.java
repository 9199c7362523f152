package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/**
 * Walks an XML part once, from front to back, keeping nothing: an element's children are visited by asking for the next
 * one at its depth, and what a visitor leaves unread is passed over.
 */
final class XmlCursor {

    private static final int DEEPEST = 200;

    private final XMLStreamReader xml;
    private int depth;

    private XmlCursor(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** A cursor that stands on the root element. */
    static XmlCursor open(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new Refusal(Reason.BROKEN);
        });
        var cursor = new XmlCursor(factory.createXMLStreamReader(in));
        while (cursor.depth == 0) {
            if (!cursor.advance()) {
                throw new Refusal(Reason.BROKEN);
            }
        }
        return cursor;
    }

    /** Depth of the element that the cursor stands on; 1 for the root. */
    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** The value of the attribute with this local name, whatever its prefix, or null. */
    @Nullable
    String attribute(String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String localName, String otherwise) {
        String value = attribute(localName);
        return value == null ? otherwise : value;
    }

    int number(String localName, int otherwise) {
        return integer(attribute(localName), otherwise);
    }

    static int integer(@Nullable String value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Moves to the next child of the element at this depth; false when that element ends. */
    boolean nextChild(int parentDepth) throws XMLStreamException {
        return nextPiece(parentDepth, null);
    }

    /**
     * Moves to the next child of the element at this depth and hands the characters that stand directly in it to the
     * taker on the way; false when that element ends.
     */
    boolean nextPiece(int parentDepth, @Nullable TextTaker characters) throws XMLStreamException {
        while (depth >= parentDepth) {
            int before = depth;
            if (!advance()) {
                return false;
            }
            if (depth == before && depth == parentDepth && characters != null && isText()) {
                characters.take(xml.getText());
            }
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && depth == parentDepth + 1) {
                return true;
            }
        }
        return false;
    }

    /** All characters in the element that the cursor stands on, those of its descendants too. */
    void text(TextTaker characters) throws XMLStreamException {
        int here = depth;
        while (depth >= here && advance()) {
            if (isText()) {
                characters.take(xml.getText());
            }
        }
    }

    private boolean isText() {
        return switch (xml.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> true;
            default -> false;
        };
    }

    private boolean advance() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > DEEPEST) {
                    throw new Refusal(Reason.BROKEN);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            // a document needs no DTD, and with one come entities that grow
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal(Reason.BROKEN);
            default -> {}
        }
        return true;
    }

    /** Takes a piece of text. */
    @FunctionalInterface
    interface TextTaker {
        void take(String text);
    }
}
