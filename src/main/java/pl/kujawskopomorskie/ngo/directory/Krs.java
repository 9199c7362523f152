package pl.kujawskopomorskie.ngo.directory;

import java.util.Optional;

/**
 * A number in the National Court Register: ten digits without a check digit.
 *
 * @param digits all ten, leading zeros included
 */
public record Krs(String digits) {

    /** Reads what a person or a file has: spaces and a leading "KRS" are no mistake, nor are missing leading zeros. */
    public static Optional<Krs> of(String typed) {
        var digits = IdentifierDigits.in(typed, "KRS");
        if (digits.isEmpty() || digits.length() > 10 || digits.chars().allMatch(digit -> digit == '0')) {
            return Optional.empty();
        }
        return Optional.of(new Krs("0".repeat(10 - digits.length()) + digits));
    }
}
