package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told to who stands at the door.
 *
 * @param id of the entry
 * @param answer what is said
 * @param despite what spoke against letting them in, when they were let in all the same, or null
 * @param attendeeId who, if they registered for this event, or null
 * @param walkInId who, if they had not registered, or null
 * @param name of the person, empty when it is not known
 * @param organisation on whose behalf, possibly empty
 * @param since since when they are in, or null
 * @param door at which they came in, possibly empty
 * @param elsewhere the title of the other event whose ticket it is, or empty
 * @param mistyped whether the e-mail address was none and was left out
 */
public record DoorNote(
        String id,
        DoorAnswer answer,
        @Nullable DoorAnswer despite,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        String name,
        String organisation,
        @Nullable Instant since,
        String door,
        String elsewhere,
        boolean mistyped) {

    /** The same, under the number that the phone knows it by. */
    DoorNote to(String sentId, boolean withoutAddress) {
        return new DoorNote(
                sentId,
                answer,
                despite,
                attendeeId,
                walkInId,
                name,
                organisation,
                since,
                door,
                elsewhere,
                withoutAddress);
    }

    static DoorNote refused(String id, DoorAnswer answer) {
        return new DoorNote(id, answer, null, null, null, "", "", null, "", "", false);
    }

    static DoorNote refused(String id, DoorAnswer answer, DoorPeople.Registered person) {
        return new DoorNote(
                id, answer, null, person.id(), null, person.name(), person.organisation(), null, "", "", false);
    }
}
