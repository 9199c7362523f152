package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Rows of the tables of a DOCX, in order. Read as a stream rather than with POI, whose model of a document takes many times
 * its size. Words that a tracked change removes are left out, a table inside a cell becomes lines of that cell, and a
 * merged cell takes the place of the cells it covers.
 */
final class WordTables {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private final TableInProgress table;
    private final StringBuilder words = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int depth;
    private int number;
    private int span = 1;

    private WordTables(TableInProgress table) {
        this.table = table;
    }

    static void read(Archive archive, TableInProgress table) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (var in = archive.read("word/document.xml").orElseThrow(() -> new IOException("No document"))) {
            var xml = factory.createXMLStreamReader(in);
            var reading = new WordTables(table);
            while (xml.hasNext() && !table.ended()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reading.start(xml);
                    case XMLStreamConstants.END_ELEMENT -> reading.end(xml);
                    default -> {
                        // Words are taken whole at their element.
                    }
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        if (!isWord(xml)) {
            return;
        }
        switch (xml.getLocalName()) {
            case "tbl" -> {
                if (depth++ == 0) {
                    number = 0;
                }
            }
            case "tr" -> {
                if (depth == 1) {
                    cells = new ArrayList<>();
                    number++;
                }
            }
            case "tc" -> {
                if (depth == 1) {
                    words.setLength(0);
                    span = 1;
                }
            }
            case "gridSpan" -> {
                if (depth == 1) {
                    span = span(attribute(xml, "val"));
                }
            }
            case "t" -> words.append(xml.getElementText());
            case "tab" -> words.append(isInRun(xml) ? "\t" : "");
            case "br", "cr" -> words.append('\n');
            case "noBreakHyphen" -> words.append('-');
            case "del", "moveFrom" -> skip(xml);
            default -> {
                // Says how the words look.
            }
        }
    }

    private void end(XMLStreamReader xml) {
        if (!isWord(xml)) {
            return;
        }
        switch (xml.getLocalName()) {
            case "p" -> words.append('\n');
            case "tc" -> {
                if (depth == 1) {
                    cells.add(words.toString());
                    for (int covered = 1; covered < span && cells.size() <= table.mostColumns(); covered++) {
                        cells.add("");
                    }
                }
            }
            case "tr" -> {
                if (depth == 1) {
                    table.add(number, cells);
                }
            }
            case "tbl" -> {
                if (--depth == 0) {
                    table.end();
                }
            }
            default -> {
                // Ends what was not begun here.
            }
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int open = 1;
        while (open > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {
                    // Removed words.
                }
            }
        }
    }

    // A tab stop in a paragraph's properties has the same name as a tab among the words, but says where it stands.
    private static boolean isInRun(XMLStreamReader xml) {
        return attribute(xml, "pos").isEmpty();
    }

    private static int span(String value) {
        try {
            return Math.clamp(Integer.parseInt(value), 1, 1000);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(xml.getNamespaceURI(), name);
        return value == null ? "" : value;
    }

    private static boolean isWord(XMLStreamReader xml) {
        return W.equals(xml.getNamespaceURI()) || W_STRICT.equals(xml.getNamespaceURI());
    }
}
