package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class PdfLayoutTest {

    private static final PdfFacts FACTS =
            new PdfFacts("K/2026/7 report", Instant.parse("2026-11-20T09:00:00Z"), Language.POLISH);

    private final PdfDocuments documents;

    PdfLayoutTest(PdfDocuments documents) {
        this.documents = documents;
    }

    @Test
    void a_report_set_in_the_layout_names_the_office_numbers_its_pages_and_holds_to_pdf_ua() throws Exception {
        var pdf = documents.render(
                "pdf-test/report", Map.of("title", "Program współpracy z organizacjami na 2027 rok"), FACTS);
        Files.write(Path.of("target", "report.pdf"), pdf);

        PdfUa.assertHolds(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Samorząd Województwa Kujawsko-Pomorskiego")
                    .contains("1 / " + document.getNumberOfPages(), "2 / " + document.getNumberOfPages())
                    .contains("Stan na 20 listopada 2026");
        }
    }

    @Test
    void a_receipt_fits_one_page_and_holds_to_pdf_ua() throws Exception {
        var pdf = documents.render("pdf-test/receipt", Map.of("title", "Potwierdzenie złożenia uwagi"), FACTS);
        Files.write(Path.of("target", "receipt.pdf"), pdf);

        PdfUa.assertHolds(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_wide_register_lies_on_its_side_and_repeats_its_header_on_each_page() throws Exception {
        var pdf = documents.render("pdf-test/register", Map.of("title", "Rejestr uwag"), FACTS);
        Files.write(Path.of("target", "register.pdf"), pdf);

        PdfUa.assertHolds(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var box = document.getPage(page - 1).getMediaBox();
                assertThat(box.getWidth()).isGreaterThan(box.getHeight());
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Propozycja i uzasadnienie");
            }
        }
    }

    @Test
    void an_english_reader_gets_the_frame_in_english() throws Exception {
        var pdf = documents.render(
                "pdf-test/receipt",
                Map.of("title", "Receipt"),
                new PdfFacts("x", Instant.parse("2026-11-20T09:00:00Z"), Language.ENGLISH));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(new PDFTextStripper().getText(document)).contains("As of 20 November 2026");
        }
    }
}
