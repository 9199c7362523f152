package pl.kujawskopomorskie.ngo.events.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.HeldRegistration;
import pl.kujawskopomorskie.ngo.events.HeldRegistration.Person;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Registration;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.WatchingStream;
import pl.kujawskopomorskie.ngo.events.after.AfterParts;

/**
 * A registration, for who has its link.
 *
 * @param token of the link
 * @param event which
 * @param registration itself
 * @param places in the order of the programme, of all its people
 * @param people with their tickets
 * @param state what can be done with it
 * @param needs that are kept
 * @param changeable whether other sessions can still be chosen
 * @param correctable whether telephone, needs and refund can still be corrected
 * @param returnable whether something of it can still be given back
 * @param after what comes after the event
 */
record RegistrationPage(
        String token,
        Event event,
        Registration registration,
        List<PlaceRow> places,
        List<Person> people,
        State state,
        List<HeldRegistration.Stated> needs,
        boolean changeable,
        boolean correctable,
        boolean returnable,
        AfterParts after) {

    RegistrationPage {
        places = List.copyOf(places);
        people = List.copyOf(people);
    }

    static RegistrationPage of(
            String token, HeldRegistration held, boolean correctable, AfterParts after, Instant now) {
        var registration = held.registration();
        return new RegistrationPage(
                token,
                held.event(),
                registration,
                rows(held, now),
                held.people(),
                State.of(registration, now),
                held.needs(),
                registration.livesAt(now) && held.event().takesRegistrationsAt(now),
                correctable,
                held.places().isEmpty()
                        || held.places().stream().anyMatch(place -> EventPolicy.mayGiveBack(place.session(), now)),
                after);
    }

    private static List<PlaceRow> rows(HeldRegistration held, Instant now) {
        Map<String, PlaceRow> rows = new LinkedHashMap<>();
        for (var place : held.places()) {
            var booking = place.booking();
            var offered = booking.offeredAt(now);
            // A place whose offer was not answered in time is gone, even before the job has noted it.
            if (booking.state() == Booking.State.OFFERED && !offered) {
                continue;
            }
            var row = new PlaceRow(
                    booking.key(),
                    place.session(),
                    booking.mode(),
                    booking.state(),
                    place.rank(),
                    offered ? booking.offeredUntil() : null,
                    booking.mode() == Mode.ONLINE
                                    && booking.state() == Booking.State.BOOKED
                                    && !place.session().streamUrl().isEmpty()
                            ? WatchingStream.Moment.of(place.session(), now)
                            : null,
                    held.people().size() > 1 ? place.person() : "");
            // Places that are taken need no row for each person; an offer and a place in the queue are each person's
            // own.
            rows.merge(
                    booking.state() == Booking.State.BOOKED
                            ? place.session().key() + " " + booking.mode()
                            : String.valueOf(booking.key()),
                    row,
                    PlaceRow::and);
        }
        return new ArrayList<>(rows.values());
    }

    /** Whether any place has the state. */
    public boolean any(String bookingState) {
        return places.stream().anyMatch(place -> place.state().name().equals(bookingState));
    }

    /** Whether anybody of it comes to the place, and needs a ticket for the door. */
    public boolean comes() {
        return people.stream().anyMatch(Person::comes);
    }

    /** What can be done with a registration. */
    enum State {
        /** The link in the mail is to be confirmed. */
        TO_CONFIRM,
        /** All is well. */
        CONFIRMED,
        /** The time to confirm is over. */
        LAPSED,
        /** It was taken back, or the event is not held. */
        ENDED;

        static State of(Registration registration, Instant now) {
            if (registration.endedAt() != null && registration.endedWhy() != Registration.End.NOT_CONFIRMED) {
                return ENDED;
            }
            if (!registration.livesAt(now)) {
                return LAPSED;
            }
            return registration.confirmedAt() == null ? TO_CONFIRM : CONFIRMED;
        }
    }

    /**
     * A place, or the same place of several people.
     *
     * @param bookingId key of the booking
     * @param session in which session
     * @param mode in the room or by the stream
     * @param state of the booking
     * @param rank how many wait before, the person included; 0 unless it is waited for
     * @param offeredUntil until when an offer waits for its answer, or null
     * @param stream where its stream is, or null when it gives none
     * @param people whose; empty when there is only one person
     */
    record PlaceRow(
            long bookingId,
            Session session,
            Mode mode,
            Booking.State state,
            int rank,
            @Nullable Instant offeredUntil,
            WatchingStream.@Nullable Moment stream,
            String people) {

        /** When its stream can be opened. */
        public Instant streamFrom() {
            return WatchingStream.opensAt(session);
        }

        PlaceRow and(PlaceRow other) {
            return new PlaceRow(
                    bookingId,
                    session,
                    mode,
                    state,
                    rank,
                    offeredUntil,
                    stream,
                    Objects.equals(people, other.people) ? people : people + ", " + other.people);
        }
    }
}
