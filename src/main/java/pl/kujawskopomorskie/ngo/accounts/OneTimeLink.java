package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link sent by mail that does one thing once.
 *
 * @param id key of the row
 * @param purpose what it does
 * @param personId to whose account
 * @param tokenHash SHA-256 of the secret in the link
 * @param newEmail the address that a change of address leads to, otherwise null
 * @param createdAt when it was sent
 * @param expiresAt when it stops working by itself
 * @param usedAt when it was used, or null
 */
@MappedEntity("one_time_link")
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record OneTimeLink(
        @Id @GeneratedValue @Nullable Long id,
        Purpose purpose,
        long personId,
        byte[] tokenHash,
        @Nullable String newEmail,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** What a link does, and how long it waits for that. */
    enum Purpose {
        /** Proves the address of a new account and sets its first password. */
        CONFIRM(Duration.ofDays(3)),
        /** Sets another password. */
        RESET(Duration.ofHours(2)),
        /** Proves the new address of an account. */
        CHANGE_EMAIL(Duration.ofDays(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }
}
