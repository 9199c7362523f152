package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Glyph;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Origin;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** A PDF: checked, opened, its pages taken apart into printed lines. */
final class PdfPages {

    /** A page with fewer letters than this says nothing that could be commented on. */
    private static final int LETTERS_OF_A_PAGE = 20;
    /** A document with at least this part of its pages without text is a scan. */
    private static final double SCAN_FROM = 0.9;

    /** What a line costs in memory beyond its characters. */
    private static final int COST_OF_A_LINE = 16;

    private final LineCollector collector;
    private final List<Page> pages = new ArrayList<>();
    private int withoutText;
    private boolean drawn;

    /**
     * A page's lines from top to bottom.
     *
     * @param frames words that stand askew or across, such as a watermark
     */
    record Page(int number, float height, List<PdfLine> lines, List<String> frames) {}

    private PdfPages(ReadingLimits limits) {
        this.collector = new LineCollector(limits);
    }

    static SourceText read(byte[] bytes, ReadingLimits limits) throws IOException {
        var guard = new PdfGuard(limits);
        guard.checkRaw(bytes);
        try (var document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > limits.maxPages()) {
                throw new Refusal(Reason.TOO_LARGE);
            }
            guard.checkStreams(document);
            return new PdfPages(limits).read(document);
        } catch (InvalidPasswordException e) {
            throw new Refusal(Reason.ENCRYPTED);
        }
    }

    private SourceText read(PDDocument document) throws IOException {
        PdfGlyphs.read(document, collector.budget(), this::page);
        if (pages.isEmpty()) {
            throw new Refusal(Reason.BROKEN);
        }
        var lines = new PdfLayout(pages).lines();
        long letters = lines.stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(Character::isLetter)
                .count();
        if (withoutText >= SCAN_FROM * pages.size() && letters < (long) LETTERS_OF_A_PAGE * pages.size()) {
            throw new Refusal(drawn ? Reason.SCANNED_WITHOUT_TEXT : Reason.EMPTY);
        }
        collector.addAll(lines);
        return collector.text(SourceText.Format.PAGES);
    }

    private void page(PDPage page, List<Glyph> glyphs) {
        int upright = upright(glyphs);
        var lines = PdfColumns.lines(glyphs.stream()
                .filter(glyph -> glyph.turn() == upright && glyph.origin() != Origin.WATERMARK)
                .toList());
        var across = frames(glyphs.stream()
                .filter(glyph -> glyph.turn() != upright || glyph.origin() == Origin.WATERMARK)
                .toList());
        collector.budget().spend((long) COST_OF_A_LINE * lines.size());
        boolean sideways = (page.getRotation() / 90 + upright) % 2 != 0;
        var box = page.getCropBox();
        float height = upright % 2 == 0 && !sideways || upright % 2 != 0 && sideways
                ? tall(page.getRotation(), box.getWidth(), box.getHeight())
                : tall(page.getRotation() + 90, box.getWidth(), box.getHeight());
        pages.add(new Page(pages.size() + 1, height, lines, across));
        long letters = glyphs.stream()
                .filter(glyph -> Character.isLetter(glyph.text().codePointAt(0)))
                .count();
        drawn |= page.hasContents() && (!glyphs.isEmpty() || hasDrawing(page));
        if (letters < LETTERS_OF_A_PAGE && (letters == 0 || hasDrawing(page))) {
            withoutText++;
        }
    }

    private static float tall(int rotation, float width, float height) {
        return rotation / 90 % 2 == 0 ? height : width;
    }

    private static boolean hasDrawing(PDPage page) {
        var resources = page.getResources();
        return resources != null && resources.getXObjectNames().iterator().hasNext();
    }

    /** The turn that most glyphs of the page have. */
    private static int upright(List<Glyph> glyphs) {
        var count = new int[4];
        for (var glyph : glyphs) {
            if (glyph.turn() >= 0) {
                count[glyph.turn()]++;
            }
        }
        int most = 0;
        for (int turn = 1; turn < count.length; turn++) {
            most = count[turn] > count[most] ? turn : most;
        }
        return most;
    }

    /** Words that stand across the page, one for each size and turn, in the order in which they are drawn. */
    private static List<String> frames(List<Glyph> glyphs) {
        Map<String, StringBuilder> frames = new TreeMap<>();
        for (var glyph : glyphs) {
            frames.computeIfAbsent(glyph.turn() + "/" + Math.round(glyph.size()), key -> new StringBuilder())
                    .append(glyph.text());
        }
        return frames.values().stream()
                .map(text -> Characters.strip(text.toString()))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
