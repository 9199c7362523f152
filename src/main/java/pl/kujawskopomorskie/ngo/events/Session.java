package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event with a time of its own.
 *
 * @param id key of the row, null before it is saved
 * @param eventId of which event
 * @param kind what it is
 * @param title as announced
 * @param description what it is about
 * @param startsAt first moment
 * @param endsAt first moment after it
 * @param room where in the venue, possibly empty
 * @param placesOnSite how many people fit in the room, 0 when it is not held on site
 * @param placesOnline how many may watch, 0 when it is not streamed
 * @param streamUrl the stream, shown only to those registered for it; possibly empty
 * @param revision counts changes
 */
@MappedEntity("event_session")
public record Session(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        SessionKind kind,
        String title,
        String description,
        Instant startsAt,
        Instant endsAt,
        String room,
        int placesOnSite,
        int placesOnline,
        String streamUrl,
        @Version int revision) {

    /** The key of a session that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Session " + title + " has not been saved");
        }
        return id;
    }

    /** How many people may take part in a mode. */
    public int places(Mode mode) {
        return mode == Mode.ON_SITE ? placesOnSite : placesOnline;
    }

    /** Whether anybody books it. */
    public boolean bookable() {
        return placesOnSite + placesOnline > 0;
    }

    /** Whether nobody can take part in both: one begins before the other ends. */
    public boolean overlaps(Session other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
