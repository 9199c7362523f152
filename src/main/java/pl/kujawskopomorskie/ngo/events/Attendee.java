package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One who comes to an event.
 *
 * @param id key of the row, null before it is saved
 * @param registrationId with which registration
 * @param position within it, from 1
 * @param name as on the badge
 * @param ticket in the QR code: sixteen letters and digits that cannot be guessed, see {@link TicketCode}
 */
@MappedEntity("attendee")
public record Attendee(
        @Id @GeneratedValue @Nullable Long id, long registrationId, int position, String name, String ticket) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The attendee has not been saved");
        }
        return id;
    }
}
