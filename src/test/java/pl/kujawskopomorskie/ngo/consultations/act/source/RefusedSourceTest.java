package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Read;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

class RefusedSourceTest {

    private static final ReadingLimits TIGHT = new ReadingLimits(1 << 20, 1 << 20, 50, 100, 3, 10_000);
    private static final byte[] DOCX =
            SourceFiles.word().paragraph("§ 1. Tekst").bytes();
    private static final byte[] ODT =
            SourceFiles.openText().paragraph("§ 1. Tekst").bytes();
    private static final byte[] PDF = SourceFiles.pdf()
            .page()
            .lines(70, 300, "§ 1. Tekst uchwały, dość długi")
            .bytes();
    private static final byte[] TEXT = "§ 1. Tekst".getBytes(StandardCharsets.UTF_8);

    private static Reason refusedUnder(ReadingLimits limits, byte[] bytes, String name) {
        return Reading.refusal(new SourceReader(limits).read(bytes, name));
    }

    @Test
    void a_file_without_bytes_is_empty() {
        assertThat(Reading.refusal(new byte[0], "a.docx")).isEqualTo(Reason.EMPTY);
    }

    @Test
    void documents_without_a_letter_are_empty() {
        assertThat(Reading.refusal(SourceFiles.word().paragraph("  ").bytes(), "a.docx"))
                .isEqualTo(Reason.EMPTY);
        assertThat(Reading.refusal(SourceFiles.openText().paragraph("").bytes(), "a.odt"))
                .isEqualTo(Reason.EMPTY);
        assertThat(Reading.refusal(SourceFiles.pdf().page().bytes(), "a.pdf")).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_file_over_the_limit_is_too_large_before_anything_is_read(@TempDir Path folder) throws IOException {
        var limits = ReadingLimits.DEFAULT.withMaxBytes(9);
        var file = Files.write(folder.resolve("a.txt"), TEXT);

        assertThat(refusedUnder(limits, TEXT, "a.txt")).isEqualTo(Reason.TOO_LARGE);
        assertThat(Reading.refusal(new SourceReader(limits).read(file))).isEqualTo(Reason.TOO_LARGE);
        assertThat(new SourceReader().read(file)).isInstanceOf(Read.class);
    }

    @Test
    void too_many_characters_or_pages_are_too_large() {
        String long20k = "słowo ".repeat(4_000);
        var pages = SourceFiles.pdf();
        for (int i = 0; i < 4; i++) {
            pages.page().lines(70, 300, "strona uchwały");
        }

        assertThat(refusedUnder(TIGHT, long20k.getBytes(StandardCharsets.UTF_8), "a.txt"))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusedUnder(TIGHT, SourceFiles.word().paragraph(long20k).bytes(), "a.docx"))
                .isIn(Reason.TOO_LARGE, Reason.ZIP_BOMB);
        assertThat(refusedUnder(TIGHT, SourceFiles.openText().paragraph(long20k).bytes(), "a.odt"))
                .isIn(Reason.TOO_LARGE, Reason.ZIP_BOMB);
        assertThat(refusedUnder(TIGHT, pages.bytes(), "a.pdf")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_million_empty_tags_cost_no_memory_and_a_million_short_lines_meet_the_limit() {
        var manyLines = "a\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);

        assertThat(refusedUnder(TIGHT, manyLines, "a.txt")).isEqualTo(Reason.TOO_LARGE);
        assertThat(Reading.shown(
                        SourceFiles.word()
                                .block("<w:p/>".repeat(200_000))
                                .paragraph("x" + random(5_000_000))
                                .bytes(),
                        "a.docx"))
                .hasSize(1);
    }

    private static String random(int length) {
        var random = new java.util.Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < length / 10; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    @Test
    void content_decides_the_type_when_the_name_says_nothing() {
        for (byte[] bytes : new byte[][] {DOCX, ODT, PDF, TEXT}) {
            assertThat(new SourceReader().read(bytes, "")).isInstanceOf(Read.class);
            assertThat(new SourceReader().read(bytes, "upload.tmp")).isInstanceOf(Read.class);
        }
    }

    @Test
    void a_right_name_with_another_content_is_the_wrong_type() {
        Map<String, byte[]> files = Map.of("a.docx", DOCX, "a.odt", ODT, "a.pdf", PDF, "a.txt", TEXT);
        files.forEach((name, own) -> files.forEach((other, bytes) -> {
            if (name.equals(other)) {
                assertThat(new SourceReader().read(bytes, name)).isInstanceOf(Read.class);
            } else {
                assertThat(Reading.refusal(bytes, name)).isEqualTo(Reason.WRONG_TYPE);
            }
        }));
    }

    @Test
    void a_spreadsheet_under_the_name_of_a_document_is_the_wrong_type_and_under_its_own_unknown() {
        byte[] xlsx = SourceFiles.zip(new LinkedHashMap<>(Map.of(
                "[Content_Types].xml",
                "<Types/>".getBytes(StandardCharsets.UTF_8),
                "_rels/.rels",
                ("<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8),
                "xl/workbook.xml",
                "<workbook/>".getBytes(StandardCharsets.UTF_8))));

        assertThat(Reading.refusal(xlsx, "a.docx")).isEqualTo(Reason.WRONG_TYPE);
        assertThat(Reading.refusal(xlsx, "a.xlsx")).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void pictures_programs_and_pages_of_the_web_are_no_documents() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

        assertThat(Reading.refusal(png, "a.png")).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(Reading.refusal(png, "a.txt")).isEqualTo(Reason.WRONG_TYPE);
        assertThat(Reading.refusal(png, "a.docx")).isEqualTo(Reason.WRONG_TYPE);
        assertThat(Reading.refusal("<!DOCTYPE html><p>x".getBytes(StandardCharsets.UTF_8), "a.html"))
                .isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(Reading.refusal("<html><body>x".getBytes(StandardCharsets.UTF_8), "a.txt"))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void rtf_and_old_word_files_are_to_be_saved_anew() throws IOException {
        assertThat(Reading.refusal("{\\rtf1\\ansi tekst}".getBytes(StandardCharsets.UTF_8), "a.rtf"))
                .isEqualTo(Reason.OLD_WORD_FORMAT);
        try (var doc = new POIFSFileSystem()) {
            doc.getRoot().createDocument("WordDocument", new java.io.ByteArrayInputStream(new byte[5_000]));
            var out = new ByteArrayOutputStream();
            doc.writeFilesystem(out);
            assertThat(Reading.refusal(out.toByteArray(), "a.doc")).isEqualTo(Reason.OLD_WORD_FORMAT);
        }
    }

    @Test
    void a_docx_behind_a_password_is_encrypted() throws Exception {
        try (var file = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("tajne");
            try (var out = encryptor.getDataStream(file)) {
                out.write(DOCX);
            }
            var bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            assertThat(Reading.refusal(bytes.toByteArray(), "a.docx")).isEqualTo(Reason.ENCRYPTED);
        }
    }

    @Test
    void an_odt_behind_a_password_is_encrypted() {
        byte[] odt = SourceFiles.openText()
                .manifest("<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
                        + "</manifest:file-entry>")
                .bytes();

        assertThat(Reading.refusal(odt, "a.odt")).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void a_pdf_behind_a_password_is_encrypted() {
        assertThat(Reading.refusal(
                        SourceFiles.pdf().page().lines(70, 300, "tekst").bytes("owner", "user"), "a.pdf"))
                .isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void pages_of_pictures_are_a_scan() {
        var scan = SourceFiles.pdf();
        for (int i = 0; i < 5; i++) {
            scan.page().picture();
        }

        assertThat(Reading.refusal(scan.bytes(), "a.pdf")).isEqualTo(Reason.SCANNED_WITHOUT_TEXT);
    }

    @Test
    void a_stamp_on_a_scan_makes_it_no_text() {
        var scan = SourceFiles.pdf().page().picture().text(70, 800, 8, "Podpisano");
        for (int i = 0; i < 9; i++) {
            scan.page().picture();
        }

        assertThat(Reading.refusal(scan.bytes(), "a.pdf")).isEqualTo(Reason.SCANNED_WITHOUT_TEXT);
    }

    @Test
    void macros_are_refused_wherever_they_are_declared() {
        assertThat(Reading.refusal(
                        SourceFiles.word().paragraph("x").withMacros().bytes(), "a.docm"))
                .isEqualTo(Reason.MACROS);
        assertThat(Reading.refusal(
                        SourceFiles.word()
                                .paragraph("x")
                                .part("word/vbaProject.bin", "x")
                                .bytes(),
                        "a.docx"))
                .isEqualTo(Reason.MACROS);
        assertThat(Reading.refusal(
                        SourceFiles.openText()
                                .paragraph("x")
                                .part("Basic/Standard/Module1.xml", "<x/>")
                                .bytes(),
                        "a.odt"))
                .isEqualTo(Reason.MACROS);
    }

    @ParameterizedTest
    @CsvSource({"a.docx, word/document.xml", "a.odt, content.xml"})
    void a_part_that_unpacks_without_end_is_a_bomb(String name, String part) {
        byte[] zeros = new byte[70 << 20];
        java.util.Arrays.fill(zeros, (byte) ' ');
        byte[] bomb = name.endsWith("docx")
                ? SourceFiles.word().part(part, zeros).bytes()
                : SourceFiles.openText()
                        .part(part, new String(zeros, StandardCharsets.US_ASCII))
                        .bytes();

        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThat(Reading.refusal(bomb, name)).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void pictures_that_claim_to_unpack_to_far_too_much_are_a_bomb() {
        byte[] bomb = SourceFiles.word()
                .paragraph("x")
                .part("word/media/image1.bmp", new byte[11 << 20])
                .bytes();

        assertThat(refusedUnder(TIGHT, bomb, "a.docx")).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void a_package_of_too_many_parts_is_a_bomb() {
        var word = SourceFiles.word().paragraph("x");
        for (int i = 0; i < 100; i++) {
            word.part("word/media/" + i, "x");
        }

        assertThat(refusedUnder(TIGHT, word.bytes(), "a.docx")).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void entities_are_neither_grown_nor_fetched() {
        String laughs = """
                <!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&c;&d;</w:t></w:r></w:p></w:body></w:document>""";

        assertThat(Reading.refusal(
                        SourceFiles.word().part("word/document.xml", laughs).bytes(), "a.docx"))
                .isEqualTo(Reason.BROKEN);
        assertThat(Reading.refusal(
                        SourceFiles.openText().part("content.xml", laughs).bytes(), "a.odt"))
                .isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:sdt>", "<w:tbl><w:tr><w:tc>", "<w:p><w:ins>"})
    void elements_nested_without_end_are_broken_and_no_stack_overflows(String opening) {
        assertThat(Reading.refusal(
                        SourceFiles.word().block(opening.repeat(100_000)).bytes(), "a.docx"))
                .isIn(Reason.BROKEN, Reason.ZIP_BOMB);
    }

    @Test
    void one_endless_attribute_is_broken() {
        String text = "<w:document xmlns:w=\"x\" a=\"" + random(80_000_000) + "\"/>";

        assertThat(Reading.refusal(
                        SourceFiles.word().part("word/document.xml", text).bytes(), "a.docx"))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void cut_off_files_are_broken() {
        assertThat(Reading.refusal(java.util.Arrays.copyOf(DOCX, DOCX.length / 2), "a.docx"))
                .isEqualTo(Reason.BROKEN);
        assertThat(Reading.refusal(java.util.Arrays.copyOf(ODT, ODT.length / 2), "a.odt"))
                .isEqualTo(Reason.BROKEN);
        assertThat(Reading.refusal("%PDF-1.7\nrubbish".getBytes(StandardCharsets.UTF_8), "a.pdf"))
                .isEqualTo(Reason.BROKEN);
    }

    // ---- PDF that grows

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pdfWith(String streamEntries, byte[] stream, String others) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources <</XObject <</X 5 0 R>>>>>> endobj\n4 0 obj <<" + streamEntries + " /Length "
                        + stream.length + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(stream);
        out.writeBytes(("\nendstream endobj\n" + others + "trailer <</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void a_pdf_stream_that_unpacks_without_end_is_a_bomb() {
        byte[] bomb = pdfWith("/Filter /FlateDecode", deflated(new byte[100 << 20]), "");

        assertThat(Reading.refusal(bomb, "a.pdf")).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void a_pdf_stream_packed_twice_is_a_bomb_all_the_same() {
        byte[] hex = java.util.HexFormat.of()
                .formatHex(deflated(new byte[100 << 20]))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] bomb = pdfWith("/Filter [/ASCIIHexDecode /FlateDecode]", hex, "");

        assertThat(Reading.refusal(bomb, "a.pdf")).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void a_row_as_wide_as_memory_is_broken() {
        byte[] wide = pdfWith(
                "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>", deflated(new byte[100]), "");

        assertThat(Reading.refusal(wide, "a.pdf")).isEqualTo(Reason.BROKEN);
    }

    @Test
    void arrays_nested_without_end_are_refused_and_no_stack_overflows() {
        byte[] deep = pdfWith("", new byte[0], "6 0 obj " + "[".repeat(1_000_000) + " endobj\n");
        byte[] objects = pdfWith("", new byte[0], "6 0 obj [" + "[]".repeat(3_000_000) + "] endobj\n");

        assertThat(Reading.refusal(deep, "a.pdf")).isIn(Reason.BROKEN, Reason.SCANNED_WITHOUT_TEXT, Reason.ZIP_BOMB);
        assertThat(Reading.refusal(objects, "a.pdf")).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void forms_that_draw_forms_that_draw_forms_come_to_an_end() {
        var forms = new StringBuilder();
        for (int i = 5; i < 25; i++) {
            String draw = "/X Do ".repeat(10);
            forms.append(i + " 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</X "
                    + (i + 1) + " 0 R>>>> /Length " + draw.length() + ">>\nstream\n" + draw + "\nendstream endobj\n");
        }
        byte[] bomb = pdfWith("", "/X Do".getBytes(StandardCharsets.US_ASCII), forms.toString());

        assertThat(Reading.refusal(bomb, "a.pdf")).isEqualTo(Reason.TOO_LARGE);
    }

    private static byte[] pdfWithFont(String content, String descendant, byte[] toUnicode) {
        return pdfWith(
                "",
                content.getBytes(StandardCharsets.US_ASCII),
                "5 0 obj <</Type /XObject>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F"
                        + " <</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 8 0 R"
                        + " /DescendantFonts [7 0 R]>>>>>>>> endobj\n"
                        + "7 0 obj <</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo <</Registry (Adobe)"
                        + " /Ordering (Identity) /Supplement 0>> " + descendant + ">> endobj\n"
                        + "8 0 obj <</Length " + toUnicode.length + ">>\nstream\n"
                        + new String(toUnicode, StandardCharsets.US_ASCII) + "\nendstream endobj\n");
    }

    @Test
    void fonts_that_name_ranges_of_codes_or_widths_beyond_all_letters_are_bombs() {
        String show = "BT /F 12 Tf <00410042> Tj ET";
        var ranges = new StringBuilder("begincmap 1 beginbfrange\n");
        for (int i = 0; i < 100; i++) {
            ranges.append(String.format("<%04X0000> %% x%n<%04XFFFF> <0041>%n", i, i));
        }
        byte[] map = ranges.append("endbfrange endcmap").toString().getBytes(StandardCharsets.US_ASCII);

        assertThat(Reading.refusal(pdfWithFont(show, "", map), "a.pdf")).isEqualTo(Reason.ZIP_BOMB);
        assertThat(Reading.refusal(pdfWithFont(show, "/W [0 2147483646 500]", new byte[0]), "a.pdf"))
                .isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void a_page_that_names_one_stream_again_and_again_is_a_bomb() {
        String page = "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<>> /Contents ["
                + "4 0 R ".repeat(20_000) + "]>> endobj\n";

        assertThat(Reading.refusal(pdfWith("", "BT ET".getBytes(StandardCharsets.US_ASCII), page), "a.pdf"))
                .isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void a_page_that_saves_its_state_without_end_is_broken() {
        byte[] bytes = pdfWith("", "q ".repeat(10_000).getBytes(StandardCharsets.US_ASCII), "");

        assertThat(Reading.refusal(bytes, "a.pdf")).isEqualTo(Reason.BROKEN);
    }

    @Test
    void a_page_of_more_glyphs_than_fit_on_paper_is_too_large() {
        String content = "BT /F 1 Tf " + ("<" + "0041".repeat(1_000) + "> Tj ").repeat(300) + "ET";

        assertThat(Reading.refusal(
                        pdfWithFont(
                                content,
                                "/DW 500",
                                "begincmap 1 beginbfchar <0041> <0041> endbfchar endcmap"
                                        .getBytes(StandardCharsets.US_ASCII)),
                        "a.pdf"))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void one_note_called_a_thousand_times_counts_each_time() {
        var word = SourceFiles.word()
                .footnote(1, "y".repeat(500))
                .inline("<w:r><w:footnoteReference w:id=\"1\"/></w:r>".repeat(1_000));

        assertThat(refusedUnder(TIGHT, word.bytes(), "a.docx")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_tag_of_more_attributes_than_any_format_knows_is_broken() {
        var names = new StringBuilder();
        var random = new java.util.Random(1);
        for (int i = 0; i < 5_000; i++) {
            names.append(" xmlns:a")
                    .append(i)
                    .append("=\"")
                    .append(random.nextLong())
                    .append('"');
        }

        assertThat(Reading.refusal(
                        SourceFiles.word()
                                .part("word/document.xml", "<w:document xmlns:w=\"x\"" + names + "/>")
                                .bytes(),
                        "a.docx"))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void styles_that_stand_on_each_other_in_a_ring_come_to_an_end() {
        var word = SourceFiles.word()
                .styles("<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\">"
                        + "<w:basedOn w:val=\"A\"/></w:style>")
                .styled("A", "tekst");

        assertThat(Reading.shown(word.bytes(), "a.docx")).containsExactly("tekst");
    }
}
