package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was there, at the event or in one session of it. Of each person there is one that was not taken back, with the
 * earliest time. This is what the cooperation programme counts, not registrations.
 *
 * @param id key of the row, null before it is saved
 * @param eventId at which event
 * @param sessionId in which session, or null for the event as a whole
 * @param attendeeId who, if they had registered
 * @param walkInId who, if they had not
 * @param mode in the room or by the stream
 * @param how it was found out
 * @param cameAt when they came
 * @param recordedAt when the portal learned of it
 * @param recordedBy who stood at the door, or null when they opened the stream themselves
 * @param door which entrance, as the person at it called it; possibly empty
 * @param withdrawnAt when it was taken back as a mistake, or null
 * @param withdrawnBy by whom
 */
@MappedEntity("attendance")
public record Attendance(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        @Nullable Long sessionId,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        Mode mode,
        How how,
        Instant cameAt,
        Instant recordedAt,
        @Nullable Long recordedBy,
        String door,
        @Nullable Instant withdrawnAt,
        @Nullable Long withdrawnBy) {

    /** How the portal knows that somebody was there. */
    public enum How {
        /** The code of the ticket was read by a camera. */
        SCANNED,
        /** The code was typed. */
        TYPED,
        /** They were found by name at the door. */
        BY_NAME,
        /** The office ticked them from the list that people signed. */
        ON_LIST,
        /** They opened the stream while it ran. */
        STREAM,
        /** They came without having registered. */
        WALK_IN
    }
}
