package pl.kujawskopomorskie.ngo.shared.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jsoup.helper.W3CDom;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import pl.kujawskopomorskie.ngo.shared.text.Formats;

/**
 * Makes tagged PDF documents that hold to PDF/UA-1 (ISO 14289-1) from views under {@code views/pdf/}.
 *
 * <p>A view fills {@code ~{pdf/layout :: document(title, content)}}; headings become bookmarks, {@code th} become headers
 * of their cells, {@code a} become links. Fonts and the style sheet are ours; nothing is fetched from anywhere, whatever
 * the HTML says. The same view, model and facts give the same bytes, so that a hash of a document means something.
 *
 * <p>A layout lives in memory, some 80 KB for a row of a register with four columns of words, and 1000 rows take 2 to 4
 * seconds, hence the bounds on how long a document is and on how many are made at once on a node.
 */
@Singleton
public final class PdfDocuments {

    /**
     * Rows of a register that go into one document. A register with more goes out in volumes of so many: a volume takes some
     * seconds and about 100 MB to lay out, and more than that is more than a reader opens.
     */
    public static final int ROWS_IN_A_VOLUME = 1_000;

    /** Characters of HTML beyond which a document is refused. */
    public static final int LONGEST_HTML = 4_000_000;

    private static final int AT_ONCE = 2;

    private final TemplateEngine templates;
    private final String baseUrl;
    private final PdfFonts fonts = PdfFonts.load();
    private final PrintableHtml printable = new PrintableHtml(
            resource("pdf.css"), stylesOfArticles(), fonts::show, SignNames.read(resource("pdf-signs.properties")));
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PdfDocuments(TemplateEngine templates, @Property(name = "portal.base-url") String baseUrl) {
        this.templates = templates;
        this.baseUrl = baseUrl;
        // The library tells its progress to java.util.logging line by line; what matters comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * A document from a view.
     *
     * @param view name under {@code views/}, such as {@code pdf/receipt}
     * @param page what the view shows, as {@code page}; beside it the view finds {@code formats}, {@code language},
     *     {@code baseUrl} and {@code facts}
     * @param facts what the file says of itself
     */
    public byte[] render(String view, Object page, PdfFacts facts) {
        var context = new Context(
                facts.language().locale(),
                Map.of(
                        "page",
                        page,
                        "formats",
                        new Formats(facts.language()),
                        "language",
                        facts.language(),
                        "baseUrl",
                        baseUrl,
                        "facts",
                        facts));
        var html = templates.process(view, context);
        var out = new ByteArrayOutputStream();
        try {
            write(html, facts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * A document from HTML with a {@code title}; ours or a person's, it reaches neither files nor the network.
     *
     * @throws DocumentTooLong when the HTML has more than {@link #LONGEST_HTML} characters
     */
    public void write(String html, PdfFacts facts, OutputStream out) throws IOException {
        if (html.length() > LONGEST_HTML) {
            throw new DocumentTooLong(html.length());
        }
        turns.acquireUninterruptibly();
        try {
            lay(html, facts, out);
        } finally {
            turns.release();
        }
    }

    private void lay(String html, PdfFacts facts, OutputStream out) throws IOException {
        var document = printable.read(html, facts.language().tag());
        var builder = new PdfRendererBuilder()
                .withW3cDocument(new W3CDom().fromJsoup(document), "portal:")
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfVersion(1.7f)
                .withProducer(PdfMetadata.PRODUCER)
                .useReplacementText(PrintableHtml.SUBSTITUTE)
                .useUnicodeLineBreaker(new PolishLineBreaks())
                .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                .useUnicodeBidiReorderer(new RightToLeft.Reorderer())
                .useUriResolver((base, uri) -> onlyOurOwn(uri))
                .useExternalResourceAccessControl(
                        (uri, type) -> onlyOurOwn(uri) != null,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> onlyOurOwn(uri) != null,
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        fonts.register(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (var pdf = renderer.createPDFKeepOpen()) {
                PdfMetadata.finish(pdf, document.title(), facts);
                pdf.save(out);
            }
        }
    }

    private static Map<String, String> stylesOfArticles() {
        var sheets = resource("pdf-sheets.css");
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("wide", resource("pdf-wide.css"));
        styles.put("badges", sheets);
        styles.put("l7160", sheets + resource("pdf-l7160.css"));
        styles.put("l7163", sheets + resource("pdf-l7163.css"));
        return styles;
    }

    // Pictures may be carried inside the page itself; every other address is another's, or a file of the server.
    private static @Nullable String onlyOurOwn(String uri) {
        return uri.startsWith("data:image/png;base64,")
                        || uri.startsWith("data:image/jpeg;base64,")
                        || uri.startsWith("#")
                ? uri
                : null;
    }

    private static String resource(String name) {
        try (InputStream in = PdfDocuments.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
