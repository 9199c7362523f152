package pl.kujawskopomorskie.ngo.awards.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts sheets so that nobody reads them before a round closes, the database's owner included: AES-256-GCM (NIST SP 800-38D) with a
 * key that is kept outside the database. A sheet is bound to its commitment, so that none can be put in another's place.
 */
public final class SheetCipher {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    /**
     * A cipher.
     *
     * @param key 32 bytes
     */
    public SheetCipher(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key of score sheets has 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Encrypts a sheet and its nonce. */
    public byte[] encrypt(String round, ScoreSheet sheet, Nonce nonce) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var text = Json.write(
                Map.of("juror", sheet.juror(), "entry", sheet.entry(), "points", sheet.points(), "nonce", nonce.hex()));
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, iv, sheet.commitment(round, nonce));
            var encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var bytes = Arrays.copyOf(iv, IV_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, bytes, IV_BYTES, encrypted.length);
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A score sheet cannot be encrypted", e);
        }
    }

    /**
     * Decrypts a sheet.
     *
     * @throws IllegalArgumentException if the key is another one, or the bytes are not those that were encrypted for the commitment
     */
    public Step.Revealed decrypt(byte[] bytes, Hash commitment) {
        if (bytes.length <= IV_BYTES) {
            throw new IllegalArgumentException("This is no encrypted score sheet");
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, IV_BYTES), commitment);
            var text = new String(cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES), StandardCharsets.UTF_8);
            var fields = new Fields(Json.read(text));
            return new Step.Revealed(
                    new ScoreSheet(fields.text("juror"), fields.text("entry"), fields.numbers("points")),
                    new Nonce(fields.text("nonce")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The score sheet cannot be decrypted with this key", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, Hash commitment) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(commitment.hex().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
