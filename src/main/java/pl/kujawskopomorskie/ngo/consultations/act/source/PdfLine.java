package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Glyph;
import pl.kujawskopomorskie.ngo.consultations.act.source.PdfGlyphs.Origin;

/**
 * One printed line of a page.
 *
 * @param x where it begins
 * @param y of its baseline, from the top
 * @param size of its main font
 * @param pieces its text; raised pieces apart, for they may be marks of notes
 * @param words what stands between its spaces and gaps, from left to right
 */
record PdfLine(float x, float y, float size, List<Piece> pieces, List<Word> words, Origin origin) {

    /** Baselines closer than this part of the font's size are one. */
    private static final float SAME_BASELINE = 0.18f;
    /** A sign so much smaller than its neighbours and so much higher is raised, not on a line of its own. */
    private static final float SMALLER = 0.88f;

    private static final float RAISED_AT_MOST = 0.7f;
    private static final float LOWERED_AT_MOST = 0.4f;
    private static final float GAP_OF_A_SPACE = 0.5f;
    private static final float USUAL_SPACE = 0.25f;
    /** A gap is wide from this many times the font's size, and this many times the smallest gap between words of its line. */
    private static final float WIDE_GAP = 0.7f;

    private static final float WIDER = 1.8f;
    /** Gaps that differ are no justified line's from this many times the font's size. */
    private static final float SURELY_WIDE = 2.5f;

    private static final float EVEN = 1.04f;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern UNIT = Pattern.compile("(^|[^\\p{L}])[kcmd]?m$");

    /** A stretch of a line's text. */
    record Piece(String text, boolean raised) {}

    /** A word and its place from the left edge of the page; {@code apart} when the gap before it is a wide one. */
    record Word(String text, float from, float to, boolean apart) {}

    /** A line and all glyphs that it was made of. */
    record Print(PdfLine line, List<Glyph> glyphs) {}

    /** Where the line ends. */
    float end() {
        return words.getLast().to();
    }

    /** All text, raised or not. */
    String text() {
        return textWithout(new HashSet<>());
    }

    /**
     * The text without the marks of these notes. A mark stands once on a page, so each one found is taken from the set; the
     * square of a metre is none.
     */
    String textWithout(Set<String> marks) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            boolean mark = piece.raised
                    && marks.contains(piece.text.strip())
                    && !UNIT.matcher(text).find();
            if (mark) {
                marks.remove(piece.text.strip());
            } else {
                text.append(piece.text);
            }
        }
        return Characters.strip(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** The same with a tab before each of the words that begin a cell. */
    String cellsWithout(Set<String> marks, Set<Integer> beginsOfCells) {
        var word = new AtomicInteger();
        return SPACES.matcher(textWithout(marks))
                .replaceAll(gap -> beginsOfCells.contains(word.incrementAndGet()) ? "\t" : " ");
    }

    /** The lines of a page from top to bottom, of glyphs that stand upright on it. */
    static List<PdfLine> of(List<Glyph> glyphs) {
        return prints(glyphs).stream().map(Print::line).toList();
    }

    /** The same lines with their glyphs. */
    static List<Print> prints(List<Glyph> glyphs) {
        var rows = new ArrayList<List<Glyph>>();
        for (var origin : Origin.values()) {
            var same = glyphs.stream().filter(glyph -> glyph.origin() == origin).toList();
            rows.addAll(withRaised(rows(same)));
        }
        return rows.stream()
                .filter(row -> row.stream().anyMatch(glyph -> !Characters.isBlank(glyph.text())))
                .map(row -> new Print(line(row), row))
                .sorted(Comparator.<Print, Float>comparing(print -> print.line().y())
                        .thenComparing(print -> print.line().x()))
                .toList();
    }

    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparing(Glyph::y));
        var rows = new ArrayList<List<Glyph>>();
        List<Glyph> row = new ArrayList<>();
        for (var glyph : sorted) {
            if (!row.isEmpty() && glyph.y() - row.getFirst().y() > SAME_BASELINE * glyph.size()) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(glyph);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    /** Puts rows of small raised or lowered signs into the line that they belong to. */
    private static List<List<Glyph>> withRaised(List<List<Glyph>> rows) {
        var lines = new ArrayList<List<Glyph>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var next = i + 1 < rows.size() ? rows.get(i + 1) : List.<Glyph>of();
            var last = lines.isEmpty() ? List.<Glyph>of() : lines.getLast();
            if (hangsOn(row, next, RAISED_AT_MOST)) {
                next.addAll(row);
            } else if (hangsOn(row, last, LOWERED_AT_MOST)) {
                last.addAll(row);
            } else {
                lines.add(row);
            }
        }
        return lines;
    }

    private static boolean hangsOn(List<Glyph> small, List<Glyph> line, float within) {
        if (line.isEmpty()) {
            return false;
        }
        float size = mainSize(line);
        return Math.abs(mainBaseline(line) - small.getFirst().y()) < within * size
                && small.stream()
                        .allMatch(glyph ->
                                glyph.size() < SMALLER * size || glyph.text().isBlank())
                && small.stream().anyMatch(glyph -> !glyph.text().isBlank());
    }

    private static float mainSize(List<Glyph> row) {
        return mostly(row, Glyph::size);
    }

    private static float mainBaseline(List<Glyph> row) {
        float size = mainSize(row);
        return mostly(
                row.stream().filter(glyph -> glyph.size() >= SMALLER * size).toList(), Glyph::y);
    }

    /** The value that most letters have, in steps of a quarter of a point. */
    private static float mostly(List<Glyph> row, Function<Glyph, Float> value) {
        Map<Integer, Integer> letters = new TreeMap<>();
        for (var glyph : row) {
            int weight = glyph.text().isBlank() ? 0 : glyph.text().length();
            letters.merge(Math.round(value.apply(glyph) * 4), weight, Integer::sum);
        }
        return letters.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(4)
                / 4f;
    }

    private static PdfLine line(List<Glyph> row) {
        var sorted = new ArrayList<>(row);
        sorted.sort(Comparator.comparing(Glyph::x));
        float size = mainSize(sorted);
        float baseline = mainBaseline(sorted);
        var pieces = new ArrayList<Piece>();
        var text = new StringBuilder();
        var words = new ArrayList<Word>();
        var word = new ArrayList<Glyph>();
        float wideFrom = wideFrom(sorted, size);
        boolean raised = false;
        Glyph last = null;
        for (var glyph : sorted) {
            if (last != null && isDrawnTwice(last, glyph)) {
                continue;
            }
            boolean blank = Characters.isBlank(glyph.text());
            boolean up = !blank && glyph.size() < SMALLER * size && baseline - glyph.y() > SAME_BASELINE * size / 2;
            boolean spaced = last != null
                    && !blank
                    && !Characters.isBlank(last.text())
                    && glyph.x() - last.x() - last.width() > gapOfSpace(last, glyph);
            if (up != raised && !text.isEmpty()) {
                pieces.add(new Piece(text.toString(), raised));
                text.setLength(0);
            }
            if (spaced) {
                text.append(' ');
            }
            raised = up;
            text.append(glyph.text());
            last = glyph;
            if ((blank || spaced) && !word.isEmpty()) {
                words.add(word(word, words, wideFrom));
                word.clear();
            }
            if (!blank) {
                word.add(glyph);
            }
        }
        pieces.add(new Piece(text.toString(), raised));
        if (!word.isEmpty()) {
            words.add(word(word, words, wideFrom));
        }
        var first = sorted.stream()
                .filter(glyph -> !Characters.isBlank(glyph.text()))
                .findFirst()
                .orElse(sorted.getFirst());
        return new PdfLine(first.x(), baseline, size, List.copyOf(pieces), List.copyOf(words), first.origin());
    }

    private static Word word(List<Glyph> glyphs, List<Word> before, float wideFrom) {
        float from = glyphs.getFirst().x();
        boolean apart = !before.isEmpty() && from - before.getLast().to() > wideFrom;
        var text = glyphs.stream().map(Glyph::text).collect(Collectors.joining());
        return new Word(text, from, end(glyphs.getLast()), apart);
    }

    /** From what size on a gap is wide; in a justified line, whose gaps are all the same, none is. */
    private static float wideFrom(List<Glyph> sorted, float size) {
        float smallest = Float.MAX_VALUE;
        float largest = 0;
        int gaps = 0;
        Glyph ink = null;
        for (var glyph : sorted) {
            if (Characters.isBlank(glyph.text())) {
                continue;
            }
            float gap = ink == null ? 0 : glyph.x() - end(ink);
            if (ink != null && gap > gapOfSpace(ink, glyph)) {
                smallest = Math.min(smallest, gap);
                largest = Math.max(largest, gap);
                gaps++;
            }
            ink = glyph;
        }
        if (gaps < 2) {
            return WIDE_GAP * size;
        }
        return largest < EVEN * smallest
                ? Float.MAX_VALUE
                : Math.min(SURELY_WIDE * size, Math.max(WIDE_GAP * size, WIDER * smallest));
    }

    private static float end(Glyph glyph) {
        return glyph.x() + glyph.width();
    }

    /** Bold type is sometimes made by drawing a glyph twice, a hair apart. */
    private static boolean isDrawnTwice(Glyph last, Glyph glyph) {
        return last.text().equals(glyph.text())
                && Math.abs(last.x() - glyph.x()) < 0.2f * Math.max(0.5f, last.width())
                && Math.abs(last.y() - glyph.y()) < 0.1f * glyph.size();
    }

    private static float gapOfSpace(Glyph last, Glyph glyph) {
        float usual = USUAL_SPACE * Math.min(last.size(), glyph.size());
        float space = last.space() > 0 && last.space() < 2 * usual ? last.space() : usual;
        return GAP_OF_A_SPACE * space;
    }
}
