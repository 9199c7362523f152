package pl.kujawskopomorskie.ngo.shared.documents;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;
import java.util.Set;

/**
 * Where a line may end: by the Unicode rules, but not after a word of one letter, as Polish print has it, and not within what
 * is read as one: {@code K/2026/7/0042}, {@code § 8}, {@code pkt 2}, {@code 2027 rok}. Done here and not by no-break
 * spaces, so that copied text has the spaces it had.
 */
final class PolishLineBreaks implements FSTextBreaker {

    private static final Set<String> LEADS_ON =
            Set.of("§", "art.", "ust.", "pkt", "lit.", "tiret", "nr", "poz.", "godz.", "ul.", "załącznik");
    private static final Set<String> FOLLOWS_A_NUMBER = Set.of("r.", "rok", "roku", "zł", "%");

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.of("pl"));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int end = breaks.next();
        while (end != BreakIterator.DONE && end > 0 && end < text.length() && parts(end)) {
            end = breaks.next();
        }
        return end;
    }

    private boolean parts(int end) {
        char last = text.charAt(end - 1);
        if (last == '/') {
            return Character.isDigit(text.charAt(end));
        }
        if (last != ' ') {
            return false;
        }
        var before = wordBefore(end - 1);
        return before.length() == 1 && Character.isLetter(before.charAt(0))
                || LEADS_ON.contains(before.toLowerCase(Locale.ROOT))
                || !before.isEmpty()
                        && Character.isDigit(before.charAt(before.length() - 1))
                        && FOLLOWS_A_NUMBER.contains(wordAfter(end));
    }

    private String wordBefore(int end) {
        int start = end;
        while (start > 0 && start > end - 12 && !isSpace(text.charAt(start - 1)) && text.charAt(start - 1) != '(') {
            start--;
        }
        return text.substring(start, end);
    }

    private String wordAfter(int start) {
        int end = start;
        while (end < text.length()
                && end < start + 12
                && (Character.isLetter(text.charAt(end)) || ".%".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        var word = text.substring(start, end);
        return word.equals("r.") || !word.endsWith(".") ? word : word.substring(0, word.length() - 1);
    }

    private static boolean isSpace(char sign) {
        return sign == '\u00a0' || Character.isWhitespace(sign);
    }
}
