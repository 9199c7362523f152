package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Locale;
import java.util.Set;

/** How a line ends, and so whether its sentence may go on in the next one. */
enum LineEnd {
    /** Nothing stands before. */
    START,
    /** A full stop, a semicolon, a question mark: a sentence or an item ends here. */
    CLOSED,
    /** A colon: items may follow. */
    COLON,
    COMMA,
    /** {@code oraz}, {@code lub}: between two items of a list, or inside a sentence. */
    CONJUNCTION,
    /** A preposition, {@code art.}, {@code ust.}, an open bracket: the sentence surely goes on. */
    UNFINISHED,
    /** A word like any other. */
    OPEN;

    private static final int LONGEST_WORD = 12;

    private static final Set<String> CONJUNCTIONS = Set.of("oraz", "lub", "albo", "i", "bądź", "a", "lecz", "ani");

    private static final Set<String> BEFORE_A_NUMBER = Set.of(
            "w",
            "we",
            "z",
            "ze",
            "do",
            "od",
            "na",
            "o",
            "po",
            "przez",
            "dla",
            "przy",
            "pod",
            "nad",
            "za",
            "u",
            "bez",
            "mowa",
            "dnia",
            "że",
            "który",
            "która",
            "które",
            "których",
            "którym",
            "nr",
            "§",
            "§§",
            "niniejszego",
            "niniejszej",
            "ww",
            "tzw",
            "oraz/lub",
            "między",
            "według",
            "wg",
            "numer",
            "paragraf",
            "paragrafu",
            "ok",
            "około",
            "poz.",
            "poz");

    private static final Set<String> ABBREVIATIONS = Set.of(
            "art.", "ust.", "pkt.", "lit.", "nr.", "poz.", "tj.", "np.", "m.in.", "tzw.", "ww.", "św.", "ul.", "im.",
            "prof.", "dr.", "str.", "ok.", "tzn.", "par.", "por.", "zob.", "dz.", "t.j.", "al.", "pl.", "woj.", "pow.",
            "gm.", "rozdz.", "zał.", "min.", "maks.", "tel.", "godz.", "wg.", "ew.");

    private static final Set<String> CITED = Set.of("art", "ust", "pkt", "lit", "tiret");

    boolean isClosed() {
        return this == START || this == CLOSED || this == COLON;
    }

    /** How a text ends that the caller may still be building. */
    static LineEnd of(CharSequence text) {
        var end = text.length();
        while (end > 0 && Chars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return START;
        }
        var last = text.charAt(end - 1);
        switch (last) {
            case ';', '!', '?', '…':
                return CLOSED;
            case ':':
                return COLON;
            case ',':
                return COMMA;
            case '(', '„', '[', '+', '=':
                return UNFINISHED;
            default:
                break;
        }
        if (Chars.isHyphen(last)) {
            return end > 1 && Chars.isSpace(text.charAt(end - 2)) ? OPEN : UNFINISHED;
        }
        if (last == '.') {
            var word = word(text, end);
            if (word.equals("pkt.") && isScore(text, end - word.length())) {
                return CLOSED;
            }
            return ABBREVIATIONS.contains(word) ? UNFINISHED : CLOSED;
        }
        if (last == '”' || last == '"' || last == '“' || last == ')' || last == '\'' || last == '’' || last == '»') {
            return end > 1 && (text.charAt(end - 2) == '.' || text.charAt(end - 2) == ';') && last != ')'
                    ? CLOSED
                    : OPEN;
        }
        var word = word(text, end);
        if (CONJUNCTIONS.contains(word)) {
            return end == word.length() ? OPEN : CONJUNCTION;
        }
        if (word.equals("pkt") && isScore(text, end - word.length())) {
            return OPEN;
        }
        if (BEFORE_A_NUMBER.contains(word) || CITED.contains(word)) {
            return UNFINISHED;
        }
        return OPEN;
    }

    /** {@code 0–10 pkt} ends a line of a score sheet; {@code ust. 2 pkt} ends nothing. */
    private static boolean isScore(CharSequence text, int end) {
        var at = skipSpaceBack(text, end);
        if (at == 0 || !Chars.isDigit(text.charAt(at - 1))) {
            return false;
        }
        while (at > 0 && !Chars.isSpace(text.charAt(at - 1)) && end - at < LONGEST_WORD) {
            at--;
        }
        var cited = word(text, skipSpaceBack(text, at));
        return !(cited.equals("ust.") || cited.equals("art.") || cited.equals("§"));
    }

    private static int skipSpaceBack(CharSequence text, int end) {
        var at = end;
        while (at > 0 && Chars.isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static String word(CharSequence text, int end) {
        var start = end;
        while (start > 0
                && end - start <= LONGEST_WORD
                && !Chars.isSpace(text.charAt(start - 1))
                && text.charAt(start - 1) != '(') {
            start--;
        }
        return text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    }
}
