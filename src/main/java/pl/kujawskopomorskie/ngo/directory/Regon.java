package pl.kujawskopomorskie.ngo.directory;

import java.util.Optional;

/**
 * A statistical number: nine digits of an organisation, or fourteen of its local unit, the last of each a check digit.
 *
 * @param digits nine or fourteen; nine that a register pads with {@code 00000} are nine here
 */
public record Regon(String digits) {

    private static final int[] WEIGHTS_OF_9 = {8, 9, 2, 3, 4, 5, 6, 7};
    private static final int[] WEIGHTS_OF_14 = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
    private static final String PADDING = "00000";

    /** Reads what a person or a file has; spaces and hyphens are no mistake. Nothing when a check digit is wrong. */
    public static Optional<Regon> of(String typed) {
        var digits = IdentifierDigits.in(typed, "REGON");
        if (digits.length() == 14 && digits.endsWith(PADDING)) {
            digits = digits.substring(0, 9);
        }
        var right = switch (digits.length()) {
            case 9 -> checks(digits, WEIGHTS_OF_9);
            case 14 -> checks(digits.substring(0, 9), WEIGHTS_OF_9) && checks(digits, WEIGHTS_OF_14);
            default -> false;
        };
        return right && digits.chars().anyMatch(digit -> digit != '0')
                ? Optional.of(new Regon(digits))
                : Optional.empty();
    }

    private static boolean checks(String digits, int[] weights) {
        return IdentifierDigits.weighted(digits, weights) % 11 % 10 == IdentifierDigits.at(digits, weights.length);
    }
}
