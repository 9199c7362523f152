package pl.kujawskopomorskie.ngo.consultations.act;

/** What the words of a line alone say of whether a page brought it along. */
final class FurnitureText {

    private FurnitureText() {}

    static boolean isRule(String text) {
        var marks = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Chars.isDash(c) || c == '_' || c == '=' || c == '*' || c == '~' || (c >= '─' && c <= '╿')) {
                marks++;
            } else if (!Chars.isSpace(c)) {
                return false;
            }
        }
        return marks >= 3;
    }

    static boolean isPageNumber(String text) {
        if (text.length() > 30) {
            return false;
        }
        var c = text.charAt(0);
        if (Chars.isDash(c) || c == '|' || c == '[' || c == '~') {
            var last = text.charAt(text.length() - 1);
            if (text.length() < 3 || !(Chars.isDash(last) || last == '|' || last == ']' || last == '~')) {
                return false;
            }
            return isBareNumber(Chars.tidy(text.substring(1, text.length() - 1)));
        }
        if (c == 'S' || c == 's') {
            for (var word : new String[] {"strona ", "str. ", "str.", "s. "}) {
                if (Wording.startsWith(text, word)) {
                    return isCount(Chars.tidy(text.substring(word.length())), word.startsWith("st"));
                }
            }
        }
        return false;
    }

    private static boolean isCount(String text, boolean alone) {
        var at = 0;
        while (at < text.length() && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == 0 || at > 4) {
            return false;
        }
        if (at == text.length()) {
            return alone;
        }
        var rest = text.substring(at).trim();
        if (rest.startsWith("z ") || rest.startsWith("/")) {
            return isBareNumber(rest.substring(1).trim());
        }
        return false;
    }

    /** Digits only, or a count such as {@code 3/7} and {@code 3 z 7}. */
    static boolean isBareNumber(String text) {
        if (text.isEmpty() || text.length() > 9 || !Chars.isDigit(text.charAt(0)) || isYear(text)) {
            return false;
        }
        return isCount(text, true);
    }

    /** {@code … NA ROK} / {@code 2027}: the end of a title that wraps. */
    private static boolean isYear(String text) {
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    static int number(String text) {
        var value = 0;
        for (var i = 0; i < text.length() && Chars.isDigit(text.charAt(i)); i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    static boolean isJournalHeader(String text) {
        var position = text.lastIndexOf("Poz.");
        if (position < 0 || text.length() < 20) {
            return false;
        }
        return Wording.startsWith(text, "dziennik urzędowy")
                || (isBareNumber(Chars.tidy(text.substring(position + 4))) && hasNumberBetweenDashes(text, position));
    }

    private static boolean hasNumberBetweenDashes(String text, int end) {
        for (var i = 0; i < end; i++) {
            if (!Chars.isDash(text.charAt(i))) {
                continue;
            }
            var at = Chars.skipSpace(text, i + 1);
            var digits = at;
            while (digits < end && Chars.isDigit(text.charAt(digits))) {
                digits++;
            }
            var close = Chars.skipSpace(text, digits);
            if (digits > at && close < end && Chars.isDash(text.charAt(close))) {
                return true;
            }
        }
        return false;
    }

    static boolean isPartOfJournalHeader(String text) {
        if (text.length() > 90) {
            return false;
        }
        if (Wording.startsWith(text, "dziennik urzędowy")) {
            return !Wording.endsSentence(text) && LineEnd.of(text) == LineEnd.OPEN;
        }
        return Wording.startsWith(text, "poz. ") && isBareNumber(Chars.tidy(text.substring(4)));
    }

    static boolean isSystemFooter(String text) {
        if (!text.startsWith("Id:")) {
            return false;
        }
        return text.contains("Strona") || text.contains("Podpisany") || text.contains("Projekt") || text.length() > 35;
    }

    static boolean isWatermark(String text) {
        if (text.length() > 17 || (text.charAt(0) != 'P' && text.charAt(0) != 'p' && text.charAt(0) != 'W')) {
            return false;
        }
        var drawn = text.replace(" ", "");
        return drawn.equals("PROJEKT") || drawn.equals("Projekt") || drawn.equals("projekt") || drawn.equals("WZÓR");
    }

    static String withoutDigits(String text) {
        var out = new StringBuilder(text.length());
        var digit = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Chars.isDigit(c)) {
                if (!digit) {
                    out.append('#');
                }
                digit = true;
            } else {
                digit = false;
                out.append(c);
            }
        }
        return out.toString();
    }
}
