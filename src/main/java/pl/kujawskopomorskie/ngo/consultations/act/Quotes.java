package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a text stands inside quotation marks. What an amendment quotes is no unit of the act that quotes it; a mark that
 * never closes must not swallow what follows, so only pairs count.
 */
final class Quotes {

    /** A quotation that introduces no new wording is a name or a phrase, and does not run over more lines than these. */
    private static final int LONGEST_PHRASE = 5;

    private final List<String> lines;
    private final int[] opens;
    private final int[] openLines;
    private final char[] marks;
    private final boolean[] amending;
    private int depth;

    /** Outermost quotations as pairs of global offsets, a line end counting as one character. */
    private final List<int[]> spans = new ArrayList<>();

    /** Lines in which a quotation opens that never closes. */
    private final List<Integer> unclosed = new ArrayList<>();

    private Quotes(List<String> lines) {
        this.lines = lines;
        this.opens = new int[64];
        this.openLines = new int[64];
        this.marks = new char[64];
        this.amending = new boolean[64];
    }

    /**
     * Finds for each line whether it begins inside a quotation.
     *
     * @param lines the text of the document, asides left out
     */
    static Found in(List<String> lines) {
        var quotes = new Quotes(lines);
        var offset = 0;
        for (var line = 0; line < lines.size(); line++) {
            quotes.scan(line, offset);
            offset += lines.get(line).length() + 1;
        }
        while (quotes.depth > 0) {
            quotes.giveUp(--quotes.depth);
        }
        return new Found(
                merged(quotes.spans),
                List.copyOf(quotes.unclosed.stream().sorted().distinct().toList()));
    }

    /**
     * Result of the search.
     *
     * @param spans begin and end of each outermost quotation, in order, as offsets into the lines joined by one character
     * @param unclosed numbers of lines where a quotation opens and never closes
     */
    record Found(int[] spans, List<Integer> unclosed) {

        boolean covers(int offset) {
            var at = Arrays.binarySearch(spans, offset);
            if (at >= 0) {
                return false;
            }
            return ((-at - 1) & 1) == 1;
        }
    }

    private void scan(int line, int offset) {
        var text = lines.get(line);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '„', '‚' -> open(line, offset, i, '„');
                case '«' -> {
                    if (opensAt(text, i)) {
                        open(line, offset, i, c);
                    } else {
                        close(line, offset + i);
                    }
                }
                case '»' -> {
                    if (opensAt(text, i)) {
                        open(line, offset, i, c);
                    } else {
                        close(line, offset + i);
                    }
                }
                case ',' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == ',' && opensAt(text, i, i + 2)) {
                        open(line, offset, i, '„');
                        i++;
                    }
                }
                case '\'' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                        close(line, offset + i);
                        i++;
                    }
                }
                case '”' -> {
                    if (depth == 0 && opensAt(text, i)) {
                        open(line, offset, i, c);
                    } else {
                        close(line, offset + i);
                    }
                }
                case '“', '"' -> {
                    if (opensAt(text, i)) {
                        open(line, offset, i, c);
                    } else {
                        close(line, offset + i);
                    }
                }
                default -> {
                    // every other character is just text
                }
            }
        }
    }

    private static boolean opensAt(String text, int at) {
        return opensAt(text, at, at + 1);
    }

    private static boolean opensAt(String text, int at, int next) {
        if (next >= text.length() || Chars.isSpace(text.charAt(next))) {
            return false;
        }
        if (at == 0) {
            return Character.isLetterOrDigit(text.charAt(next)) || text.charAt(next) == '§';
        }
        var before = text.charAt(at - 1);
        return Chars.isSpace(before)
                || before == '('
                || before == '['
                || before == ':'
                || before == '„'
                || before == '–';
    }

    private void open(int line, int offset, int at, char mark) {
        if (depth == opens.length) {
            giveUp(0);
            System.arraycopy(opens, 1, opens, 0, depth - 1);
            System.arraycopy(openLines, 1, openLines, 0, depth - 1);
            System.arraycopy(marks, 1, marks, 0, depth - 1);
            System.arraycopy(amending, 1, amending, 0, depth - 1);
            depth--;
        }
        opens[depth] = offset + at;
        openLines[depth] = line;
        marks[depth] = mark;
        amending[depth] = introduced(line, at);
        depth++;
    }

    /** Whether the words before the mark announce new wording: a colon, {@code w brzmieniu}. */
    private boolean introduced(int line, int at) {
        var text = lines.get(line);
        var from = Math.max(0, at - 40);
        var before = LineEnd.of(text.substring(from, at));
        if (before == LineEnd.START && from == 0 && line > 0) {
            var previous = lines.get(line - 1);
            before = LineEnd.of(previous.substring(Math.max(0, previous.length() - 40)));
            return before == LineEnd.COLON
                    || previous.endsWith("brzmieniu")
                    || previous.endsWith("brzmienie")
                    || previous.endsWith("”")
                    || previous.endsWith("”,");
        }
        if (before == LineEnd.COLON) {
            return true;
        }
        var tail = text.substring(from, at).trim();
        return tail.endsWith("brzmieniu") || tail.endsWith("brzmienie");
    }

    private void close(int line, int offset) {
        if (depth == 0) {
            return;
        }
        depth--;
        if (!amending[depth] && line - openLines[depth] > LONGEST_PHRASE) {
            giveUp(depth);
            // the mark that closes here may well belong to the new wording outside
            if (depth > 0 && amending[depth - 1]) {
                depth--;
                spans.add(new int[] {opens[depth], offset});
            }
            return;
        }
        spans.add(new int[] {opens[depth], offset});
    }

    private void giveUp(int entry) {
        if (unclosed.isEmpty() || unclosed.getLast() != openLines[entry]) {
            unclosed.add(openLines[entry]);
        }
    }

    private static int[] merged(List<int[]> spans) {
        var sorted = new ArrayList<>(spans);
        sorted.sort((one, other) -> Integer.compare(one[0], other[0]));
        var out = new int[sorted.size() * 2];
        var size = 0;
        for (var span : sorted) {
            if (size > 0 && span[0] < out[size - 1]) {
                out[size - 1] = Math.max(out[size - 1], span[1]);
            } else {
                out[size++] = span[0];
                out[size++] = span[1];
            }
        }
        return Arrays.copyOf(out, size);
    }
}
