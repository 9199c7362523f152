package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A representative asked somebody to write for an organisation.
 *
 * @param id key of the row
 * @param organisationId for which
 * @param email where the link went, as typed
 * @param emailKey the same as addresses are compared
 * @param tokenHash SHA-256 of the secret in the link
 * @param invitedBy the representative
 * @param invitedAt when
 * @param expiresAt when the link stops working
 */
@MappedEntity("editor_invitation")
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
public record EditorInvitation(
        @Id @GeneratedValue @Nullable Long id,
        long organisationId,
        String email,
        String emailKey,
        byte[] tokenHash,
        long invitedBy,
        Instant invitedAt,
        Instant expiresAt) {

    /** The key of an invitation that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The invitation has not been saved");
        }
        return id;
    }
}
