package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.shared.documents.Archives.entry;
import static pl.kujawskopomorskie.ngo.shared.documents.Archives.zip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    @Test
    void each_type_is_told_by_its_content() throws IOException {
        assertThat(FileTypes.detect(pdf(), "a.pdf")).contains(FileType.PDF);
        assertThat(FileTypes.detect(image("png"), "a.PNG")).contains(FileType.PNG);
        assertThat(FileTypes.detect(image("jpg"), "a.jpeg")).contains(FileType.JPEG);
        assertThat(FileTypes.detect(docx(), "a.docx")).contains(FileType.DOCX);
        assertThat(FileTypes.detect(xlsx(), "a.xlsx")).contains(FileType.XLSX);
        assertThat(FileTypes.detect(odf(FileType.ODT), "a.odt")).contains(FileType.ODT);
        assertThat(FileTypes.detect(odf(FileType.ODS), "a.ods")).contains(FileType.ODS);
        assertThat(FileTypes.detect(text("Zażółć\r\ngęślą"), "a.txt")).contains(FileType.TEXT);
        assertThat(FileTypes.detect("Zażółć gęślą jaźń".getBytes(Charset.forName("windows-1250")), "a.txt"))
                .contains(FileType.TEXT);
    }

    @Test
    void a_name_that_says_another_type_is_refused() throws IOException {
        assertThat(FileTypes.detect(pdf(), "a.docx")).isEmpty();
        assertThat(FileTypes.detect(docx(), "a.xlsx")).isEmpty();
        assertThat(FileTypes.detect(image("png"), "a.jpg")).isEmpty();
        assertThat(FileTypes.detect(text("x"), "a.html")).isEmpty();
        assertThat(FileTypes.detect(pdf(), "a")).isEmpty();
        assertThat(FileTypes.detect(pdf(), "a.pdf.exe")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "\n  <!DOCTYPE html>",
                "<?xml version=\"1.0\"?><svg onload=\"x\"/>",
                "Dzień dobry <script src=//x></script>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "#!/bin/sh\nrm",
                "{\\rtf1 x}",
                "MZ to nie tekst",
                "%!PS-Adobe",
                "a\u0000b",
                "a\u001bb",
                ""
            })
    void what_a_browser_or_a_shell_would_run_is_no_text(String content) {
        assertThat(FileTypes.detect(text(content), "a.txt")).isEmpty();
    }

    @Test
    void a_law_text_with_angle_brackets_is_still_text() {
        assertThat(FileTypes.detect(text("§ 1. Kwota < 500 zł i > 100 zł. § 2 <uchylony>"), "a.txt"))
                .contains(FileType.TEXT);
    }

    @Test
    void files_with_macros_are_refused() throws IOException {
        assertThat(FileTypes.detect(with(docx(), "word/vbaProject.bin", "x"), "a.docx"))
                .isEmpty();
        assertThat(FileTypes.detect(with(xlsx(), "xl/vbaProject.bin", "x"), "a.xlsx"))
                .isEmpty();
        assertThat(FileTypes.detect(
                        Archives.replaced(
                                docx(),
                                "[Content_Types].xml",
                                types -> types.replace(
                                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                        "vnd.ms-word.document.macroEnabled.main+xml")),
                        "a.docx"))
                .isEmpty();
        assertThat(FileTypes.detect(with(odf(FileType.ODT), "Basic/Standard/Module1.xml", "x"), "a.odt"))
                .isEmpty();
    }

    @Test
    void a_file_that_is_two_things_at_once_is_refused() throws IOException {
        var archive = zip(entry("evil.class", "x"));
        assertThat(FileTypes.detect(joined(pdf(), archive), "a.pdf")).isEmpty();
        assertThat(FileTypes.detect(joined(image("jpg"), archive), "a.jpg")).isEmpty();
        assertThat(FileTypes.detect(joined(image("png"), archive), "a.png")).isEmpty();
        assertThat(FileTypes.detect(joined(image("png"), text("<script>")), "a.png"))
                .isEmpty();
        assertThat(FileTypes.detect(joined(docx(), text("<script>")), "a.docx")).isEmpty();
        assertThat(FileTypes.detect(joined(text("GIF89a"), docx()), "a.docx")).isEmpty();
        assertThat(FileTypes.detect(joined(text("MZ"), pdf()), "a.pdf")).isEmpty();
    }

    @Test
    void bombs_broken_encrypted_and_foreign_archives_are_refused() throws IOException {
        assertThat(FileTypes.detect(zip(entry("word/document.xml", new byte[210 * 1024 * 1024])), "a.docx"))
                .isEmpty();
        assertThat(FileTypes.detect(java.util.Arrays.copyOf(docx(), 400), "a.docx"))
                .isEmpty();
        assertThat(FileTypes.detect(zip(entry("a.jar", "x")), "a.docx")).isEmpty();
        assertThat(FileTypes.detect(
                        zip(
                                entry("mimetype", FileType.ODT.mediaType()),
                                entry("META-INF/manifest.xml", "<manifest:encryption-data/>")),
                        "a.odt"))
                .isEmpty();
        assertThat(FileTypes.detect(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "a.docx"))
                .isEmpty();
    }

    @Test
    void a_name_is_made_safe_to_show_and_to_store() {
        assertThat(FileNames.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.safe("C:\\Users\\Ewa\\umowa końcowa.pdf")).isEqualTo("umowa końcowa.pdf");
        assertThat(FileNames.safe("faktura\u202Efdp.exe")).isEqualTo("fakturafdp.exe");
        assertThat(FileNames.safe("a\r\nSet-Cookie: x=1.pdf")).isEqualTo("aSet-Cookie_ x=1.pdf");
        assertThat(FileNames.safe("<img src=x>\"|?*.png")).isEqualTo("_img src=x_____.png");
        assertThat(FileNames.safe("...")).isEqualTo("plik");
        assertThat(FileNames.safe("")).isEqualTo("plik");
        assertThat(FileNames.safe("ż".repeat(400) + ".docx")).hasSize(150).endsWith("ż.docx");
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] image(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] docx() throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("x");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] odf(FileType type) throws IOException {
        return zip(entry("mimetype", type.mediaType()), entry("content.xml", "<x/>"));
    }

    private static byte[] with(byte[] archive, String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive));
                var zip = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
            zip.write(text(content));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
