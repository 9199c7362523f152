package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who waited takes the place that was offered, or not; without an answer in time it goes to the next. */
@Singleton
public class AnsweringOffer {

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Bookings bookings;
    private final BookingChanges changes;
    private final OfferingPlaces offering;
    private final TellingOfRegistration mailing;
    private final Clock clock;

    AnsweringOffer(
            Events events,
            Sessions sessions,
            Registrations registrations,
            Bookings bookings,
            BookingChanges changes,
            OfferingPlaces offering,
            TellingOfRegistration mailing,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.bookings = bookings;
        this.changes = changes;
        this.offering = offering;
        this.mailing = mailing;
        this.clock = clock;
    }

    /**
     * Takes an offered place; a place by the other mode in the same session is given back with it.
     *
     * @param token of the registration's link
     * @param bookingId which of its bookings
     */
    @Transactional
    public Answering take(String token, long bookingId) {
        return answer(token, bookingId, true);
    }

    /** Declines an offered place, or waits no longer. As {@link #take} otherwise. */
    @Transactional
    public Answering decline(String token, long bookingId) {
        return answer(token, bookingId, false);
    }

    private Answering answer(String token, long bookingId, boolean takes) {
        var registration = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        var asked = registration == null
                ? null
                : bookings.ofRegistration(registration.key(), bookingId).orElse(null);
        if (registration == null || asked == null) {
            return new Answering.NotFound();
        }
        var event = events.lockForReading(registration.eventId()).orElseThrow();
        var session = sessions.lock(event.key(), List.of(asked.sessionId()));
        var now = OfficeTime.now(clock);
        registrations.lock(registration.key());
        var booking = bookings.ofRegistration(registration.key(), bookingId).orElseThrow();
        if (takes && booking.state() == Booking.State.BOOKED) {
            return new Answering.Done();
        }
        if (takes && !booking.offeredAt(now)) {
            return new Answering.Lapsed();
        }
        if (booking.state() == Booking.State.BOOKED
                && session.stream().noneMatch(begun -> EventPolicy.mayGiveBack(begun, now))) {
            return new Answering.Lapsed();
        }
        if (takes) {
            bookings.endOther(booking.attendeeId(), booking.sessionId(), booking.mode(), now);
            bookings.take(bookingId, now);
        } else if (bookings.end(bookingId, now) == 0) {
            return new Answering.Done();
        }
        changes.save(new BookingChange(
                null,
                bookingId,
                takes ? BookingChange.What.ACCEPTED : BookingChange.What.DECLINED,
                BookingChange.Reason.OWN_ANSWER.name(),
                now,
                null));
        registrations.tellCalendars(registration.key());
        mailing.tell(registration, now);
        offering.offer(event, session, BookingChange.Reason.NOT_WANTED, now);
        return new Answering.Done();
    }

    /** Gives an offer on that nobody answered in time. */
    @Transactional
    public void lapse(long bookingId) {
        var asked = bookings.findById(bookingId).orElse(null);
        if (asked == null || asked.state() != Booking.State.OFFERED) {
            return;
        }
        var event = events.lockForReading(sessions.eventOf(asked.sessionId())).orElseThrow();
        var session = sessions.lock(event.key(), List.of(asked.sessionId()));
        var now = OfficeTime.now(clock);
        var booking = bookings.findById(bookingId).orElseThrow();
        if (booking.state() == Booking.State.OFFERED && !booking.offeredAt(now)) {
            bookings.end(bookingId, now);
            changes.save(new BookingChange(
                    null, bookingId, BookingChange.What.LAPSED, BookingChange.Reason.NOT_WANTED.name(), now, null));
            offering.offer(event, session, BookingChange.Reason.NOT_WANTED, now);
        }
    }

    /** What came of an answer. */
    public sealed interface Answering {

        /** It is as the person wants. */
        record Done() implements Answering {}

        /** The time to answer is over. */
        record Lapsed() implements Answering {}

        /** There is no such place for this link. */
        record NotFound() implements Answering {}
    }
}
