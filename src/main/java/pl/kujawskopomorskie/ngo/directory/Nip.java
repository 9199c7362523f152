package pl.kujawskopomorskie.ngo.directory;

import java.util.Optional;

/**
 * A tax identification number: nine digits and a check digit.
 *
 * @param digits all ten
 */
public record Nip(String digits) {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    /** Reads what a person or a file has; hyphens, spaces and a leading "PL" are no mistake. Nothing when the check digit is wrong. */
    public static Optional<Nip> of(String typed) {
        var digits = IdentifierDigits.in(typed, "NIP", "PL");
        // A remainder of 10 is given to nobody, and no digit equals it.
        return digits.length() == 10
                        && IdentifierDigits.weighted(digits, WEIGHTS) % 11 == IdentifierDigits.at(digits, 9)
                        && digits.chars().anyMatch(digit -> digit != '0')
                ? Optional.of(new Nip(digits))
                : Optional.empty();
    }
}
