package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Arrays;
import java.util.List;

/** Tells which line breaks of a file are on purpose, and which only wrap a sentence. */
final class LineBreaks {

    private static final int WIDER_THAN_ANY_PAGE = 130;

    private final boolean everyBreak;
    private final boolean blankLinesMean;
    private final boolean hasBlankLines;
    private final int width;

    private LineBreaks(boolean everyBreak, boolean blankLinesMean, boolean hasBlankLines, int width) {
        this.everyBreak = everyBreak;
        this.blankLinesMean = blankLinesMean;
        this.hasBlankLines = hasBlankLines;
        this.width = width;
    }

    static LineBreaks of(SourceText.Format format, List<SourceLine> body) {
        if (format == SourceText.Format.PARAGRAPHS) {
            return new LineBreaks(true, true, false, 0);
        }
        var lengths = new int[body.size()];
        var wide = 0;
        var wrapped = 0;
        var wrappedOverBlank = 0;
        var blank = 0;
        for (var i = 0; i < body.size(); i++) {
            var line = body.get(i);
            lengths[i] = line.text().length();
            if (lengths[i] > WIDER_THAN_ANY_PAGE) {
                wide++;
            }
            if (line.blankBefore()) {
                blank++;
            }
            if (i > 0
                    && !line.text().isEmpty()
                    && !body.get(i - 1).text().isEmpty()
                    && wraps(body.get(i - 1).text(), line.text())) {
                wrapped++;
                if (line.blankBefore()) {
                    wrappedOverBlank++;
                }
            }
        }
        Arrays.sort(lengths);
        var width = lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
        var everyBreak = wide > 0 && wrapped * 20 <= body.size();
        return new LineBreaks(everyBreak, blank > 0 && wrappedOverBlank * 4 <= blank, blank > 0, width);
    }

    private static boolean wraps(String before, String text) {
        var c = text.charAt(0);
        if (!Character.isLowerCase(c)) {
            return !Character.isUpperCase(c) && LineEnd.of(before) == LineEnd.UNFINISHED;
        }
        if (text.length() > 1 && (text.charAt(1) == ')' || text.charAt(1) == '.')
                || text.length() > 2 && text.charAt(2) == ')') {
            return false;
        }
        if (Wording.startsWith(text, "z dnia ")
                || Wording.startsWith(text, "w sprawie ")
                || Wording.startsWith(text, "do ")) {
            return false;
        }
        var last = before.charAt(before.length() - 1);
        return last != ';' && last != ':' && last != '.';
    }

    /** What parts two neighbouring lines of the text. */
    Line.Gap between(SourceLine before, SourceLine line) {
        return new Line.Gap(isBroken(before, line), isApart(line), isShort(before), isFull(before));
    }

    /** Whether the break between two lines of the text is on purpose. */
    private boolean isBroken(SourceLine before, SourceLine line) {
        if (everyBreak || line.role() != SourceLine.Role.BODY || before.role() != SourceLine.Role.BODY) {
            return true;
        }
        if (blankLinesMean && line.blankBefore()) {
            return true;
        }
        if (!line.number().isEmpty()) {
            return true;
        }
        if (line.text().isEmpty() || before.text().isEmpty()) {
            return true;
        }
        if (before.page() != line.page() && Wording.annexWord(line.text()) > 0) {
            return true;
        }
        var c = line.text().charAt(0);
        return width > 40
                && before.text().length() * 10 < width * 7
                && before.page() == line.page()
                && !Character.isLowerCase(c)
                && !Chars.isDigit(c)
                && !Chars.isDash(c)
                && c != '§'
                && LineEnd.of(before.text()) == LineEnd.CLOSED;
    }

    /** Whether a line stops so far from the margin that the next word would have stood on it, had the sentence gone on. */
    private boolean isShort(SourceLine line) {
        return everyBreak || (width > 40 && line.text().length() * 10 < width * 6);
    }

    /** Whether a line reaches so close to the margin that the next word may have been wrapped. */
    private boolean isFull(SourceLine line) {
        return !everyBreak && width > 40 && line.text().length() * 10 >= width * 8;
    }

    /** Whether clear space parts a line from the one before, or the document has no such space at all. */
    private boolean isApart(SourceLine line) {
        return !hasBlankLines || line.blankBefore();
    }
}
