package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Who registered chooses other sessions, or takes part otherwise: in the room instead of by the stream. What is left stays as it is,
 * with its place in the queue; what is new is booked or waited for; all at once or not at all.
 */
@Singleton
public class ChangingRegistration {

    private final Events events;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Attendees attendees;
    private final Bookings bookings;
    private final OfferingPlaces offering;
    private final TellingOfRegistration mailing;
    private final AuditLog audit;
    private final Clock clock;

    ChangingRegistration(
            Events events,
            Sessions sessions,
            Registrations registrations,
            Attendees attendees,
            Bookings bookings,
            OfferingPlaces offering,
            TellingOfRegistration mailing,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.attendees = attendees;
        this.bookings = bookings;
        this.offering = offering;
        this.mailing = mailing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes what is booked, while registration is open.
     *
     * @param token of the registration's link
     * @param chosen all sessions that are wanted from now on, by their keys, and how
     * @param untouched sessions of which the person said nothing new; what each of its people has there stays as it is
     * @param waitIfFull whether what is full is waited for, instead of changing nothing
     */
    @Transactional
    public Registering change(String token, Map<Long, Mode> chosen, Set<Long> untouched, boolean waitIfFull) {
        var found = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (found == null) {
            return new Registering.NotFound();
        }
        var event = events.lockForReading(found.eventId()).orElseThrow();
        var programme = sessions.of(event.key());
        var errors = SessionChoice.check(programme, chosen);
        if (errors.any()) {
            return new Registering.Invalid(errors);
        }
        var touched = new HashSet<>(sessions.ofRegistration(found.key()));
        touched.addAll(chosen.keySet());
        touched.removeAll(untouched);
        var locked = sessions.lock(event.key(), touched);
        var now = OfficeTime.now(clock);
        var registration = registrations.lock(found.key()).orElseThrow();
        if (!registration.livesAt(now)) {
            return new Registering.NotFound();
        }
        if (!EventPolicy.mayRegister(event, now)) {
            return new Registering.Closed(EventState.of(event, SessionChoice.end(programme), now));
        }
        var held = bookings.of(registration.key()).stream()
                .filter(booking -> touched.contains(booking.sessionId()))
                .toList();
        var added = added(locked, chosen, held, attendees.of(registration.key()));
        if (added.stream().anyMatch(wish -> !now.isBefore(wish.session().startsAt()))
                || held.stream().anyMatch(booking -> isLeftTooLate(booking, locked, chosen, now))) {
            return new Registering.Invalid(FormErrors.of("sessions", "events.register.sessions.begun"));
        }
        var places = offering.offer(event, locked, BookingChange.Reason.NOT_CONFIRMED, now);
        var full = added.stream()
                .filter(wish ->
                        places.tooFew(wish.session(), wish.mode(), wish.people().size()))
                .map(Wish::session)
                .toList();
        if (!full.isEmpty() && !waitIfFull) {
            return new Registering.Full(full.stream()
                    .map(session -> places.full(session, SessionChoice.mode(chosen, session)))
                    .toList());
        }
        var left = leave(held, chosen, added, full, now);
        book(added, full, now);
        if (left || !added.isEmpty()) {
            registrations.tellCalendars(registration.key());
            mailing.tell(registration, now);
            audit.record(null, "REGISTRATION_CHANGED", "event", event.slug(), "registration " + registration.key());
            offering.offer(event, locked, BookingChange.Reason.GIVEN_BACK, now);
        }
        return new Registering.Done(registration);
    }

    /** Who of the registration's people has nothing yet of what is wanted: no place, no offer, no rank in the queue. */
    private static List<Wish> added(
            List<Session> locked, Map<Long, Mode> chosen, List<Booking> held, List<Attendee> people) {
        return locked.stream()
                .filter(session -> chosen.containsKey(session.key()))
                .map(session -> {
                    var mode = SessionChoice.mode(chosen, session);
                    return new Wish(
                            session,
                            mode,
                            people.stream()
                                    .filter(person -> held.stream()
                                            .noneMatch(booking -> isOf(booking, person.key(), session.key())
                                                    && booking.mode() == mode))
                                    .toList());
                })
                .filter(wish -> !wish.people().isEmpty())
                .toList();
    }

    private static boolean isOf(Booking booking, long attendeeId, long sessionId) {
        return booking.attendeeId() == attendeeId && booking.sessionId() == sessionId;
    }

    private static boolean isLeftTooLate(Booking booking, List<Session> locked, Map<Long, Mode> chosen, Instant now) {
        return booking.state() == Booking.State.BOOKED
                && chosen.get(booking.sessionId()) != booking.mode()
                && locked.stream()
                        .anyMatch(session ->
                                session.key() == booking.sessionId() && !EventPolicy.mayGiveBack(session, now));
    }

    /**
     * Ends what is wanted no more. Who waits in a session that is still wanted goes on waiting; who has a place by the other mode keeps
     * it as long as they only wait for the wanted one.
     */
    private boolean leave(
            List<Booking> held, Map<Long, Mode> chosen, List<Wish> added, List<Session> full, Instant now) {
        var any = false;
        for (var booking : held) {
            var wanted = chosen.get(booking.sessionId());
            var keeps = wanted == booking.mode()
                    || (wanted != null
                            && (booking.state() != Booking.State.BOOKED
                                    || onlyWaits(booking, wanted, held, added, full)));
            if (!keeps && bookings.end(booking.key(), now) == 1) {
                any = true;
            }
        }
        return any;
    }

    private static boolean onlyWaits(
            Booking place, Mode wanted, List<Booking> held, List<Wish> added, List<Session> full) {
        return held.stream()
                        .anyMatch(other -> isOf(other, place.attendeeId(), place.sessionId())
                                && other.mode() == wanted
                                && other.state() != Booking.State.BOOKED)
                || (added.stream()
                                .anyMatch(wish -> wish.session().key() == place.sessionId()
                                        && wish.people().stream()
                                                .anyMatch(person -> person.key() == place.attendeeId()))
                        && full.stream().anyMatch(session -> session.key() == place.sessionId()));
    }

    private void book(List<Wish> added, List<Session> full, Instant now) {
        var booked = new ArrayList<Booking>();
        for (var wish : added) {
            booked.addAll(Booking.of(
                    wish.people(),
                    wish.session(),
                    wish.mode(),
                    full.contains(wish.session())
                            ? bookings.lastInQueue(wish.session().key(), wish.mode())
                            : null,
                    now));
        }
        if (!booked.isEmpty()) {
            bookings.saveAll(booked);
        }
    }

    /** A session that some of the registration's people do not have yet in the mode in which it is wanted. */
    private record Wish(Session session, Mode mode, List<Attendee> people) {}
}
