package pl.kujawskopomorskie.ngo.consultations.act.source;

/** Characters that every format treats alike. */
final class Characters {

    static final char NO_BREAK_SPACE = '\u00a0';
    static final char SOFT_HYPHEN = '\u00ad';
    static final char NO_BREAK_HYPHEN = '\u2011';
    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Characters() {}

    static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Characters::isSpace);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || c == NO_BREAK_SPACE
                || c == '\u202f'
                || c == '\u2007'
                || c == ZERO_WIDTH_SPACE
                || c == BYTE_ORDER_MARK;
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether a character has no place in a text: C0 and C1 controls besides white space, and noncharacters. */
    static boolean isControl(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\u000b')
                || (c >= '\u007f' && c <= '\u009f' && c != '\u0085')
                || c == '\ufffe'
                || c == '\uffff';
    }

    /** The text without soft hyphens, its no-break hyphens made plain ones: how it would be typed. */
    static String plainHyphens(String text) {
        if (text.indexOf(SOFT_HYPHEN) < 0 && text.indexOf(NO_BREAK_HYPHEN) < 0) {
            return text;
        }
        return text.replace(String.valueOf(SOFT_HYPHEN), "").replace(NO_BREAK_HYPHEN, '-');
    }
}
