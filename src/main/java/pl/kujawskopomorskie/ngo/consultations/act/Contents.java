package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the table of contents of a document. Its lines read like the heads of chapters and sections but are none: each ends
 * with the number of a page, mostly behind a row of dots.
 */
final class Contents {

    private static final int SHORTEST_LEADER = 4;

    /** An entry runs over no more lines than these before the number of its page. */
    private static final int LONGEST_ENTRY = 3;

    private Contents() {}

    /** The lines that are of the table of contents, its heading included. */
    static BitSet in(List<SourceLine> body) {
        var entries = new BitSet();
        for (var i = 0; i < body.size(); i++) {
            var text = body.get(i).text();
            if (hasLeader(text)) {
                entries.set(i);
            } else if (isHeading(text)) {
                i = takeFrom(i, body, entries);
            }
        }
        joinWrapped(entries, body);
        return entries;
    }

    private static boolean isHeading(String text) {
        return text.length() < 20
                && (Wording.startsWith(text, "spis treści") || Wording.startsWith(text, "spis rzeczy"));
    }

    /** Takes entries as long as they follow one another below the heading; dots or none, each ends with a page. */
    private static int takeFrom(int heading, List<SourceLine> body, BitSet entries) {
        var last = heading;
        var page = 0;
        for (var i = heading + 1; i < body.size() && i - last <= LONGEST_ENTRY; i++) {
            var number = pageAtEnd(body.get(i).text());
            if (number > 0 && number >= page) {
                entries.set(heading, i + 1);
                last = i;
                page = number;
            } else if (Wording.endsSentence(body.get(i).text())) {
                break;
            }
        }
        return last;
    }

    private static void joinWrapped(BitSet entries, List<SourceLine> body) {
        for (var i = entries.nextSetBit(0); i >= 0; i = entries.nextSetBit(i + 1)) {
            var next = entries.nextSetBit(i + 1);
            if (next > i + 1
                    && next - i <= LONGEST_ENTRY
                    && !Wording.endsSentence(body.get(next - 1).text())) {
                entries.set(i, next);
            }
        }
    }

    /** The number that a line ends with behind a space, or 0. */
    private static int pageAtEnd(String text) {
        var digits = digitsFrom(text);
        if (digits == text.length() || digits < 2 || text.length() - digits > 3) {
            return 0;
        }
        var before = text.charAt(digits - 1);
        return Chars.isSpace(before) || before == '.' ? Integer.parseInt(text.substring(digits)) : 0;
    }

    private static int digitsFrom(String text) {
        var at = text.length();
        while (at > 0 && Chars.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether a row of dots leads to a number at the end of the line. */
    private static boolean hasLeader(String text) {
        var at = digitsFrom(text);
        if (at == text.length() || text.length() - at > 3) {
            return false;
        }
        var dots = 0;
        while (at > 0 && dots < SHORTEST_LEADER) {
            var c = text.charAt(at - 1);
            if (c == '.' || c == '…' || c == '_' || c == '·') {
                dots += c == '…' ? 3 : 1;
            } else if (!Chars.isSpace(c)) {
                break;
            }
            at--;
        }
        return dots >= SHORTEST_LEADER && at > 0 && hasLetter(text, at);
    }

    private static boolean hasLetter(String text, int to) {
        for (var i = 0; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
