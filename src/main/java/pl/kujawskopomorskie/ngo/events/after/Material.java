package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays of an event, or of one session of it.
 *
 * @param id key of the row, null before it is saved
 * @param eventId of which event
 * @param sessionId of which session, or null for the event as a whole
 * @param kind what it is
 * @param audience for whom
 * @param title as readers see it
 * @param url where it is; empty of a file
 * @param fileId key of the file, or null
 * @param addedAt when
 * @param addedBy by whom
 */
@MappedEntity("event_material")
public record Material(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        @Nullable Long sessionId,
        Kind kind,
        Audience audience,
        String title,
        String url,
        @Nullable Long fileId,
        Instant addedAt,
        @Nullable Long addedBy) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The material has not been saved");
        }
        return id;
    }

    /** What a material is. */
    public enum Kind {
        /** Kept here. */
        FILE,
        /** A page elsewhere. */
        LINK,
        /** A film or a sound elsewhere. */
        RECORDING
    }

    /** For whom a material is. */
    public enum Audience {
        /** Everybody, on the event's page. */
        EVERYONE,
        /** Those who have a place in the event, or in the session, and those who were there. */
        REGISTERED,
        /** Those who were at the event, or in the session. */
        ATTENDED
    }
}
