package pl.kujawskopomorskie.ngo.consultations.act;

/** Classes of characters as documents of offices use them. */
final class Chars {

    private Chars() {}

    /** White space of every width, the non-breaking ones and the zero-width space included. */
    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u00a0'
                || c == '\u0085'
                || (c > '\u007f' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b'))
                || (c >= '\u001c' && c <= '\u001f');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '−' || c == '‒' || c == '‐' || c == '‑' || c == '―';
    }

    static boolean isBullet(char c) {
        return switch (c) {
            case '•', '·', '●', '▪', '■', '◦', '○', '➢', '➤', '✓', '✔', '♦', '❖', '□', '\uf0b7', '\uf0a7', '\uf0d8' ->
                true;
            default -> false;
        };
    }

    static boolean isSuperscriptDigit(char c) {
        return c == '¹' || c == '²' || c == '³' || c == '⁰' || (c >= '⁴' && c <= '⁹');
    }

    static char plainDigit(char superscript) {
        return switch (superscript) {
            case '¹' -> '1';
            case '²' -> '2';
            case '³' -> '3';
            case '⁰' -> '0';
            default -> (char) ('4' + (superscript - '⁴'));
        };
    }

    static boolean isOpeningQuote(char c) {
        return c == '„' || c == '“' || c == '"' || c == '«' || c == '‚' || c == '”';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u00ad' || c == '‐';
    }

    static int skipSpace(String text, int from) {
        return skipSpace(text, from, text.length());
    }

    static int skipSpace(String text, int from, int to) {
        var i = from;
        while (i < to && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int endWithoutSpace(String text) {
        var end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Trims white space of every kind and makes each run of it one plain space. */
    static String tidy(String text) {
        var start = skipSpace(text, 0);
        var end = endWithoutSpace(text);
        if (start >= end) {
            return "";
        }
        var clean = true;
        for (var i = start; i < end && clean; i++) {
            var c = text.charAt(i);
            clean = c == ' ' ? text.charAt(i - 1) != ' ' : !isSpace(c);
        }
        if (clean) {
            return text.substring(start, end);
        }
        var out = new StringBuilder(end - start);
        var gap = false;
        for (var i = start; i < end; i++) {
            var c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
