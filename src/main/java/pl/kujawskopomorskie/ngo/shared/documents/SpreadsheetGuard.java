package pl.kujawskopomorskie.ngo.shared.documents;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Reason;

/**
 * Looks through an XLSX before the reader, which believes what it finds: a cell that says it stands in the column
 * {@code ZZZZZZ} makes a row of three hundred million cells, a number of a million digits takes hours to read, and a formula that
 * cells share is written out for each. The limits are those of the format or above them.
 */
final class SpreadsheetGuard {

    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_COLUMN = 3;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int LONGEST_NUMBER = 400;
    private static final int MOST_ARRAY_FORMULAS = 2_000;

    private final XMLStreamReader xml;
    private int cellsOfRow;
    private int arrayFormulas;
    private boolean number;
    private int characters;
    private int formulas;
    private int charactersOfFormula;

    private SpreadsheetGuard(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Looks through every part, because a part of any name may be called a sheet.
     *
     * @throws TableInProgress.Full when reading one would take too much
     */
    static void check(Archive archive) throws IOException {
        // The very parser of the reader, so that both see the same: what one of them refuses, the other would not read
        // either.
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (var name : archive.names()) {
            var part = archive.read(name);
            if (part.isPresent()) {
                try (var in = part.get()) {
                    check(factory, in);
                }
            }
        }
    }

    private static void check(XMLInputFactory factory, InputStream part) {
        try {
            var xml = factory.createXMLStreamReader(part);
            var guard = new SpreadsheetGuard(xml);
            while (xml.hasNext()) {
                guard.look(xml.next());
            }
            xml.close();
        } catch (TableInProgress.Full e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // A picture, or a part that the reader will stumble over at the same place.
        }
    }

    private void look(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                switch (xml.getLocalName()) {
                    case "row" -> cellsOfRow = 0;
                    case "c" -> cell(attribute("r"), attribute("t"));
                    case "f" -> formula(attribute("t"));
                    default -> {
                        // Holds what is looked at, or is part of it.
                    }
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                switch (xml.getLocalName()) {
                    case "c" -> number = false;
                    case "f" -> formulas--;
                    default -> {
                        // Ends what was not looked at.
                    }
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(xml.getTextLength());
            default -> {
                // Says nothing of cells.
            }
        }
    }

    private void cell(@Nullable String address, @Nullable String type) {
        var letters = address == null
                ? 0
                : address.chars().filter(sign -> sign < '0' || sign > '9').count();
        if (letters > LONGEST_COLUMN || ++cellsOfRow > MOST_COLUMNS) {
            throw new TableInProgress.Full(Reason.TOO_MANY_COLUMNS);
        }
        number = type == null || type.equals("n");
        characters = 0;
    }

    private void formula(@Nullable String type) {
        formulas++;
        charactersOfFormula = 0;
        if ("array".equals(type) && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw new TableInProgress.Full(Reason.TOO_LARGE);
        }
    }

    private void text(int length) {
        if (formulas > 0) {
            charactersOfFormula += length;
        }
        characters += number ? length : 0;
        if (charactersOfFormula > LONGEST_FORMULA || characters > LONGEST_FORMULA + LONGEST_NUMBER) {
            throw new TableInProgress.Full(Reason.TOO_LARGE);
        }
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }
}
