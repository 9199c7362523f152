package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Reads a table out of a file that a person sent: XLSX, CSV (any usual encoding and separator), or the tables of a DOCX.
 *
 * <p>What comes out is words only: numbers as they are shown, days as ISO 8601, the last value of a formula; no formula is
 * run. Rows without any word are left out. Memory is bounded by {@link Limits} whatever the file holds.
 */
public final class TableFile {

    private TableFile() {}

    /** What came out. */
    public sealed interface Result permits Table, Refused {}

    /**
     * A table.
     *
     * @param header cells of the heading row, each stripped
     * @param rows what stands under it
     */
    public record Table(List<String> header, List<Row> rows) implements Result {

        /** Position of the first heading that the test accepts, or -1. */
        public int column(Predicate<String> heading) {
            for (int column = 0; column < header.size(); column++) {
                if (heading.test(header.get(column))) {
                    return column;
                }
            }
            return -1;
        }
    }

    /**
     * A row.
     *
     * @param number as a person counts rows in the sheet, from 1; in CSV the line on which the row begins
     * @param cells words of the cells, stripped
     */
    public record Row(int number, List<String> cells) {

        /** The cell in a column, or an empty text when the row is shorter or the column is -1. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Why nothing was read. The text key of its sentence is {@code documents.table.<reason>}, its argument the row limit. */
    public record Refused(Reason reason) implements Result {

        /** Key of the sentence that says what to do. */
        public String sentenceKey() {
            return "documents.table." + reason;
        }
    }

    /** Reasons for a refusal. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        OLD_OR_ENCRYPTED,
        MACROS,
        BROKEN,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        NO_TABLE
    }

    /**
     * How much is read.
     *
     * @param bytes of the file
     * @param unpackedBytes of all that the file holds packed
     * @param rows of one table, without its header
     * @param columns of one table
     */
    public record Limits(int bytes, long unpackedBytes, int rows, int columns) {

        /** For the office's forms and imports. */
        public static final Limits USUAL = new Limits(20 * 1024 * 1024, 64L * 1024 * 1024, 20_000, 100);
    }

    /** The first table of the file; its first row with words is the header. */
    public static Result read(byte[] bytes, String fileName) {
        return read(bytes, fileName, cells -> true, Limits.USUAL);
    }

    /** The table whose header the test accepts, wherever in the file it begins. */
    public static Result read(byte[] bytes, String fileName, Predicate<List<String>> header) {
        return read(bytes, fileName, header, Limits.USUAL);
    }

    /** The table whose header the test accepts, wherever in the file it begins. */
    public static Result read(byte[] bytes, String fileName, Predicate<List<String>> header, Limits limits) {
        if (bytes.length == 0) {
            return new Refused(Reason.EMPTY);
        }
        if (bytes.length > limits.bytes()) {
            return new Refused(Reason.TOO_LARGE);
        }
        var table = new TableInProgress(header, limits);
        try {
            switch (kind(bytes)) {
                case OLE -> {
                    return new Refused(Reason.OLD_OR_ENCRYPTED);
                }
                case ARCHIVE -> {
                    try (var archive = Archive.open(bytes, limits.unpackedBytes())) {
                        if (archive.holdsMacros()) {
                            return new Refused(Reason.MACROS);
                        }
                        if (archive.names().contains("xl/workbook.xml")) {
                            SpreadsheetGuard.check(archive);
                            SpreadsheetRows.read(new ByteArrayInputStream(bytes), table);
                        } else if (archive.names().contains("word/document.xml")) {
                            WordTables.read(archive, table);
                        } else {
                            return new Refused(Reason.UNKNOWN_TYPE);
                        }
                    }
                }
                case TEXT -> {
                    var name = fileName.toLowerCase(Locale.ROOT);
                    if (!name.endsWith(".csv") && !name.endsWith(".txt") && !name.endsWith(".tsv")) {
                        return new Refused(Reason.UNKNOWN_TYPE);
                    }
                    var text = Charsets.decode(bytes);
                    if (text.isEmpty()) {
                        return new Refused(Reason.UNKNOWN_TYPE);
                    }
                    CsvRows.read(text.get(), table);
                }
            }
            return table.result();
        } catch (TableInProgress.Full e) {
            return new Refused(e.reason());
        } catch (Archive.TooLarge e) {
            return new Refused(Reason.TOO_LARGE);
        } catch (IOException e) {
            return new Refused(Reason.BROKEN);
        }
    }

    private enum Kind {
        OLE,
        ARCHIVE,
        TEXT
    }

    private static Kind kind(byte[] bytes) {
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0xD0 && (bytes[1] & 0xff) == 0xCF && bytes[2] == 0x11) {
            return Kind.OLE;
        }
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4
                ? Kind.ARCHIVE
                : Kind.TEXT;
    }
}
