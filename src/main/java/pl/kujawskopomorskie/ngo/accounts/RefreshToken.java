package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain of tokens that a sign-in is.
 *
 * @param id key of the row
 * @param personId who is signed in
 * @param family the sign-in; all its tokens share it
 * @param tokenHash SHA-256 of the token
 * @param issuedAt when the browser got it
 * @param expiresAt when the sign-in ends by itself, the same for the whole family
 * @param rotatedAt when it was exchanged for the next, or null
 * @param revokedAt when the sign-in was ended, or null
 */
@MappedEntity("refresh_token")
record RefreshToken(
        @Id @GeneratedValue @Nullable Long id,
        long personId,
        String family,
        byte[] tokenHash,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant revokedAt) {}
