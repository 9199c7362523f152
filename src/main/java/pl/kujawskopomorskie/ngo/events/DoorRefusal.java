package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a phone without a network let somebody in whom the portal refused. They were there, so the office settles it.
 *
 * @param id key of the row, null before it is saved
 * @param entryId the number that the phone gave it
 * @param eventId at which event
 * @param sessionId at the door of which session, or null at that of the event
 * @param attendeeId who, if they had registered for this event
 * @param name of one who had not, possibly empty; emptied once it is settled
 * @param organisationName of one who had not, possibly empty
 * @param answer why the portal refused
 * @param cameAt when, by the portal's clock
 * @param recordedAt when the portal learned of it
 * @param recordedBy who sent it
 * @param door which entrance, possibly empty
 * @param settledAt when it was settled, or null
 * @param settledBy by whom
 */
@MappedEntity("door_refusal")
public record DoorRefusal(
        @Id @GeneratedValue @Nullable Long id,
        String entryId,
        long eventId,
        @Nullable Long sessionId,
        @Nullable Long attendeeId,
        String name,
        String organisationName,
        DoorAnswer answer,
        Instant cameAt,
        Instant recordedAt,
        long recordedBy,
        String door,
        @Nullable Instant settledAt,
        @Nullable Long settledBy) {}
