package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Locale;

/**
 * The number inside a label, with the order that numbers of provisions have (ZTP § 57 and § 89): {@code 3}, then perhaps
 * {@code 3a}, then {@code 4}; {@code z}, then {@code za}; {@code IX}, then {@code X}.
 *
 * @param style the system of numbers
 * @param value place in the order, from 1; of a decimal number its last part
 * @param suffix what was added after the value: {@code a} of {@code 3a}, {@code [2]} of {@code 3[2]}, of a decimal
 *     number the parts before the last one
 * @param printed the number as a citation prints it
 */
record Numeral(Style style, int value, String suffix, String printed) {

    /** Systems of numbers. */
    enum Style {
        ARABIC,
        LATIN,
        ROMAN,
        DECIMAL,
        /** A dash or a bullet: items are told apart by their place only. */
        NONE
    }

    static final Numeral NONE = new Numeral(Style.NONE, 0, "", "");

    private static final int ALPHABET = 26;

    static Numeral arabic(int value, String suffix) {
        return new Numeral(Style.ARABIC, value, suffix, value + suffix);
    }

    static Numeral decimal(String parts, int last) {
        var lastDot = parts.lastIndexOf('.');
        return new Numeral(Style.DECIMAL, last, parts.substring(0, lastDot), parts);
    }

    /** Reads letters as the principles count them: a … z, za … zz, zza …, with ba between b and c. */
    static Numeral latin(String letters) {
        var lower = letters.toLowerCase(Locale.ROOT);
        var turns = 0;
        while (turns < lower.length() - 1 && lower.charAt(turns) == 'z') {
            turns++;
        }
        var letter = lower.charAt(turns);
        var plain = withoutTail(letter);
        var suffix = (plain == letter ? "" : "'") + lower.substring(turns + 1);
        return new Numeral(Style.LATIN, turns * ALPHABET + (plain - 'a' + 1), suffix, lower);
    }

    static Numeral roman(int value, String printed) {
        return new Numeral(Style.ROMAN, value, "", printed);
    }

    boolean isFirst() {
        return style != Style.NONE && value == 1 && (suffix.isEmpty() || style == Style.DECIMAL);
    }

    /** Whether a list that stands at {@code before} may go on with this number. */
    boolean follows(Numeral before) {
        if (style != before.style) {
            return false;
        }
        return switch (style) {
            case NONE -> true;
            case DECIMAL -> value == before.value + 1 && suffix.equals(before.suffix);
            case ARABIC, LATIN, ROMAN -> {
                if (value == before.value + 1 && suffix.isEmpty()) {
                    yield true;
                }
                if (value == before.value && isLater(suffix, before.suffix)) {
                    yield true;
                }
                yield style == Style.LATIN && before.value == ALPHABET && printed.equals("aa");
            }
        };
    }

    /** Whether this number is the same as, or stands before, {@code other} in one list. */
    boolean isNotAfter(Numeral other) {
        return value < other.value || (value == other.value && !isLater(suffix, other.suffix));
    }

    boolean sameAs(Numeral other) {
        return style == other.style && value == other.value && suffix.equals(other.suffix);
    }

    private static boolean isLater(String suffix, String before) {
        if (suffix.startsWith("[") && before.startsWith("[") && suffix.length() != before.length()) {
            return suffix.length() > before.length();
        }
        if (suffix.startsWith("[") != before.startsWith("[") && !suffix.isEmpty() && !before.isEmpty()) {
            // whether 13a or 13[1] comes first, each act decides for itself (ZTP § 89.6)
            return true;
        }
        return suffix.compareTo(before) > 0;
    }

    private static char withoutTail(char letter) {
        return switch (letter) {
            case 'ą' -> 'a';
            case 'ć' -> 'c';
            case 'ę' -> 'e';
            case 'ł' -> 'l';
            case 'ń' -> 'n';
            case 'ó' -> 'o';
            case 'ś' -> 's';
            case 'ź', 'ż' -> 'z';
            default -> letter;
        };
    }
}
