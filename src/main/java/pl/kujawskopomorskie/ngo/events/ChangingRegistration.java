package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.events.Registering.FullSession;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
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
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    ChangingRegistration(
            Events events,
            Sessions sessions,
            Registrations registrations,
            Attendees attendees,
            Bookings bookings,
            OfferingPlaces offering,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.registrations = registrations;
        this.attendees = attendees;
        this.bookings = bookings;
        this.offering = offering;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes what is booked, while registration is open.
     *
     * @param token of the registration's link
     * @param chosen all sessions that are wanted from now on, by their keys, and how
     * @param waitIfFull whether what is full is waited for, instead of changing nothing
     */
    @Transactional
    public Registering change(String token, Map<Long, Mode> chosen, boolean waitIfFull) {
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
        var locked = sessions.lock(event.key(), touched);
        var now = OfficeTime.now(clock);
        var registration = registrations.lock(found.key()).orElseThrow();
        if (!registration.livesAt(now)) {
            return new Registering.NotFound();
        }
        if (!EventPolicy.mayRegister(event, now)) {
            return new Registering.Closed(EventState.of(event, SessionChoice.end(programme), now));
        }
        var held = bookings.of(registration.key());
        var people = attendees.of(registration.key());
        var added = locked.stream()
                .filter(session ->
                        chosen.containsKey(session.key()) && !isHeld(held, session, chosen.get(session.key())))
                .toList();
        if (added.stream().anyMatch(session -> !now.isBefore(session.startsAt()))) {
            return new Registering.Invalid(FormErrors.of("sessions", "events.register.sessions.begun"));
        }
        var places = offering.offer(event, locked, BookingChange.Reason.NOT_CONFIRMED, now);
        var full = full(added, chosen, people.size(), places);
        if (!full.isEmpty() && !waitIfFull) {
            return new Registering.Full(full);
        }
        var left = leave(held, chosen, full, now);
        book(added, chosen, full, people, now);
        if (left || !added.isEmpty()) {
            registrations.tellCalendars(registration.key());
            jobs.add(
                    MailingRegistration.NAME,
                    registration.key() + "@" + now.getEpochSecond(),
                    String.valueOf(registration.key()));
            audit.record(
                    registration.personId(),
                    "REGISTRATION_CHANGED",
                    "event",
                    event.slug(),
                    "registration " + registration.key());
            offering.offer(event, locked, BookingChange.Reason.GIVEN_BACK, now);
        }
        return new Registering.Done(registration);
    }

    private static boolean isHeld(List<Booking> held, Session session, Mode mode) {
        return held.stream().anyMatch(booking -> booking.sessionId() == session.key() && booking.mode() == mode);
    }

    private static List<FullSession> full(List<Session> added, Map<Long, Mode> chosen, int people, Places places) {
        return added.stream()
                .filter(session -> places.tooFew(session, mode(chosen, session), people))
                .map(session -> places.full(session, mode(chosen, session)))
                .toList();
    }

    /**
     * Ends what is wanted no more. Who waits in a session that is still wanted goes on waiting, and who begins to wait keeps the place
     * they have by the other mode until then.
     */
    private boolean leave(List<Booking> held, Map<Long, Mode> chosen, List<FullSession> full, Instant now) {
        var waited = full.stream().map(other -> other.session().key()).collect(Collectors.toSet());
        var any = false;
        for (var booking : held) {
            var wanted = chosen.get(booking.sessionId());
            var keeps = wanted == booking.mode()
                    || (wanted != null
                            && (booking.state() != Booking.State.BOOKED || waited.contains(booking.sessionId())));
            if (!keeps && bookings.end(booking.key(), now) == 1) {
                any = true;
            }
        }
        return any;
    }

    private void book(
            List<Session> added, Map<Long, Mode> chosen, List<FullSession> full, List<Attendee> people, Instant now) {
        var booked = new ArrayList<Booking>();
        for (var session : added) {
            var mode = mode(chosen, session);
            var waits = full.stream().anyMatch(other -> other.session().key() == session.key());
            booked.addAll(
                    Booking.of(people, session, mode, waits ? bookings.lastInQueue(session.key(), mode) : null, now));
        }
        if (!booked.isEmpty()) {
            bookings.saveAll(booked);
        }
    }

    private static Mode mode(Map<Long, Mode> chosen, Session session) {
        return SessionChoice.mode(chosen, session);
    }
}
