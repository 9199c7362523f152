package pl.kujawskopomorskie.ngo.events;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes and reads the codes of tickets: sixteen of thirty-two signs, 80 bits of chance. The signs that people take for each other (0
 * and O, 1 and I and L) are read as one.
 */
final class TicketCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TicketCode() {}

    /** A new code (Crockford's base 32). */
    static String draw() {
        var code = new StringBuilder(LENGTH);
        for (int sign = 0; sign < LENGTH; sign++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** The code that was typed or scanned, in groups or not; nothing when it cannot be one. */
    static Optional<String> read(String typed) {
        var code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.length() == LENGTH && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** The code in groups of four, as it is printed. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}
