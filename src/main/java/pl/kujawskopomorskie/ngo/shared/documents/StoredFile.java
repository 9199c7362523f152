package pl.kujawskopomorskie.ngo.shared.documents;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file; its bytes are apart.
 *
 * @param id key of the row; who may have the file is said by the row that refers to it, never by this number
 * @param name as shown and handed out, made safe
 * @param mediaType found from the content
 * @param sizeBytes its length
 * @param sha256 of the content, 32 bytes
 * @param storedAt when
 * @param storedBy the person who sent it, or null for the portal itself
 */
@MappedEntity("stored_file")
@SuppressWarnings("ArrayRecordComponent") // Micronaut Data maps BINARY to an array; nobody compares these records.
public record StoredFile(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        String mediaType,
        long sizeBytes,
        byte[] sha256,
        Instant storedAt,
        @Nullable Long storedBy) {

    /** The key of a row that was saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }
}
