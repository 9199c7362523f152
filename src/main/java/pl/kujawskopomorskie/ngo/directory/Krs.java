package pl.kujawskopomorskie.ngo.directory;

import java.util.Optional;

/**
 * A number in the National Court Register: ten digits without a check digit.
 *
 * @param digits all ten, leading zeros included
 */
public record Krs(String digits) {

    static final int LENGTH = 10;

    /** Reads what a person or a file has: spaces and a leading "KRS" are no mistake; digits that are missing are one. */
    public static Optional<Krs> of(String typed) {
        var digits = IdentifierDigits.in(typed, "KRS");
        return digits.length() == LENGTH && digits.chars().anyMatch(digit -> digit != '0')
                ? Optional.of(new Krs(digits))
                : Optional.empty();
    }
}
