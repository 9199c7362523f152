package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the links in a follower's mail carry. Every later mail needs the link to stop, so the token is not random but follows
 * from the row's key and the portal's secret: whoever reads the database finds hashes only, and nobody else can compute it.
 * Keys of rows are never given twice, so a token dies with its row.
 */
@Singleton
final class FollowerTokens {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    FollowerTokens(@Property(name = "micronaut.security.token.jwt.signatures.secret.generator.secret") String secret) {
        // A key of its own, so that no token can ever stand for something else that is signed with the secret.
        this.key = new SecretKeySpec(
                mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC), "followers' links"), HMAC);
    }

    /** The token of a follower. */
    String of(long followerId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, "follower " + followerId));
    }

    /** What the database keeps of a token. */
    static byte[] hash(String token) {
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
