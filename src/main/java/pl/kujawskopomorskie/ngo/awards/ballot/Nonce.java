package pl.kujawskopomorskie.ngo.awards.ballot;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 32 bytes that nobody can guess. Without them, whoever tries every possible score sheet would find the one behind a commitment.
 *
 * @param hex 64 digits, letters small
 */
public record Nonce(String hex) {

    private static final int BYTES = 32;

    public Nonce {
        if (!Hash.isHex(hex)) {
            throw new IllegalArgumentException("Not 32 bytes in hexadecimal digits");
        }
    }

    /** Draws one. */
    public static Nonce draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Nonce(HexFormat.of().formatHex(bytes));
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "nonce";
    }
}
