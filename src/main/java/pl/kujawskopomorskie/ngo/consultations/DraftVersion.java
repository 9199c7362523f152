package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the draft of a consultation. Until it is published its units may be mended; afterwards never.
 *
 * @param id key of the row
 * @param consultationId whose draft it is
 * @param number 1 for the first
 * @param title of the act as read from the text
 * @param note what is new in it, for readers; empty for the first
 * @param fileId the file it was read from, or null for pasted text
 * @param publishedAt when everybody was let to see it
 * @param createdAt when it was read
 * @param createdBy who uploaded it
 * @param mended whether a clerk mended it by hand since it was read
 * @param revision counts changes of the row and of its units
 */
@MappedEntity("draft_version")
public record DraftVersion(
        @Id @GeneratedValue @Nullable Long id,
        long consultationId,
        int number,
        String title,
        String note,
        @Nullable Long fileId,
        @Nullable Instant publishedAt,
        Instant createdAt,
        @Nullable Long createdBy,
        boolean mended,
        @Version int revision) {

    /** The same, mended by hand. */
    DraftVersion mendedByHand() {
        return new DraftVersion(
                id, consultationId, number, title, note, fileId, publishedAt, createdAt, createdBy, true, revision);
    }

    /** The key of a version that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Version " + number + " has not been saved");
        }
        return id;
    }
}
