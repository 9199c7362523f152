package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import pl.kujawskopomorskie.ngo.shared.text.Language;

class PdfDocumentsTest {

    private static final PdfFacts FACTS =
            new PdfFacts("K/2026/7 report", Instant.parse("2026-11-20T09:00:00Z"), Language.POLISH);

    private static final String RICH = """
            <!DOCTYPE html>
            <html lang="pl"><head><title>Raport z konsultacji <K/2026/7> & „Świetlice”</title></head><body>
            <div class="running-title">Raport z konsultacji</div>
            <div class="running-foot">Stan na 20 listopada 2026</div>
            <div class="masthead"><p class="publisher">Samorząd Województwa</p></div>
            <h1>Zażółć gęślą jaźń</h1>
            <p>Podstawa: <a href="https://example.org/a?b=1&amp;c=2">uchwała nr XV/310/15</a>, <a href="#dalej">dalej</a>.</p>
            <h2 id="dalej">Co się zmieniło</h2>
            <p>Termin wynosi <del>7</del> <ins>14</ins> dni&nbsp;— § 8 ust. 1 pkt 2 lit. a.<br>Nowy wiersz.
            <h3>Lista</h3>
            <ul><li>pierwszy punkt</li><li>drugi <strong>ważny</strong>, <em>podkreślony</em>
              <ol><li>zagnieżdżony</li></ol></li></ul>
            <dl><dt>Kanał</dt><dd>formularz</dd></dl>
            <blockquote class="act">Cytat z aktu.</blockquote>
            <table class="register"><caption>Uwagi</caption><thead><tr><th>Numer</th><th>Treść</th></tr></thead>
            <tbody><tr><th>K/2026/7/0001</th><td>Emoji 😀 👩‍👩‍👧 🫠, עברית שלום, العربية, 漢字, \u0000\u0007\u200b ⁂ ✓ → 🇵🇱 e\u0301</td></tr>
            <tr><th>K/2026/7/0002</th><td></td></tr></tbody></table>
            <img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="Znak">
            </body></html>
            """;

    private final PdfDocuments documents = new PdfDocuments(new TemplateEngine(), "https://ngo.example.org");

    @Test
    void a_report_with_everything_in_it_holds_to_pdf_ua() throws Exception {
        var pdf = pdf(RICH);
        Files.write(Path.of("target", "rich.pdf"), pdf);

        PdfUa.assertHolds(pdf);
    }

    @Test
    void polish_letters_are_text_that_can_be_copied_and_searched() throws IOException {
        try (var document = Loader.loadPDF(pdf(RICH))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Zażółć gęślą jaźń", "§ 8 ust. 1 pkt 2 lit. a.", "uchwała nr XV/310/15");
        }
    }

    @Test
    void a_character_that_no_font_has_is_replaced_in_sight_and_a_control_character_left_out() throws IOException {
        try (var document = Loader.loadPDF(pdf("<title>T</title><p>a\u0007b \u200bc \uE123 漢 d\uFE0F e</p>"))) {
            assertThat(new PDFTextStripper().getText(document).strip()).endsWith("\nab c □ □ d e");
        }
    }

    @Test
    void an_emoji_that_no_font_has_is_named() throws IOException {
        try (var document = Loader.loadPDF(pdf("<title>T</title><p>Dziękuję 👍🏽 🎉 🫠 🇵🇱!</p>"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Dziękuję [kciuk w górę] [konfetti] [znak graficzny] PL!");
        }
    }

    @Test
    void in_an_english_document_its_name_is_english() throws IOException {
        var out = new ByteArrayOutputStream();
        documents.write(
                "<title>T</title><p>Thanks 🫠!</p>",
                new PdfFacts(FACTS.identity(), FACTS.madeAt(), Language.ENGLISH),
                out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Thanks [melting face]!");
        }
    }

    @Test
    void a_word_longer_than_its_line_goes_on_in_the_next() throws IOException {
        var word = "a".repeat(400);
        try (var document =
                Loader.loadPDF(pdf("<title>T</title><blockquote class='words'>" + word + "</blockquote>"))) {
            var width = document.getPage(0).getMediaBox().getWidth();
            var letters = new java.util.concurrent.atomic.AtomicInteger();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    if (text.getUnicode().equals("a") && text.getXDirAdj() + text.getWidthDirAdj() < width - 20) {
                        letters.incrementAndGet();
                    }
                }
            }.getText(document);
            assertThat(letters.get()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void hebrew_is_set_from_right_to_left() throws IOException {
        try (var document = Loader.loadPDF(pdf("<title>T</title><p>שלום</p>"))) {
            // What is drawn first stands leftmost: the last letter of the word.
            var drawn = new StringBuilder();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    drawn.append(text.getUnicode());
                }
            }.getText(document);
            assertThat(drawn.toString()).contains("םולש");
        }
    }

    @Test
    void the_file_names_its_title_language_and_moment_and_leads_by_bookmarks() throws IOException {
        try (var document = Loader.loadPDF(pdf(RICH))) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Raport z konsultacji <K/2026/7> & „Świetlice”");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(FACTS.madeAt());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("pl");
            var bookmarks = document.getDocumentCatalog().getDocumentOutline();
            var first = bookmarks.getFirstChild();
            assertThat(first.getTitle()).isEqualTo("Zażółć gęślą jaźń");
            assertThat(first.getNextSibling().getTitle()).isEqualTo("Co się zmieniło");
            assertThat(first.getNextSibling().getFirstChild().getTitle()).isEqualTo("Lista");
        }
    }

    @Test
    void the_same_document_is_the_same_bytes_and_another_is_not() throws IOException {
        assertThat(pdf(RICH)).isEqualTo(pdf(RICH));
        var other = new ByteArrayOutputStream();
        documents.write(RICH, new PdfFacts("other", FACTS.madeAt(), FACTS.language()), other);
        assertThat(other.toByteArray()).isNotEqualTo(pdf(RICH));
    }

    @Test
    void nothing_is_fetched_from_the_network_or_from_the_disk(@TempDir Path folder) throws Exception {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "tajne");
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var address = "http://localhost:" + server.getLocalPort();
            var pdf = pdf("""
                    <html><head><title>T</title><base href="%1$s/"><link rel="stylesheet" href="%1$s/a.css">
                    <style>@import url(%1$s/b.css); p { background: url(%1$s/c.png) }</style></head>
                    <body background="%1$s/d.png"><p style="background: url(%1$s/e.png)">x</p>
                    <img src="%1$s/f.png" alt="f"><img src="%2$s" alt="g"><img src="//localhost/h.png"><img src="jar:file:/x!/y">
                    <object data="%1$s/i.pdf"></object><embed src="%1$s/j.svg"><iframe src="%2$s"></iframe>
                    <svg xmlns="http://www.w3.org/2000/svg"><image href="%1$s/k.png"/></svg>
                    <input type="image" src="%1$s/l.png"><link rel="attachment" href="%2$s"></body></html>
                    """.formatted(address, secret.toUri()));

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).doesNotContain("tajne");
                assertThat(document.getDocumentCatalog().getNames() == null
                                || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>bez tytułu",
                "<title>T</title><table><tr><td>bez nagłówka</td></tr></table>",
                "<title>T</title><p><b>niedomknięte <i>znaczniki</p></b>",
                "<title>T</title><h1></h1><h3>bez poziomu wyżej</h3>",
                "<title>T</title><img src=\"data:image/png;base64,AAAA\" alt=\"zepsuty\">",
                "<title>T</title><a href=\"javascript:alert(1)\">x</a><a href=\"#nie-ma\">y</a><a>z</a>",
                "<title>T</title><script>alert(1)</script><p onclick=\"x\">y</p>"
            })
    void html_of_any_kind_makes_a_document_that_opens(String html) throws IOException {
        try (var document = Loader.loadPDF(pdf(html))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("alert");
        }
    }

    @Test
    void a_link_leads_to_the_web_or_to_a_mailbox_and_nowhere_else() throws IOException {
        var pdf = pdf("<title>T</title><a href=\"javascript:alert(1)\">a</a> <a href=\"file:///etc/passwd\">b</a>"
                + " <a href=\"https://example.org/\">c</a> <a href=\"mailto:a@example.org\">d</a>");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getAnnotations())
                    .extracting(annotation -> annotation.getContents())
                    .containsExactly("c", "d");
        }
    }

    @Test
    void a_row_longer_than_a_page_is_shown_whole() throws Exception {
        var pdf = pdf("<title>T</title><table class=register><thead><tr><th>A<th>B</tr></thead><tbody><tr><td>1<td>"
                + "słowo ".repeat(3000) + "koniec</tr><tr><td>2<td>dalej</tr></tbody></table>");

        PdfUa.assertHolds(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text.split("słowo", -1)).hasSize(3001);
            assertThat(text).contains("koniec", "dalej");
        }
    }

    @Test
    void a_line_ends_neither_after_a_word_of_one_letter_nor_within_a_citation_a_number_or_a_year() {
        var text = "oraz w Toruniu, i o K/2026/7/0042 z § 8 ust. 1 pkt 2 lit. a na 2027 rok albo/lub 5 osób";
        var breaks = new PolishLineBreaks();
        breaks.setText(text);

        var parts = new ArrayList<String>();
        for (int from = 0, end = breaks.next(); end >= 0; from = end, end = breaks.next()) {
            parts.add(text.substring(from, end).strip());
        }

        assertThat(parts)
                .containsExactly(
                        "oraz",
                        "w Toruniu,",
                        "i o K/2026/7/0042",
                        "z § 8",
                        "ust. 1",
                        "pkt 2",
                        "lit. a na",
                        "2027 rok",
                        "albo/",
                        "lub",
                        "5",
                        "osób");
    }

    @Test
    void a_document_longer_than_a_node_can_lay_out_is_refused_before_it_is_begun() {
        var html = "<title>T</title>" + "<p>x</p>".repeat(PdfDocuments.LONGEST_HTML / 8 + 1);

        assertThatThrownBy(() -> pdf(html)).isInstanceOf(DocumentTooLong.class);
    }

    private byte[] pdf(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        documents.write(html, FACTS, out);
        return out.toByteArray();
    }
}
