package pl.kujawskopomorskie.ngo.shared.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that documents are set in: PT Serif, PT Sans, and DejaVu Sans for letters and signs that those two lack.
 * Their files and licences are in {@code resources/fonts}.
 */
final class PdfFonts {

    private static final String FALLBACK = "DejaVu Sans";

    private record Font(String family, int weight, FontStyle style, byte[] file) {}

    private final List<Font> fonts;
    private final BitSet shown = new BitSet();

    private PdfFonts(List<Font> fonts) {
        this.fonts = fonts;
        // A character is safe when the fallback has it, because a text may be in any of the other faces.
        var fallback = fonts.getLast();
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(fallback.file()))) {
            var glyphs = font.getUnicodeCmapLookup();
            for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                shown.set(character, glyphs.getGlyphId(character) > 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PdfFonts load() {
        return new PdfFonts(List.of(
                new Font("PT Serif", 400, FontStyle.NORMAL, file("pt-serif.ttf")),
                new Font("PT Serif", 400, FontStyle.ITALIC, file("pt-serif-italic.ttf")),
                new Font("PT Serif", 700, FontStyle.NORMAL, file("pt-serif-bold.ttf")),
                new Font("PT Sans", 400, FontStyle.NORMAL, file("pt-sans.ttf")),
                new Font("PT Sans", 700, FontStyle.NORMAL, file("pt-sans-bold.ttf")),
                new Font(FALLBACK, 400, FontStyle.NORMAL, file("dejavu-sans.ttf"))));
    }

    /** Whether a document can show the character. */
    boolean show(int character) {
        return shown.get(character);
    }

    void register(PdfRendererBuilder builder) {
        for (var font : fonts) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.file()), font.family(), font.weight(), font.style(), true);
        }
    }

    private static byte[] file(String name) {
        try (InputStream in = PdfFonts.class.getClassLoader().getResourceAsStream("fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource fonts/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
