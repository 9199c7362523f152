package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
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

    private byte[] pdf(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        documents.write(html, FACTS, out);
        return out.toByteArray();
    }
}
