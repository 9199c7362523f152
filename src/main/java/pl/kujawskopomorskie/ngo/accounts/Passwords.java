package pl.kujawskopomorskie.ngo.accounts;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes and checks passwords with Argon2id. Slow on purpose: never call it inside a transaction. */
@Singleton
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2Function current;
    private final Semaphore places;
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        current = Argon2Function.getInstance(settings.memoryKib(), settings.iterations(), 1, HASH_BYTES, Argon2.ID);
        places = new Semaphore(settings.atOnce(), true);
        nobodys = hash(Secret.random().text());
    }

    /**
     * The hash to keep, in Argon2's own notation with its parameters and salt.
     *
     * @throws TooBusy when too many others wait
     */
    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return inTurn(() -> current.hash(normalized(password).getBytes(StandardCharsets.UTF_8), salt)
                .getResult());
    }

    /**
     * Whether the password is the one of the hash. Without a hash the answer is no, at the same price, so that the time
     * tells nobody whether there was one.
     *
     * @throws TooBusy when too many others wait
     */
    boolean matches(String password, @Nullable String hash) {
        var against = hash == null ? nobodys : hash;
        var matched = inTurn(() -> Argon2Function.getInstanceFromHash(against).check(normalized(password), against));
        return matched && hash != null;
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean isStale(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(current);
    }

    // The same letters typed on two systems may come as different characters (RFC 8265).
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
