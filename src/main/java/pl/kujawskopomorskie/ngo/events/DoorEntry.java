package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was let in at a door, under the number that the phone gave it: sent twice it is once. Who was there is told by
 * {@link Attendance}; this tells what was done and seen at the doors.
 *
 * @param id made by the phone or with the form
 * @param eventId at which event
 * @param sessionId at the door of which session, or null at that of the event
 * @param attendeeId who, if they had registered
 * @param walkInId who, if they had not
 * @param answer {@link DoorAnswer#LET_IN} or {@link DoorAnswer#ALREADY_IN}
 * @param despite what spoke against it, or null
 * @param how they were known
 * @param cameAt when, by the portal's clock
 * @param recordedAt when the portal learned of it
 * @param recordedBy who stood at the door
 * @param door which entrance, as the person at it called it; possibly empty
 * @param undoneAt when it was taken back, or null
 * @param undoneBy by whom
 */
@MappedEntity("door_entry")
public record DoorEntry(
        @Id String id,
        long eventId,
        @Nullable Long sessionId,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        DoorAnswer answer,
        @Nullable DoorAnswer despite,
        Attendance.How how,
        Instant cameAt,
        Instant recordedAt,
        long recordedBy,
        String door,
        @Nullable Instant undoneAt,
        @Nullable Long undoneBy) {}
