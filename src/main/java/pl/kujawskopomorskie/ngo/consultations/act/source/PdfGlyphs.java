package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** The glyphs of each page with their places, as the page draws them. */
final class PdfGlyphs extends PDFTextStripper {

    /** Drawing instructions in a document, those of nested forms counted each time they are drawn. */
    private static final long MOST_OPERATIONS = 5_000_000;
    /** Forms and pictures drawn; a form may draw others, and those others again. */
    private static final long MOST_DRAWINGS = 200_000;

    /** Glyphs on one page; a page of the smallest type holds some ten thousand. */
    private static final int MOST_GLYPHS = 200_000;
    /** Graphics states saved and not yet restored; the standard allows for 28. */
    private static final int DEEPEST_STATE = 2_000;

    private static final double RIGHT_ANGLE = 90;
    private static final double SKEW_OF_UPRIGHT_TEXT = 3;

    private final LineCollector.CharacterBudget budget;
    private final BiConsumer<PDPage, List<Glyph>> pages;
    private final Deque<Origin> origins = new ArrayDeque<>();
    private List<Glyph> glyphs = new ArrayList<>();
    private long operations;
    private long drawings;
    private int saved;

    /** What a tagged PDF says of a piece of the page. */
    enum Origin {
        TEXT,
        HEADER,
        FOOTER,
        /** Drawn on every page, it is not said where. */
        PAGINATION,
        WATERMARK
    }

    /**
     * One glyph, in points, from the upper left corner of the page as it is read.
     *
     * @param y of the baseline
     * @param size of the font as drawn
     * @param space width of a space in its font, or 0
     * @param turn quarters of a turn, or -1 when the text stands askew
     */
    record Glyph(String text, float x, float y, float width, float size, float space, int turn, Origin origin) {

        Glyph movedLeft(float by) {
            return new Glyph(text, x - by, y, width, size, space, turn, origin);
        }
    }

    private PdfGlyphs(LineCollector.CharacterBudget budget, BiConsumer<PDPage, List<Glyph>> pages) {
        this.budget = budget;
        this.pages = pages;
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        setShouldSeparateByBeads(false);
    }

    /** Hands over the glyphs of one page after another. */
    static void read(PDDocument document, LineCollector.CharacterBudget budget, BiConsumer<PDPage, List<Glyph>> pages)
            throws IOException {
        new PdfGlyphs(budget, pages).writeText(document, Writer.nullWriter());
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs = new ArrayList<>();
        origins.clear();
        saved = 0;
    }

    @Override
    protected void writePage() {
        // the lines are put together elsewhere
    }

    @Override
    protected void endPage(PDPage page) {
        pages.accept(page, glyphs);
        glyphs = new ArrayList<>();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        operations++;
        drawings += operator.getName().equals("Do") ? 1 : 0;
        if (operations > MOST_OPERATIONS || drawings > MOST_DRAWINGS) {
            throw new Refusal(Reason.TOO_LARGE);
        }
        switch (operator.getName()) {
            case "q" -> saved++;
            case "Q" -> saved--;
            default -> {}
        }
        if (saved > DEEPEST_STATE) {
            throw new Refusal(Reason.BROKEN);
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        var outer = origins.peek();
        origins.push(outer == null || outer == Origin.TEXT ? origin(tag, properties) : outer);
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        origins.poll();
        super.endMarkedContentSequence();
    }

    private static Origin origin(@Nullable COSName tag, @Nullable COSDictionary properties) {
        if (tag == null || properties == null || !tag.getName().equals("Artifact")) {
            return Origin.TEXT;
        }
        String type = properties.getNameAsString(COSName.TYPE, "");
        String subtype = properties.getNameAsString(COSName.SUBTYPE, "");
        return switch (subtype) {
            case "Header" -> Origin.HEADER;
            case "Footer" -> Origin.FOOTER;
            case "Watermark" -> Origin.WATERMARK;
            default -> type.equals("Pagination") ? Origin.PAGINATION : Origin.TEXT;
        };
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = printable(position.getUnicode());
        if (text.isEmpty()) {
            return;
        }
        budget.spend(text.length());
        if (glyphs.size() >= MOST_GLYPHS) {
            throw new Refusal(Reason.TOO_LARGE);
        }
        var matrix = position.getTextMatrix();
        double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        double quarters = Math.rint(angle / RIGHT_ANGLE);
        boolean askew = Math.abs(angle - quarters * RIGHT_ANGLE) > SKEW_OF_UPRIGHT_TEXT;
        float size = (float) Math.hypot(matrix.getScalingFactorY(), 0);
        var origin = origins.peek();
        glyphs.add(new Glyph(
                text,
                finite(position.getXDirAdj()),
                finite(position.getYDirAdj()),
                finite(position.getWidthDirAdj()),
                size > 0 && Float.isFinite(size) ? size : 1,
                finite(position.getWidthOfSpace()),
                askew ? -1 : Math.floorMod((int) quarters, 4),
                origin == null ? Origin.TEXT : origin));
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }

    /** Ligatures as letters, signs of private fonts as what they look like, no controls. */
    private static String printable(@Nullable String unicode) {
        if (unicode == null) {
            return "";
        }
        var text = new StringBuilder(unicode.length());
        for (int i = 0; i < unicode.length(); i++) {
            char c = unicode.charAt(i);
            switch (c) {
                case '\ufb00' -> text.append("ff");
                case '\ufb01' -> text.append("fi");
                case '\ufb02' -> text.append("fl");
                case '\ufb03' -> text.append("ffi");
                case '\ufb04' -> text.append("ffl");
                case '\ufb05', '\ufb06' -> text.append("st");
                case '\uf0b7', '\uf0a7' -> text.append('•');
                case '\uf02d' -> text.append('–');
                // on paper there are no soft hyphens: what is drawn is a hyphen
                case Characters.SOFT_HYPHEN, Characters.NO_BREAK_HYPHEN, '\u2010' -> text.append('-');
                case '\t', '\n', '\r', '\f', '\u000b' -> text.append(' ');
                default -> {
                    if (!Characters.isControl(c)) {
                        text.append(c);
                    }
                }
            }
        }
        return text.toString();
    }
}
