package pl.kujawskopomorskie.ngo.shared.mail;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens for links that every later mail must carry again, so that they are not random but follow from the key of a row and the
 * portal's secret: whoever reads the database finds hashes only, and nobody else can compute them. Keys of rows are never given
 * twice, so a token dies with its row.
 */
public final class LinkTokens {

    /** The property that holds the portal's secret. */
    public static final String SECRET = "micronaut.security.token.jwt.signatures.secret.generator.secret";

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Tokens of one kind.
     *
     * @param secret of the portal
     * @param purpose what the links are for: each has a key of its own, so that no token ever stands for something else
     */
    public LinkTokens(String secret, String purpose) {
        this.key =
                new SecretKeySpec(mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC), purpose), HMAC);
    }

    /** The token of a row. */
    public String of(String row) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, row));
    }

    /** What the database keeps of a token: SHA-256. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
