package pl.kujawskopomorskie.ngo.shared.documents;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn.Cell;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Writes tables as XLSX and CSV, row by row, so that rows may come from the database as they are written.
 *
 * <p><b>XLSX</b>: words are stored as words, which no spreadsheet takes for a formula, whatever they begin with. A text
 * longer than a cell may hold goes on, whole, on a sheet of its own, and its cell says where.
 *
 * <p><b>CSV</b>: RFC 4180 with CRLF; UTF-8 with a byte order mark and semicolons, because that is what a Polish spreadsheet
 * opens right at a double click; numbers with a point, days and moments as ISO 8601. Words that a spreadsheet would run as
 * a formula (after any apostrophes they begin with {@code = + - @}, a tab or a line end) get one apostrophe before them;
 * {@link TableFile} takes it off again.
 */
@Singleton
public final class TableExports {

    static final int LONGEST_CELL = 32_767;
    private static final int ROWS_AT_ONCE = 500;

    private final Messages messages;

    TableExports(Messages messages) {
        this.messages = messages;
    }

    /** Writes the table as XLSX with its header frozen, and a sheet that explains the columns. The stream stays open. */
    public <R> void writeXlsx(TableLayout<R> layout, Iterable<? extends R> rows, Language language, OutputStream out)
            throws IOException {
        writeXlsx(List.of(new TableSheet<>(layout, rows)), language, out);
    }

    /** Writes several tables as one workbook, the first one on the sheet that opens. The stream stays open. */
    public void writeXlsx(List<TableSheet<?>> sheets, Language language, OutputStream out) throws IOException {
        var overflow = new ArrayList<Overflow>();
        try (var workbook = new Workbook(new Unclosed(out), "Pozarzadowka", "1.0")) {
            for (var sheet : sheets) {
                write(workbook, sheet, overflow, language);
            }
            explain(workbook, sheets, overflow, language);
            if (!overflow.isEmpty()) {
                continueLongTexts(workbook, overflow, language);
            }
        }
    }

    private <R> void write(Workbook workbook, TableSheet<R> written, List<Overflow> overflow, Language language)
            throws IOException {
        var layout = written.layout();
        var sheet = workbook.newWorksheet(sheetName(layout.sheet()));
        var columns = layout.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, Math.clamp(columns.get(column).width(), 4, 120));
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        header(sheet, 0, columns.stream().map(TableColumn::name).toList());
        int row = 1;
        for (var source : written.rows()) {
            for (int column = 0; column < columns.size(); column++) {
                put(
                        sheet,
                        row,
                        column,
                        columns.get(column).cell().apply(source),
                        columns.get(column).name(),
                        overflow,
                        language);
            }
            row++;
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
        sheet.finish();
    }

    /** Writes the table as CSV with its header. The stream stays open. */
    public <R> void writeCsv(TableLayout<R> layout, Iterable<? extends R> rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        writeCsv(layout, rows, ';', writer);
    }

    /**
     * Writes the table as exchange formats for programs want their CSV: commas, and no byte order mark. Formulas are guarded
     * here too, because people open such files as well. The stream stays open.
     */
    public <R> void writeCommaSeparated(TableLayout<R> layout, Iterable<? extends R> rows, OutputStream out)
            throws IOException {
        writeCsv(layout, rows, ',', new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static <R> void writeCsv(TableLayout<R> layout, Iterable<? extends R> rows, char separator, Writer writer)
            throws IOException {
        var csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        csv.writeRecord(layout.columns().stream()
                .map(column -> FormulaGuard.on(PlainCharacters.of(column.name())))
                .toList());
        for (var row : rows) {
            csv.writeRecord(layout.columns().stream()
                    .map(column -> csvField(column.cell().apply(row)))
                    .toList());
        }
        csv.flush();
        writer.flush();
    }

    private static String csvField(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> FormulaGuard.on(PlainCharacters.of(text));
            case Cell.Number(var number) -> number.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var moment) ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
            case Cell.Truth(var truth) -> Boolean.toString(truth);
            case Cell.Empty() -> "";
        };
    }

    private void put(
            Worksheet sheet,
            int row,
            int column,
            Cell cell,
            String columnName,
            List<Overflow> overflow,
            Language language) {
        switch (cell) {
            case Cell.Text(var text) -> {
                sheet.inlineString(row, column, fitting(text, row, columnName, overflow, language));
                sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
            }
            case Cell.Number(var number) -> {
                sheet.value(row, column, number);
                sheet.style(row, column).verticalAlignment("top").set();
            }
            case Cell.Day(var day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column)
                        .format("yyyy-mm-dd")
                        .verticalAlignment("top")
                        .set();
            }
            case Cell.Moment(var moment) -> {
                sheet.value(row, column, OfficeTime.wallClock(moment));
                sheet.style(row, column)
                        .format("yyyy-mm-dd hh:mm:ss")
                        .verticalAlignment("top")
                        .set();
            }
            case Cell.Truth(var truth) ->
                sheet.inlineString(row, column, messages.get(language, truth ? "documents.yes" : "documents.no"));
            case Cell.Empty() -> {
                // Left out of the file: an empty cell is one that is not there.
            }
        }
    }

    /** A text as a cell takes it; what is longer goes on elsewhere. */
    private String fitting(String text, int row, String columnName, List<Overflow> overflow, Language language) {
        var plain = PlainCharacters.of(text);
        if (plain.length() <= LONGEST_CELL) {
            return plain;
        }
        var note = "\n" + messages.get(language, "documents.continued", longTexts(language));
        int cut = wholeCharacters(plain, LONGEST_CELL - note.length());
        overflow.add(new Overflow(row + 1, columnName, plain.substring(cut)));
        return plain.substring(0, cut) + note;
    }

    private void explain(Workbook workbook, List<TableSheet<?>> sheets, List<Overflow> overflow, Language language)
            throws IOException {
        var name = messages.get(language, "documents.explanations");
        var sheet = workbook.newWorksheet(sheetName(name));
        sheet.width(0, 32);
        sheet.width(1, 100);
        int row = 0;
        for (var written : sheets) {
            for (var line : written.layout().about()) {
                sheet.inlineString(row, 0, fitting(line, row, name, overflow, language));
                row++;
            }
        }
        for (var written : sheets) {
            row = row == 0 ? 0 : row + 1;
            header(
                    sheet,
                    row++,
                    List.of(
                            messages.get(language, "documents.explanations.column"),
                            messages.get(language, "documents.explanations.meaning")));
            for (var column : written.layout().columns()) {
                sheet.inlineString(row, 0, PlainCharacters.of(column.name()));
                sheet.inlineString(row, 1, PlainCharacters.of(column.explanation()));
                sheet.style(row, 0).verticalAlignment("top").set();
                sheet.style(row++, 1).wrapText(true).verticalAlignment("top").set();
            }
        }
        sheet.finish();
    }

    private void continueLongTexts(Workbook workbook, List<Overflow> overflow, Language language) throws IOException {
        var sheet = workbook.newWorksheet(longTexts(language));
        sheet.width(0, 10);
        sheet.width(1, 32);
        sheet.width(2, 100);
        sheet.freezePane(0, 1);
        header(
                sheet,
                0,
                List.of(
                        messages.get(language, "documents.continued.row"),
                        messages.get(language, "documents.continued.column"),
                        messages.get(language, "documents.continued.text")));
        int row = 1;
        for (var rest : overflow) {
            for (int from = 0; from < rest.text().length(); ) {
                int to = wholeCharacters(
                        rest.text(), Math.min(from + LONGEST_CELL, rest.text().length()));
                sheet.value(row, 0, rest.row());
                sheet.inlineString(row, 1, PlainCharacters.of(rest.column()));
                sheet.inlineString(row, 2, rest.text().substring(from, to));
                sheet.style(row++, 2).wrapText(true).verticalAlignment("top").set();
                from = to;
            }
        }
        sheet.finish();
    }

    private String longTexts(Language language) {
        return sheetName(messages.get(language, "documents.longTexts"));
    }

    private static void header(Worksheet sheet, int row, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            sheet.inlineString(row, column, PlainCharacters.of(names.get(column)));
            sheet.style(row, column)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fillColor("F3EEE4")
                    .borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, org.dhatim.fastexcel.BorderStyle.MEDIUM)
                    .borderColor(org.dhatim.fastexcel.BorderSide.BOTTOM, "9E1B32")
                    .set();
        }
    }

    private static int wholeCharacters(String text, int end) {
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private static String sheetName(String name) {
        var allowed = PlainCharacters.of(name)
                .replaceAll("[\\[\\]:*?/\\\\\\n\\t']", " ")
                .strip();
        var cut = allowed.substring(0, wholeCharacters(allowed, Math.min(31, allowed.length())));
        return cut.isEmpty() ? "1" : cut;
    }

    private record Overflow(int row, String column, String text) {}

    /** Keeps the caller's stream open when a workbook closes. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
