package pl.kujawskopomorskie.ngo.awards.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash (FIPS 180-4), as people compare it.
 *
 * @param hex 64 digits, letters small
 */
public record Hash(String hex) {

    /** What stands before the first link of a chain. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("Not a hash: " + hex);
        }
    }

    /** The hash of a text in UTF-8. */
    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes. */
    public static Hash of(byte[] bytes) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text is 32 bytes in hexadecimal digits, letters small: the only spelling, so that none has two. */
    static boolean isHex(String text) {
        return text.length() == 64
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f');
    }

    @Override
    public String toString() {
        return hex;
    }
}
