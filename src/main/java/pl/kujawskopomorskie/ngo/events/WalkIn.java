package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One who came to an event without having registered.
 *
 * @param id key of the row, null before it is saved
 * @param eventId of which event
 * @param entryToken made by the phone at the door, so that an entry sent twice is one person
 * @param name as on the attendance list
 * @param organisationName on whose behalf, possibly empty
 * @param email where the certificate and the survey go, possibly empty
 * @param createdAt when the portal learned of them
 * @param createdBy who stood at the door
 */
@MappedEntity("walk_in")
public record WalkIn(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        String entryToken,
        String name,
        String organisationName,
        String email,
        Instant createdAt,
        @Nullable Long createdBy) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The walk-in has not been saved");
        }
        return id;
    }
}
