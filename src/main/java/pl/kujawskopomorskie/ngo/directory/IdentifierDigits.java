package pl.kujawskopomorskie.ngo.directory;

import java.util.Locale;

/** The digits of an identifier, however it was written. */
final class IdentifierDigits {

    private IdentifierDigits() {}

    /** The digits of what was typed, without the prefixes, spaces and hyphens that people write; empty when more is in it. */
    static String in(String typed, String... prefixes) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        for (var prefix : prefixes) {
            if (text.startsWith(prefix)) {
                text = text.substring(prefix.length());
            }
        }
        var digits = text.replaceAll("[\\s\\u00a0:.\\-–]", "");
        return digits.matches("[0-9]*") ? digits : "";
    }

    static int at(String digits, int place) {
        return digits.charAt(place) - '0';
    }

    static int weighted(String digits, int[] weights) {
        var sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += weights[place] * at(digits, place);
        }
        return sum;
    }
}
