package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a file, line by line in the order of the document, before anything is known of its meaning.
 *
 * @param format where the lines come from; tells the reader how far a line break can be trusted
 * @param lines every line of the file, asides such as running headers included; never empty lines of text only
 */
public record SourceText(Format format, List<SourceLine> lines) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /**
     * Takes pasted or plain text apart into lines: any line end counts, a form feed begins a page, empty lines become
     * {@link SourceLine#blankBefore()}, leading white space becomes {@link SourceLine#indent()}.
     */
    public static SourceText plain(String text) {
        var lines = new ArrayList<SourceLine>();
        var pages = text.indexOf('\f') >= 0;
        var page = pages ? 1 : 0;
        var blank = false;
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : '\n';
            if (c != '\n'
                    && c != '\r'
                    && c != '\f'
                    && c != '\u2028'
                    && c != '\u2029'
                    && c != '\u0085'
                    && c != '\u000b') {
                continue;
            }
            var from = Chars.skipSpace(text, start, i);
            if (from < i) {
                var to = i;
                while (Chars.isSpace(text.charAt(to - 1))) {
                    to--;
                }
                lines.add(new SourceLine(
                        text.substring(from, to), "", -1, width(text, start, from), page, blank, SourceLine.Role.BODY));
                blank = false;
            } else if (c != '\n' || i == 0 || text.charAt(i - 1) != '\r') {
                blank = true;
            }
            if (c == '\f') {
                // where a page ends says nothing of where a paragraph does
                page++;
                blank = false;
            }
            start = i + 1;
        }
        return new SourceText(Format.PLAIN, lines);
    }

    private static int width(String text, int from, int to) {
        var width = 0;
        for (var i = from; i < to; i++) {
            width += text.charAt(i) == '\t' ? 4 : 1;
        }
        return width;
    }

    /** The kind of file that the lines were taken from. */
    public enum Format {
        /** Pasted or plain text: a line may be the middle of a wrapped sentence. */
        PLAIN,
        /** A word processor's file: a line is a whole paragraph, and its number is known from the list's definition. */
        PARAGRAPHS,
        /** Text taken from the pages of a PDF: lines are wrapped, pages bring headers and footers of their own. */
        PAGES
    }
}
