package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts lines where a list may go on inside them: in text taken from a PDF units do not always begin a line. A cut decides
 * nothing yet; a part that begins no unit is joined to the one before again.
 */
final class LineCutter {

    private static final int LONGEST_HEAD = 12;

    private final List<Line> lines = new ArrayList<>();
    private final LineBreaks breaks;
    private final Quotes.Found quotes;
    private final BitSet contents;

    private LineCutter(LineBreaks breaks, Quotes.Found quotes, BitSet contents) {
        this.contents = contents;
        this.breaks = breaks;
        this.quotes = quotes;
    }

    static List<Line> cut(List<SourceLine> body, LineBreaks breaks, Quotes.Found quotes) {
        var cutter = new LineCutter(breaks, quotes, Contents.in(body));
        var offset = 0;
        for (var i = 0; i < body.size(); i++) {
            cutter.cutLine(body, i, offset);
            offset += body.get(i).text().length() + 1;
        }
        return cutter.lines;
    }

    private void cutLine(List<SourceLine> body, int index, int offset) {
        var source = body.get(index);
        var text = source.text();
        var gap = index == 0 ? Line.Gap.START : breaks.between(body.get(index - 1), source);
        if (isRow(body, index, offset)) {
            lines.add(new Line(row(text), source, index, gap, false, true, quotes.covers(offset)));
            return;
        }
        var start = 0;
        for (var at = endOfLabels(text); at < text.length() - 1; at++) {
            var c = text.charAt(at);
            if (c == ' ' && index < LONGEST_HEAD && text.startsWith("Na podstawie art", at + 1)) {
                add(source, index, gap, start, at, offset);
                start = at + 1;
            }
            if ((c == ':' || c == ';' || c == ',' || c == '.') && Chars.isSpace(text.charAt(at + 1))) {
                var next = Chars.skipSpace(text, at + 1);
                if (mayBegin(text, next) && !quotes.covers(offset + next)) {
                    add(source, index, gap, start, next, offset);
                    start = next;
                }
                at = next - 1;
            }
        }
        add(source, index, gap, start, text.length(), offset);
    }

    /** Adds the part of a line from one place to another. */
    private void add(SourceLine source, int index, Line.Gap gap, int from, int to, int offset) {
        var first = from == 0;
        var part = Chars.tidy(source.text().substring(from, to));
        if (!part.isEmpty() || first) {
            lines.add(new Line(
                    part, source, index, first ? gap : Line.Gap.INLINE, !first, false, quotes.covers(offset + from)));
        }
    }

    private static int endOfLabels(String text) {
        var at = 0;
        while (at < text.length() && Labels.at(text, at) instanceof Label label) {
            at = label.end();
        }
        return at;
    }

    private static boolean mayBegin(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        var c = text.charAt(at);
        if (c == '§') {
            return true;
        }
        if (Chars.isDash(c)) {
            return at + 1 < text.length() && Chars.isSpace(text.charAt(at + 1));
        }
        if (!Chars.isDigit(c) && !(c >= 'a' && c <= 'z')) {
            return false;
        }
        var end = at + 1;
        while (end < text.length()
                && end - at < 4
                && (Chars.isDigit(text.charAt(end)) || (text.charAt(end) >= 'a' && text.charAt(end) <= 'z'))) {
            end++;
        }
        if (end >= text.length()) {
            return false;
        }
        return text.charAt(end) == ')' || (Chars.isDigit(c) && text.charAt(end) == '.');
    }

    /** A row is what the file says is one, or a line with cells that has another beside it. */
    private boolean isRow(List<SourceLine> body, int index, int offset) {
        var source = body.get(index);
        if (source.role() == SourceLine.Role.TABLE_ROW) {
            return true;
        }
        if (contents.get(index)) {
            return true;
        }
        var text = source.text();
        if (quotes.covers(offset)) {
            return false;
        }
        var rowBefore = !lines.isEmpty() && lines.getLast().row();
        if (hasCells(text)) {
            return rowBefore
                    || (index + 1 < body.size() && mayBeRow(body.get(index + 1).text()));
        }
        return rowBefore
                && mayBeRow(text)
                && text.indexOf('§') != 0
                && !Wording.endsSentence(text)
                && cells(text) == cells(body.get(index - 1).text());
    }

    private static boolean mayBeRow(String text) {
        return text.indexOf('\t') > 0 || hasCells(text);
    }

    private static int cells(String text) {
        var cells = 1;
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                cells++;
            }
        }
        return cells;
    }

    /** Whether tabs or bars part the line into cells; a tab behind a label does not. */
    private static boolean hasCells(String text) {
        var tab = text.indexOf('\t');
        if (tab > 0) {
            var label = Labels.at(text, Chars.isOpeningQuote(text.charAt(0)) ? 1 : 0);
            if (label == null || text.indexOf('\t', Chars.skipSpace(text, label.end())) > 0) {
                return true;
            }
        }
        var bar = text.indexOf(" | ");
        return bar > 0 || (text.length() > 2 && text.charAt(0) == '|' && text.indexOf('|', 1) > 0);
    }

    /** Tidies the cells of a row and keeps the tabs between them. */
    private static String row(String text) {
        if (text.indexOf('\t') < 0) {
            return Chars.tidy(text);
        }
        var out = new StringBuilder();
        var start = 0;
        while (true) {
            var tab = text.indexOf('\t', start);
            out.append(Chars.tidy(text.substring(start, tab < 0 ? text.length() : tab)));
            if (tab < 0) {
                return out.toString();
            }
            out.append('\t');
            start = tab + 1;
        }
    }
}
