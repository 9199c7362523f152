package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room or a kind of equipment that the office lends free of charge.
 *
 * @param id key of the row, null before it is saved
 * @param kind a room or equipment
 * @param slug public name in addresses
 * @param name as shown
 * @param description what to know of it
 * @param address of a room
 * @param seats in a room
 * @param accessibility of a room, in words
 * @param equipment in a room, in words
 * @param openingHours of a room, as {@link OpeningHours} are kept
 * @param pieces how many there are; 1 of a room
 * @param withdrawnAt since when it is not lent any more, or null; what was accepted stays
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param revision counts changes
 */
@MappedEntity("lent_resource")
public record Resource(
        @Id @GeneratedValue @Nullable Long id,
        ResourceKind kind,
        String slug,
        String name,
        String description,
        String address,
        int seats,
        String accessibility,
        String equipment,
        String openingHours,
        int pieces,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        @Nullable Long createdBy,
        @Version int revision) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The resource has not been saved");
        }
        return id;
    }

    /** Whether it is a room. */
    public boolean room() {
        return kind == ResourceKind.ROOM;
    }

    /** When a room can be used. */
    public OpeningHours hours() {
        return OpeningHours.of(openingHours);
    }
}
