package pl.kujawskopomorskie.ngo.shared.documents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;

/** Rows of a CSV, whatever of {@code ; , |} and the tab parts its fields. */
final class CsvRows {

    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    private static final int LINES_LOOKED_AT = 20;

    private CsvRows() {}

    static void read(String text, TableInProgress table) throws IOException {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(16 * 1024 * 1024, text.length() + 16))
                .ofCsvRecord(text)) {
            for (var row : csv) {
                if (!table.add(
                        (int) row.getStartingLineNumber(),
                        row.getFields().stream().map(FormulaGuard::off).toList())) {
                    return;
                }
            }
            table.end();
        } catch (TableInProgress.Full e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    // The separator is the sign that parts the first lines into the most fields, quoted
    // ones left aside; at a tie the one that Polish spreadsheets write.
    private static char separator(String text) {
        var counts = new int[SEPARATORS.length];
        boolean quoted = false;
        int lines = 0;
        for (int i = 0; i < text.length() && lines < LINES_LOOKED_AT; i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (sign == '\n') {
                    lines++;
                }
                for (int s = 0; s < SEPARATORS.length; s++) {
                    if (sign == SEPARATORS[s]) {
                        counts[s]++;
                    }
                }
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            if (counts[s] > counts[best]) {
                best = s;
            }
        }
        return SEPARATORS[best];
    }
}
