package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing of a request.
 *
 * @param id key of the row, null before it is saved
 * @param lendingId of which request
 * @param resourceId what
 * @param pieces how many; 1 of a room
 * @param takenAt when equipment was handed out
 * @param takenBy which clerk did
 * @param takenNote in what state
 * @param returnedAt when it was given back
 * @param returnedBy to which clerk
 * @param returnedNote in what state
 */
@MappedEntity("lending_item")
public record LendingItem(
        @Id @GeneratedValue @Nullable Long id,
        long lendingId,
        long resourceId,
        int pieces,
        @Nullable Instant takenAt,
        @Nullable Long takenBy,
        String takenNote,
        @Nullable Instant returnedAt,
        @Nullable Long returnedBy,
        String returnedNote) {

    /** Whether the borrower has it. */
    public boolean out() {
        return takenAt != null && returnedAt == null;
    }
}
