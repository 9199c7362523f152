package pl.kujawskopomorskie.ngo.accounts;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody shows to prove that we gave it to them: 256 bits that cannot be guessed, of which the database keeps a hash
 * only. Plain SHA-256 is enough there, because there is nothing to guess at.
 *
 * @param text as it stands in a link or a cookie
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Secret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** What the database keeps of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret that follows from this one for whoever holds the key, and cannot be computed without it. */
    Secret successor(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return of(mac.doFinal(("successor:" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Secret of(byte[] bytes) {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
