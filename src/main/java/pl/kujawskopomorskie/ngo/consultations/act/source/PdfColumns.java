package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Glyph;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfLine.Print;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfLine.Word;

/**
 * Reads a page that is set in two columns one column after the other. Columns are as wide as each other, have a clear strip
 * between them over many lines, and are mostly filled; the columns of a table seldom are all that.
 */
final class PdfColumns {

    private static final int FEWEST_LINES = 12;
    private static final float NARROWEST_GUTTER = 8;
    /** The strip between columns is looked for in this middle part of the text's width. */
    private static final float MIDDLE_FROM = 0.4f;

    private static final float MIDDLE_TO = 0.6f;
    private static final float STEP = 2;
    /** Columns of one page differ in width by less than this part. */
    private static final float SAME_WIDTH = 0.15f;
    /** A line that reaches this part of its column fills it. */
    private static final float FILLED = 0.85f;

    private static final double MOSTLY = 0.6;

    /** Lines from the first of them on, parted at a place by a strip without ink. */
    private record Band(int first, List<PdfLine> lines, float gutterFrom, float gutterTo) {

        private List<Word> left() {
            return side(line -> line.x() < gutterFrom, word -> word.from() < gutterFrom);
        }

        private List<Word> right() {
            return side(line -> line.end() > gutterTo, word -> word.from() >= gutterFrom);
        }

        /** What each line has on one side of the strip, drawn together. */
        private List<Word> side(Predicate<PdfLine> has, Predicate<Word> on) {
            return lines.stream()
                    .filter(has)
                    .map(line -> line.words().stream().filter(on).toList())
                    .map(words -> new Word(
                            "", words.getFirst().from(), words.getLast().to(), false))
                    .toList();
        }

        boolean isTwoColumns() {
            var left = left();
            var right = right();
            if (left.size() < FEWEST_LINES || right.size() < FEWEST_LINES) {
                return false;
            }
            float leftWidth = gutterFrom - start(left);
            float rightWidth = end(right) - gutterTo;
            return Math.abs(leftWidth - rightWidth) < SAME_WIDTH * Math.max(leftWidth, rightWidth)
                    && filled(left, start(left), gutterFrom)
                    && filled(right, gutterTo, end(right));
        }

        private static boolean filled(List<Word> column, float from, float to) {
            return column.stream()
                            .filter(word -> word.to() - from > FILLED * (to - from))
                            .count()
                    >= MOSTLY * column.size();
        }

        private static float start(List<Word> column) {
            return column.stream().map(Word::from).min(Float::compare).orElse(0f);
        }

        private static float end(List<Word> column) {
            return column.stream().map(Word::to).max(Float::compare).orElse(0f);
        }

        float shift() {
            return start(right()) - start(left());
        }
    }

    private PdfColumns() {}

    /** The lines of a page in the order in which they are read. */
    static List<PdfLine> lines(List<Glyph> glyphs) {
        var prints = PdfLine.prints(glyphs);
        var lines = prints.stream().map(Print::line).toList();
        var band = widestBand(lines);
        if (band == null || !band.isTwoColumns()) {
            return lines;
        }
        float middle = (band.gutterFrom() + band.gutterTo()) / 2;
        int end = band.first() + band.lines().size();
        // A mark raised above a line stands at another height than the
        // line, so height does not tell what is of the band.
        var held = prints.subList(band.first(), end).stream()
                .flatMap(print -> print.glyphs().stream())
                .toList();
        var out = new ArrayList<PdfLine>();
        out.addAll(lines.subList(0, band.first()));
        out.addAll(PdfLine.of(held.stream().filter(glyph -> glyph.x() < middle).toList()));
        out.addAll(PdfLine.of(held.stream()
                .filter(glyph -> glyph.x() >= middle)
                .map(glyph -> glyph.movedLeft(band.shift()))
                .toList()));
        out.addAll(lines.subList(end, lines.size()));
        return out;
    }

    /** The longest run of lines that leave one strip in the middle of the page free. */
    private static @Nullable Band widestBand(List<PdfLine> lines) {
        float from = lines.stream().map(PdfLine::x).min(Float::compare).orElse(0f);
        float to = lines.stream().map(line -> line.end()).max(Float::compare).orElse(0f);
        var bands = new ArrayList<Band>();
        for (float at = from + MIDDLE_FROM * (to - from); at < from + MIDDLE_TO * (to - from); at += STEP) {
            int start = 0;
            for (int i = 0; i <= lines.size(); i++) {
                if (i < lines.size() && isFree(lines.get(i), at, at + NARROWEST_GUTTER)) {
                    continue;
                }
                if (i - start >= FEWEST_LINES) {
                    bands.add(band(start, lines.subList(start, i), at));
                }
                start = i + 1;
            }
        }
        return bands.stream()
                .max(Comparator.comparingInt(band -> band.lines().size()))
                .orElse(null);
    }

    private static boolean isFree(PdfLine line, float from, float to) {
        return line.words().stream().noneMatch(word -> word.from() < to && word.to() > from);
    }

    /** The band with its strip made as wide as its lines let it be. */
    private static Band band(int first, List<PdfLine> lines, float at) {
        float gutterFrom = 0;
        float gutterTo = Float.MAX_VALUE;
        for (var line : lines) {
            for (var word : line.words()) {
                if (word.to() <= at) {
                    gutterFrom = Math.max(gutterFrom, word.to());
                } else {
                    gutterTo = Math.min(gutterTo, word.from());
                }
            }
        }
        return new Band(first, lines, gutterFrom, gutterTo);
    }
}
