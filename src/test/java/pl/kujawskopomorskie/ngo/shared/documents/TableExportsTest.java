package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

class TableExportsTest {

    private record Remark(
            String number,
            String words,
            Long votes,
            BigDecimal cost,
            LocalDate day,
            Instant moment,
            boolean accepted) {}

    private static final TableLayout<Remark> LAYOUT = new TableLayout<>(
            "Rejestr uwag: K/2026/7 [projekt]",
            List.of("Rejestr uwag do projektu programu", "Stan na 20 listopada 2026"),
            List.of(
                    TableColumn.text("Numer", "Numer uwagi w konsultacji", 16, Remark::number),
                    TableColumn.text("Treść", "Proponowane brzmienie", 60, Remark::words),
                    TableColumn.number("Głosy", "Liczba osób, które poparły uwagę", Remark::votes),
                    TableColumn.decimal("Koszt", "Szacowany koszt w złotych", Remark::cost),
                    TableColumn.day("Dzień", "Dzień wpływu", Remark::day),
                    TableColumn.moment("Chwila", "Chwila wpływu", Remark::moment),
                    TableColumn.truth("Uwzględniona", "Czy uwagę uwzględniono", Remark::accepted)));

    private final TableExports exports = new TableExports(new Messages());

    @Test
    void an_xlsx_keeps_types_so_that_a_spreadsheet_sorts_and_sums_them() throws IOException {
        try (var workbook = workbook(List.of(remark("Zażółć")))) {
            var row = workbook.getSheetAt(0).getRow(1);

            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("K/2026/7/0001");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo("2026-11-20T00:00:00");
            assertThat(row.getCell(5).getLocalDateTimeCellValue()).isEqualTo("2026-11-20T10:00:00");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("tak");
        }
    }

    @Test
    void an_xlsx_freezes_its_header_and_explains_each_column_on_a_sheet_of_its_own() throws IOException {
        try (var workbook = workbook(List.of(remark("x")))) {
            assertThat(workbook.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(workbook.getSheetName(0)).hasSizeLessThanOrEqualTo(31).doesNotContain(":", "[", "/");
            var explanations = workbook.getSheet("Objaśnienia");
            assertThat(explanations.getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Rejestr uwag do projektu programu");
            assertThat(explanations.getRow(4).getCell(0).getStringCellValue()).isEqualTo("Numer");
            assertThat(explanations.getRow(4).getCell(1).getStringCellValue()).isEqualTo("Numer uwagi w konsultacji");
        }
    }

    @Test
    void words_that_look_like_a_formula_stay_words_in_an_xlsx() throws IOException {
        for (var words : List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://evil\")")) {
            try (var workbook = workbook(List.of(remark(words)))) {
                var cell = workbook.getSheetAt(0).getRow(1).getCell(1);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(words);
            }
        }
    }

    @Test
    void characters_that_xml_forbids_are_left_out_and_all_others_kept() throws IOException {
        try (var workbook = workbook(List.of(remark("a\u0000b\u0007c\uD83D\uDE00 \uD83D d\r\ne\t</t>&")))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("abc😀 \ufffd d\ne\t</t>&");
        }
    }

    @Test
    void a_text_longer_than_a_cell_goes_on_whole_on_a_sheet_of_its_own() throws IOException {
        // Of many different words, or POI would take so well packed a file for a bomb.
        var words = IntStream.range(0, 12_000)
                .mapToObj(i -> "Ą😀" + Integer.toString(i * 7919, 36))
                .collect(Collectors.joining(" "));

        try (var workbook = workbook(List.of(remark("krótko"), remark(words)))) {
            var cell = workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue();
            var note = "\n[ciąg dalszy w arkuszu „Długie teksty”]";
            assertThat(cell).hasSizeLessThanOrEqualTo(32_767).endsWith(note);
            var rest = workbook.getSheet("Długie teksty");
            var whole = new StringBuilder(cell.substring(0, cell.length() - note.length()));
            for (int row = 1; row <= rest.getLastRowNum(); row++) {
                assertThat(rest.getRow(row).getCell(0).getNumericCellValue()).isEqualTo(3);
                assertThat(rest.getRow(row).getCell(1).getStringCellValue()).isEqualTo("Treść");
                whole.append(rest.getRow(row).getCell(2).getStringCellValue());
            }
            assertThat(whole.toString()).isEqualTo(words);
        }
    }

    @Test
    void what_is_said_about_a_table_goes_on_whole_too() throws IOException {
        var about = IntStream.range(0, 12_000)
                .mapToObj(i -> "Ą😀" + Integer.toString(i * 7919, 36))
                .collect(Collectors.joining(" "));
        var out = new ByteArrayOutputStream();

        exports.writeXlsx(
                new TableLayout<>("Arkusz", List.of(about), LAYOUT.columns()), List.of(), Language.POLISH, out);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var cell = workbook.getSheet("Objaśnienia").getRow(0).getCell(0).getStringCellValue();
            assertThat(cell).hasSizeLessThanOrEqualTo(32_767);
            var note = cell.indexOf("\n[ciąg dalszy");
            assertThat(cell.substring(0, note)
                            + workbook.getSheet("Długie teksty")
                                    .getRow(1)
                                    .getCell(2)
                                    .getStringCellValue())
                    .isEqualTo(about.substring(0, Math.min(about.length(), note + 32_767)));
        }
    }

    @Test
    void several_tables_stand_on_sheets_of_one_workbook_each_explained() throws IOException {
        var out = new ByteArrayOutputStream();
        var second = new TableLayout<String>(
                "Drugi", List.of("O drugim"), List.of(TableColumn.text("Nazwa", "Nazwa w drugim.", 20, text -> text)));

        exports.writeXlsx(
                List.of(new TableSheet<>(LAYOUT, List.of(remark("raz"))), new TableSheet<>(second, List.of("a", "b"))),
                Language.POLISH,
                out);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("Drugi");
            assertThat(workbook.getSheetAt(1).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("b");
            var explained = new StringBuilder();
            workbook.getSheetAt(2)
                    .forEach(row -> row.forEach(cell -> explained.append(cell).append('\n')));
            assertThat(explained.toString()).contains("O drugim", "Treść", "Nazwa w drugim.");
        }
    }

    @Test
    void a_table_without_rows_still_has_its_header() throws IOException {
        try (var workbook = workbook(List.of())) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Treść");
        }
        assertThat(csv(List.of()).strip()).endsWith("Uwzględniona");
    }

    @Test
    void a_csv_has_a_mark_semicolons_and_crlf_as_a_polish_spreadsheet_expects() throws IOException {
        var csv = csv(List.of(remark("raz; \"dwa\"\ntrzy")));

        assertThat(csv)
                .isEqualTo(
                        "\ufeffNumer;Treść;Głosy;Koszt;Dzień;Chwila;Uwzględniona\r\n"
                                + "K/2026/7/0001;\"raz; \"\"dwa\"\"\ntrzy\";12;1234.50;2026-11-20;2026-11-20T09:00:00Z;true\r\n");
    }

    @Test
    void words_of_a_csv_never_run_as_a_formula() throws IOException {
        for (var words : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "'=1", "＝1")) {
            var field = TableFile.read(csv(List.of(remark(words))).getBytes(StandardCharsets.UTF_8), "a.csv");
            assertThat(csv(List.of(remark(words)))).contains("'" + PlainCharacters.of(words));
            assertThat(((TableFile.Table) field).rows().getFirst().cell(1))
                    .isEqualTo(PlainCharacters.of(words).strip());
        }
    }

    @Property(tries = 300)
    void what_the_guard_puts_on_it_takes_off(@ForAll String words) {
        assertThat(FormulaGuard.off(FormulaGuard.on(words))).isEqualTo(words);
        assertThat(FormulaGuard.off(FormulaGuard.on("'=" + words))).isEqualTo("'=" + words);
        assertThat(FormulaGuard.on("-" + words)).startsWith("'");
    }

    private static Remark remark(String words) {
        return new Remark(
                "K/2026/7/0001",
                words,
                12L,
                new BigDecimal("1234.50"),
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T09:00:00Z"),
                true);
    }

    private XSSFWorkbook workbook(List<Remark> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        exports.writeXlsx(LAYOUT, rows, Language.POLISH, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private String csv(List<Remark> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        exports.writeCsv(LAYOUT, rows, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
