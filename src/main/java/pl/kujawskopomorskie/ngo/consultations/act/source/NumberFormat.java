package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.Locale;

/** How an automatic number is printed. */
enum NumberFormat {
    DECIMAL,
    DECIMAL_ZERO,
    LOWER_LETTER,
    UPPER_LETTER,
    LOWER_ROMAN,
    UPPER_ROMAN,
    ORDINAL,
    NONE,
    BULLET;

    private static final int ALPHABET = 26;
    /** Longer runs of one letter than this are no numbers that somebody would print. */
    private static final int LONGEST_RUN = 30;

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    /** The format of {@code w:numFmt}; one that no Polish act uses counts as decimal. */
    static NumberFormat ofWord(String name) {
        return switch (name) {
            case "decimalZero" -> DECIMAL_ZERO;
            case "lowerLetter" -> LOWER_LETTER;
            case "upperLetter" -> UPPER_LETTER;
            case "lowerRoman" -> LOWER_ROMAN;
            case "upperRoman" -> UPPER_ROMAN;
            case "ordinal" -> ORDINAL;
            case "none" -> NONE;
            case "bullet" -> BULLET;
            default -> DECIMAL;
        };
    }

    /** The format of {@code style:num-format}; empty means that no number is shown. */
    static NumberFormat ofOpenDocument(String name) {
        return switch (name) {
            case "" -> NONE;
            case "a" -> LOWER_LETTER;
            case "A" -> UPPER_LETTER;
            case "i" -> LOWER_ROMAN;
            case "I" -> UPPER_ROMAN;
            default -> DECIMAL;
        };
    }

    /** The number as printed; after z comes aa, after it bb, as word processors count. */
    String print(int number) {
        return switch (this) {
            case DECIMAL -> String.valueOf(number);
            case DECIMAL_ZERO -> number >= 0 && number < 10 ? "0" + number : String.valueOf(number);
            case LOWER_LETTER -> letters(number);
            case UPPER_LETTER -> letters(number).toUpperCase(Locale.ROOT);
            case LOWER_ROMAN -> roman(number);
            case UPPER_ROMAN -> roman(number).toUpperCase(Locale.ROOT);
            case ORDINAL -> number + ".";
            case NONE, BULLET -> "";
        };
    }

    private static String letters(int number) {
        if (number < 1 || number > ALPHABET * LONGEST_RUN) {
            return String.valueOf(number);
        }
        char letter = (char) ('a' + (number - 1) % ALPHABET);
        return String.valueOf(letter).repeat((number - 1) / ALPHABET + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        var roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                roman.append(ROMAN_SIGNS[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }
}
