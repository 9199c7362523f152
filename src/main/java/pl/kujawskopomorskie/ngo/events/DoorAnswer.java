package pl.kujawskopomorskie.ngo.events;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is said at the door to somebody who shows a ticket or gives a name. */
public enum DoorAnswer {
    /** They are let in, and this is their first time. */
    LET_IN,
    /** They came before: with the same ticket, at this door or another. */
    ALREADY_IN,
    /** They registered, but for the stream. */
    ONLINE_ONLY,
    /** They wait for a place, or were offered one that they did not take. */
    WAITING_ONLY,
    /** They have a place in other sessions, not in the one of this door. */
    OTHER_SESSION,
    /** They gave back all their places. */
    NO_PLACE,
    /** The link in the mail of their registration was never opened. */
    NOT_CONFIRMED,
    /** Their registration was taken back or ended by the office. */
    CANCELLED,
    /** The ticket is of another event. */
    OTHER_EVENT,
    /** There is no such ticket. */
    UNKNOWN,
    /** What was typed or scanned cannot be a ticket at all. */
    UNREADABLE,
    /** The event, or the session of this door, is on another day. */
    NOT_THE_DAY,
    /** The event was cancelled. */
    EVENT_CANCELLED,
    /** The entry was taken back. */
    TAKEN_BACK,
    /** A phone sent what is no entry: there is no name in it, or no number. */
    NOT_TAKEN,
    /** The portal could not take the entry in now; the phone sends it again. */
    FAILED;

    /** Whether they are in. */
    public boolean isIn() {
        return this == LET_IN || this == ALREADY_IN;
    }

    /** Whether whoever stands at the door may let them in all the same. */
    public boolean mayBeOverruled() {
        return switch (this) {
            case ONLINE_ONLY, WAITING_ONLY, OTHER_SESSION, NO_PLACE, NOT_CONFIRMED -> true;
            case LET_IN,
                    ALREADY_IN,
                    CANCELLED,
                    OTHER_EVENT,
                    UNKNOWN,
                    UNREADABLE,
                    NOT_THE_DAY,
                    EVENT_CANCELLED,
                    TAKEN_BACK,
                    NOT_TAKEN,
                    FAILED -> false;
        };
    }

    /**
     * What follows from the registration alone: {@link #LET_IN} for who has a place in the room, whether they came before or not.
     *
     * @param sessionId at whose door, or null at that of the whole event
     */
    static DoorAnswer of(DoorPeople.Registered person, @Nullable Long sessionId) {
        if (person.ended()) {
            return CANCELLED;
        }
        if (!person.confirmed()) {
            return NOT_CONFIRMED;
        }
        var here = sessionId == null
                ? person.places()
                : person.places().stream()
                        .filter(place -> place.sessionId() == sessionId)
                        .toList();
        if (any(here, place -> place.mode() == Mode.ON_SITE && place.state() == Booking.State.BOOKED)) {
            return LET_IN;
        }
        if (any(here, place -> place.state() == Booking.State.BOOKED)) {
            return ONLINE_ONLY;
        }
        if (!here.isEmpty()) {
            return WAITING_ONLY;
        }
        return person.places().isEmpty() ? NO_PLACE : OTHER_SESSION;
    }

    private static boolean any(List<DoorPeople.Place> places, Predicate<DoorPeople.Place> which) {
        return places.stream().anyMatch(which);
    }
}
