package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Somebody who is told by e-mail what happens in one consultation or in all of them; no account is needed. Until the address
 * is confirmed nothing goes there but the request to confirm it.
 *
 * @param id key of the row
 * @param email the address as typed
 * @param emailKey what makes two addresses the same
 * @param consultationId the one followed, or null for all
 * @param scope the same with 0 for all, because a unique key lets null in twice
 * @param pace how often mail may come
 * @param language of the mail
 * @param tokenHash SHA-256 of the token in the links of its mail; see {@link FollowerTokens}
 * @param askedAt when it was last asked for
 * @param confirmedAt when the owner of the address agreed
 */
@MappedEntity("follower")
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record Follower(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        String emailKey,
        @Nullable Long consultationId,
        long scope,
        Pace pace,
        String language,
        byte[] tokenHash,
        Instant askedAt,
        @Nullable Instant confirmedAt) {

    /** The key of a row that has been saved. */
    long key() {
        if (id == null) {
            throw new IllegalStateException("The follower has not been saved");
        }
        return id;
    }

    Language mailLanguage() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }
}
