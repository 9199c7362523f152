package pl.kujawskopomorskie.ngo.events.after;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a certificate: {@code Z/2026/7K3M-9QXZ}, the year of the event and forty bits drawn by chance, in Crockford's base 32,
 * which has no letters that look alike.
 *
 * @param year of four digits
 * @param code eight letters and digits
 */
public record CertificateNumber(int year, String code) {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int YEAR = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0/\\\\.,_\\u2010-\\u2015\\u2212-]");

    public CertificateNumber {
        if (year < 1000 || year > 9999 || code.length() != LENGTH || !isOfSigns(code)) {
            throw new IllegalArgumentException("No number of a certificate: " + year + " " + code);
        }
    }

    /** A new one; that nobody has it yet is for the database to say. */
    static CertificateNumber draw(int year, RandomGenerator random) {
        var code = new StringBuilder(LENGTH);
        for (var sign = 0; sign < LENGTH; sign++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new CertificateNumber(year, code.toString());
    }

    /**
     * The number that was typed, however it was: in small letters, with other signs between the groups or none, without the Z,
     * with O for nought and I or L for one.
     *
     * @return nothing when it cannot be one
     */
    public static Optional<CertificateNumber> read(String typed) {
        if (typed.length() > 60) {
            return Optional.empty();
        }
        var signs = BETWEEN.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var digits = signs.length() == 1 + YEAR + LENGTH && signs.charAt(0) == 'Z' ? signs.substring(1) : signs;
        if (digits.length() != YEAR + LENGTH || !digits.substring(0, YEAR).matches("[1-9][0-9]{3}")) {
            return Optional.empty();
        }
        var code = digits.substring(YEAR);
        return isOfSigns(code)
                ? Optional.of(new CertificateNumber(Integer.parseInt(digits.substring(0, YEAR)), code))
                : Optional.empty();
    }

    /** As it is printed. */
    public String printed() {
        return "Z/" + year + "/" + code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** As it stands in an address. */
    public String inAddress() {
        return "Z-" + year + "-" + code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** The path at which anybody checks it. */
    public String path() {
        return "/zaswiadczenia/" + inAddress();
    }

    private static boolean isOfSigns(String code) {
        return code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    }
}
