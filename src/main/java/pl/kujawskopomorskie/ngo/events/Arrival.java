package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
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
     */
    public record Named(long attendeeId) implements Who {}

    /**
     * Found by name among those who had not registered, and came before.
     *
     * @param walkInId key of the walk-in
     */
    public record Known(long walkInId) implements Who {}

    /**
     * Came without having registered.
     *
     * @param name as typed
     * @param organisation as typed, possibly empty
     * @param email as typed, possibly empty
     */
    public record Newcomer(String name, String organisation, String email) implements Who {}
}
