package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.shared.documents.Archives.entry;
import static pl.kujawskopomorskie.ngo.shared.documents.Archives.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Limits;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Reason;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Refused;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Row;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile.Table;

class TableFileTest {

    @Test
    void a_spreadsheet_is_read_with_its_dates_numbers_and_values_of_formulas() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Uwagi");
            var header = sheet.createRow(2);
            header.createCell(0).setCellValue("Lp.");
            header.createCell(1).setCellValue(" Uzasadnienie ");
            var row = sheet.createRow(4);
            row.createCell(0).setCellValue(1);
            row.createCell(1).setCellValue("Zażółć\ngęślą");
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            row.createCell(2).setCellValue(LocalDate.of(2026, 11, 20));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellFormula("1+1");
            row.getCell(3).setCellValue(2);
            row.createCell(5).setCellValue(1234.5);

            assertThat(TableFile.read(bytes(workbook), "uwagi.xlsx"))
                    .isEqualTo(new Table(
                            List.of("Lp.", "Uzasadnienie"),
                            List.of(new Row(5, List.of("1", "Zażółć\ngęślą", "2026-11-20", "2", "", "1234.5")))));
        }
    }

    @Test
    void the_table_with_the_expected_header_is_found_under_titles_and_on_a_later_sheet() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Dane").createRow(0).createCell(0).setCellValue("Nazwa organizacji");
            var sheet = workbook.createSheet("Uwagi");
            sheet.createRow(0).createCell(0).setCellValue("Formularz uwag");
            sheet.createRow(1).createCell(0).setCellValue("Lp.");
            sheet.createRow(2).createCell(0).setCellValue("1");

            var table = TableFile.read(
                    bytes(workbook), "a.xlsx", cells -> cells.getFirst().equals("Lp."));

            assertThat(table).isEqualTo(new Table(List.of("Lp."), List.of(new Row(3, List.of("1")))));
            assertThat(TableFile.read(bytes(workbook), "a.xlsx", cells -> false))
                    .isEqualTo(new Refused(Reason.NO_TABLE));
        }
    }

    @Test
    void the_tables_of_a_word_form_are_read_without_what_a_tracked_change_removed() throws IOException {
        var document = """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>Formularz</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nazwa</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
                <w:tbl>
                <w:tr><w:tc><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Lp.</w:t></w:r></w:p></w:tc>
                <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">Proponowana </w:t></w:r><w:r><w:t>zmiana</w:t></w:r></w:p></w:tc></w:tr>
                <w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>
                <w:tc><w:p><w:del><w:r><w:delText>stare</w:delText><w:t>stare</w:t></w:r></w:del><w:ins><w:r><w:t>nowe</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>drugi</w:t><w:br/><w:t>wiersz</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>wewnątrz</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc>
                <w:tc><w:p><w:r><w:t>obok</w:t></w:r></w:p></w:tc></w:tr>
                </w:tbl></w:body></w:document>
                """;
        var file = zip(entry("[Content_Types].xml", "<Types/>"), entry("word/document.xml", document));

        assertThat(TableFile.read(file, "formularz.docx", cells -> cells.contains("Lp.")))
                .isEqualTo(new Table(
                        List.of("Lp.", "Proponowana zmiana"),
                        List.of(new Row(2, List.of("1", "nowe\ndrugi\nwiersz\nwewnątrz", "obok")))));
    }

    @Test
    void a_form_that_word_saved_is_read() throws IOException {
        try (var document = new XWPFDocument()) {
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Lp.");
            table.getRow(0).getCell(1).setText("Uzasadnienie");
            table.getRow(1).getCell(0).setText("1");
            table.getRow(1).getCell(1).setText("Bo łąka");
            var out = new ByteArrayOutputStream();
            document.write(out);

            assertThat(TableFile.read(out.toByteArray(), "a.docx"))
                    .isEqualTo(new Table(List.of("Lp.", "Uzasadnienie"), List.of(new Row(2, List.of("1", "Bo łąka")))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2", "UTF-16LE"})
    void a_csv_is_read_in_every_usual_encoding(String charset) {
        var mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
        var csv = (mark + "Lp.;Treść\r\n1;Zażółć gęślą jaźń, śćąŚĄŹ\r\n").getBytes(Charset.forName(charset));

        assertThat(TableFile.read(csv, "a.csv"))
                .isEqualTo(new Table(
                        List.of("Lp.", "Treść"), List.of(new Row(2, List.of("1", "Zażółć gęślą jaźń, śćąŚĄŹ")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void a_csv_is_read_with_every_usual_separator_and_lines_inside_quotes(String separator) {
        var csv = String.join(separator, "Lp.", "Treść", "Uwagi") + "\n"
                + String.join(separator, "1", "\"a; b, c | d\ne \"\"f\"\"\"", "x") + "\n\n" + "2";

        assertThat(TableFile.read(csv.getBytes(StandardCharsets.UTF_8), "a.CSV"))
                .isEqualTo(new Table(
                        List.of("Lp.", "Treść", "Uwagi"),
                        List.of(new Row(2, List.of("1", "a; b, c | d\ne \"f\"", "x")), new Row(5, List.of("2")))));
    }

    @Test
    void an_archive_that_unpacks_to_more_than_allowed_is_refused_before_it_is_read() throws IOException {
        var bomb = zip(
                entry("[Content_Types].xml", "<Types/>"),
                entry("xl/workbook.xml", "<workbook/>"),
                entry("xl/worksheets/sheet1.xml", new byte[70 * 1024 * 1024]));

        assertThat(bomb).hasSizeLessThan(200_000);
        assertThat(TableFile.read(bomb, "a.xlsx")).isEqualTo(new Refused(Reason.TOO_LARGE));
    }

    @Test
    void entities_of_an_xml_are_neither_blown_up_nor_fetched() throws IOException {
        var document = """
                <!DOCTYPE w:document [<!ENTITY a "%s"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc>
                <w:p><w:r><w:t>x&b;&f;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
                """.formatted("root:".repeat(1000));

        var result = TableFile.read(
                zip(entry("[Content_Types].xml", "<Types/>"), entry("word/document.xml", document)), "a.docx");

        assertThat(result.toString()).doesNotContain("root:");
    }

    @Test
    void entities_of_a_spreadsheet_are_neither_blown_up_nor_fetched() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("TUTAJ");
            var file = Archives.replaced(
                    bytes(workbook),
                    "xl/sharedStrings.xml",
                    text -> text.replaceFirst("\\?>", "?><!DOCTYPE sst [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>")
                            .replace("TUTAJ", "&f;"));

            assertThat(TableFile.read(file, "a.xlsx").toString()).doesNotContain("root:");
        }
    }

    @Test
    void more_rows_or_columns_than_allowed_are_refused() throws IOException {
        var limits = new Limits(1_000_000, 1_000_000, 2, 3);

        assertThat(TableFile.read("a\n1\n2\n3".getBytes(StandardCharsets.UTF_8), "a.csv", cells -> true, limits))
                .isEqualTo(new Refused(Reason.TOO_MANY_ROWS));
        assertThat(TableFile.read("a;b;c;d".getBytes(StandardCharsets.UTF_8), "a.csv", cells -> true, limits))
                .isEqualTo(new Refused(Reason.TOO_MANY_COLUMNS));
        assertThat(TableFile.read(new byte[1_000_001], "a.csv", cells -> true, limits))
                .isEqualTo(new Refused(Reason.TOO_LARGE));
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(16_000).setCellValue("daleko");
            assertThat(TableFile.read(bytes(workbook), "a.xlsx")).isEqualTo(new Refused(Reason.TOO_MANY_COLUMNS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "-1E999999999", "123456789E+2000000000"})
    void a_number_that_would_fill_the_memory_when_written_out_stays_as_it_stands(String number) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Kwota");
            sheet.createRow(1).createCell(0).setCellValue(31_337);
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            sheet.createRow(2).createCell(0).setCellValue(31_337);
            sheet.getRow(2).getCell(0).setCellStyle(day);
            sheet.createRow(3).createCell(0).setCellFormula("1+1");
            sheet.getRow(3).getCell(0).setCellValue(31_337);
            var file = Archives.replaced(
                    bytes(workbook), "xl/worksheets/sheet1.xml", text -> text.replaceAll("31337(\\.0)?", number));

            assertThat(TableFile.read(file, "a.xlsx"))
                    .isEqualTo(new Table(
                            List.of("Kwota"),
                            List.of(
                                    new Row(2, List.of(number)),
                                    new Row(3, List.of(number)),
                                    new Row(4, List.of(number)))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'r=\"A2\"', 'r=\"ZZZZZZ2\"', TOO_MANY_COLUMNS",
        "'<v>31337', '<v>123456789012345678901234567890', ",
        "'<v>31337', MILLION, TOO_LARGE",
        "'<f>1+1', FORMULA, TOO_LARGE"
    })
    void what_would_make_the_reader_work_for_hours_is_refused_before(String found, String put, @Nullable Reason refused)
            throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Kwota");
            sheet.createRow(1).createCell(0).setCellValue(31_337);
            sheet.createRow(2).createCell(0).setCellFormula("1+1");
            var instead = switch (put) {
                case "MILLION" -> "<v>" + "9".repeat(1_000_000);
                case "FORMULA" -> "<f t=\"shared\" si=\"0\" ref=\"A3:A9\">" + "1+".repeat(500_000);
                default -> put;
            };
            var file = Archives.replaced(
                    bytes(workbook), "xl/worksheets/sheet1.xml", text -> text.replace(found, instead));

            var result = TableFile.read(file, "a.xlsx");

            if (refused == null) {
                assertThat(result).isInstanceOf(Table.class);
            } else {
                assertThat(result).isEqualTo(new Refused(refused));
            }
        }
    }

    @Test
    void cells_that_share_one_long_text_are_counted_each_before_any_is_copied() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < 1_100; row++) {
                sheet.createRow(row).createCell(0).setCellValue("x".repeat(30_000));
            }
            var file = bytes(workbook);

            assertThat(file).hasSizeLessThan(100_000);
            assertThat(TableFile.read(file, "a.xlsx")).isEqualTo(new Refused(Reason.TOO_LARGE));
        }
    }

    @Test
    void a_quote_that_is_never_closed_does_not_make_one_cell_of_the_whole_file() {
        var csv = "Nazwa;KRS\n\"Otwarta;1\n" + "Inna;2\n".repeat(20_000);

        assertThat(TableFile.read(csv.getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEqualTo(new Refused(Reason.CELL_TOO_LONG));
    }

    @Test
    void what_is_no_table_is_refused_with_its_reason() throws IOException {
        assertThat(TableFile.read(new byte[0], "a.xlsx")).isEqualTo(new Refused(Reason.EMPTY));
        assertThat(TableFile.read(" \n;;\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEqualTo(new Refused(Reason.EMPTY));
        assertThat(TableFile.read("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.pdf"))
                .isEqualTo(new Refused(Reason.UNKNOWN_TYPE));
        assertThat(TableFile.read(new byte[] {0, 1, 2, 3, 0}, "a.csv")).isEqualTo(new Refused(Reason.UNKNOWN_TYPE));
        assertThat(TableFile.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0, 0}, "a.xls"))
                .isEqualTo(new Refused(Reason.OLD_OR_ENCRYPTED));
        assertThat(TableFile.read(
                        zip(entry("xl/workbook.xml", "<workbook/>"), entry("xl/vbaProject.bin", "x")), "a.xlsm"))
                .isEqualTo(new Refused(Reason.MACROS));
        assertThat(TableFile.read(zip(entry("a.txt", "x")), "a.xlsx")).isEqualTo(new Refused(Reason.UNKNOWN_TYPE));
    }

    @Test
    void a_broken_file_is_refused_wherever_it_is_cut() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
            var whole = bytes(workbook);
            for (int length = 5; length < whole.length; length += 97) {
                assertThat(TableFile.read(java.util.Arrays.copyOf(whole, length), "a.xlsx"))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThat(TableFile.read(
                        zip(entry("word/document.xml", "<w:document xmlns:w='x'><w:body>"), entry("b", "")), "a.docx"))
                .isEqualTo(new Refused(Reason.BROKEN));
        assertThat(TableFile.read(zip(entry("xl/workbook.xml", "<a>")), "a.xlsx"))
                .isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void a_refusal_has_its_sentence_in_both_languages() {
        var messages = new pl.kujawskopomorskie.ngo.shared.text.Messages();
        for (var reason : Reason.values()) {
            for (var language : pl.kujawskopomorskie.ngo.shared.text.Language.values()) {
                assertThat(messages.get(language, new Refused(reason).sentenceKey(), Limits.USUAL.rows()))
                        .endsWith(".");
            }
        }
    }

    @Test
    void a_column_is_found_by_its_heading() {
        var table = new Table(List.of("Lp.", "Uzasadnienie"), List.of(new Row(2, List.of("1"))));

        int rationale = table.column(heading -> heading.toLowerCase(Locale.ROOT).startsWith("uzasadn"));

        assertThat(rationale).isEqualTo(1);
        assertThat(table.rows().getFirst().cell(rationale)).isEmpty();
        assertThat(table.rows().getFirst().cell(table.column(heading -> false))).isEmpty();
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
