package pl.kujawskopomorskie.ngo.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door.
 *
 * @param id a number of the phone's or the form's own making, so that what is sent twice is once
 * @param who as far as it is known
 * @param sessionId at the door of which session, or null at that of the event
 * @param door which entrance, possibly empty
 * @param at when, by the portal's clock, or null for now
 * @param despite whether they are to be let in even without a place on site
 */
public record Arrival(
        String id,
        Who who,
        @Nullable Long sessionId,
        String door,
        @Nullable Instant at,
        boolean despite) {

    /** The same under another number, which follows from its own: sent again it is the same one again. */
    Arrival apart(long eventId) {
        return new Arrival(derived(id + " " + eventId + " " + who), who, sessionId, door, at, despite);
    }

    /** A number that follows from words. */
    static String derived(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** How they are known. */
    public sealed interface Who {}

    /**
     * By a ticket.
     *
     * @param code as scanned or typed
     * @param scanned whether a camera read it
     */
    public record Ticket(String code, boolean scanned) implements Who {}

    /**
     * Found by name among those who registered.
     *
     * @param attendeeId key of the attendee
     * @param how they were found: by name, or by a ticket that the phone itself knew
     */
    public record Named(long attendeeId, Attendance.How how) implements Who {

        public Named(long attendeeId) {
            this(attendeeId, Attendance.How.BY_NAME);
        }
    }

    /**
     * Found by name among those who had not registered, and came before.
     *
     * @param walkInId key of the walk-in
     */
    public record Known(long walkInId) implements Who {}

    /**
     * Came before without having registered, and the phone that let them in then has not heard from the portal since.
     *
     * @param entryId the number of the entry at which their name was typed
     */
    public record Pending(String entryId) implements Who {}

    /**
     * Came without having registered.
     *
     * @param name as typed
     * @param organisation as typed, possibly empty
     * @param email as typed, possibly empty
     */
    public record Newcomer(String name, String organisation, String email) implements Who {}
}
