package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Events that are held on the day of the tests' clock, with people who have tickets. */
@Singleton
public final class DoorRows {

    private final EventRows rows;
    private final Sessions sessions;
    private final Registrations registrations;
    private final Attendees attendees;
    private final Bookings bookings;
    private final Attendances attendances;
    private final ConsultationRows sql;

    DoorRows(
            EventRows rows,
            Sessions sessions,
            Registrations registrations,
            Attendees attendees,
            Bookings bookings,
            Attendances attendances,
            ConsultationRows sql) {
        this.rows = rows;
        this.sessions = sessions;
        this.registrations = registrations;
        this.attendees = attendees;
        this.bookings = bookings;
        this.attendances = attendances;
        this.sql = sql;
    }

    /** An event whose registration is over, without a programme yet. */
    public Event event() {
        return rows.closed();
    }

    /** A session of two hours, in so many hours from the start of the tests' clock. */
    public Session session(Event event, String title, int inHours) {
        var startsAt = TestClock.START.plus(Duration.ofHours(inHours));
        return sessions.save(new Session(
                null,
                event.key(),
                SessionKind.PANEL,
                title,
                "",
                startsAt,
                startsAt.plus(Duration.ofHours(2)),
                "Sala 1",
                2000,
                2000,
                "https://stream.example.pl/" + event.slug(),
                0));
    }

    /** People with places on site in a session. */
    public List<Attendee> people(Session session, String name, int many) {
        var people = new ArrayList<Attendee>();
        for (var i = 1; i <= many; i++) {
            people.add(person(session.eventId(), name + " " + i));
            booked(people.getLast(), session, Mode.ON_SITE, Booking.State.BOOKED);
        }
        return people;
    }

    /** One with a place on site in a session. */
    public Attendee person(Session session, String name) {
        var person = person(session.eventId(), name);
        booked(person, session, Mode.ON_SITE, Booking.State.BOOKED);
        return person;
    }

    /** One of a confirmed registration, without places. */
    public Attendee person(long eventId, String name) {
        return person(eventId, name, TestClock.START, null);
    }

    /** One who never opened the link of the mail. */
    public Attendee unconfirmed(long eventId, String name) {
        return person(eventId, name, null, null);
    }

    /** One who took the registration back. */
    public Attendee cancelled(long eventId, String name) {
        return person(eventId, name, TestClock.START, TestClock.START);
    }

    /** One more of the same registration. */
    public Attendee beside(Attendee person, String name) {
        return attendees.save(
                new Attendee(null, person.registrationId(), person.position() + 1, name, TicketCode.draw()));
    }

    private Attendee person(long eventId, String name, @Nullable Instant confirmedAt, @Nullable Instant endedAt) {
        var token = UUID.randomUUID().toString();
        var registration = registrations.save(new Registration(
                null,
                eventId,
                token,
                null,
                null,
                "Stowarzyszenie Próba",
                token + "@example.pl",
                token + "@example.pl",
                "",
                "pl",
                false,
                TestClock.START.minus(Duration.ofDays(2)),
                TestClock.START.plus(Duration.ofDays(1)),
                confirmedAt,
                endedAt,
                endedAt == null ? null : Registration.End.CANCELLED,
                0,
                0));
        return attendees.save(new Attendee(null, registration.key(), 1, name, TicketCode.draw()));
    }

    public void booked(Attendee person, Session session, Mode mode, Booking.State state) {
        bookings.saveAll(List.of(new Booking(
                null,
                person.key(),
                session.key(),
                mode,
                state,
                state == Booking.State.WAITING ? person.key() : null,
                null,
                TestClock.START,
                TestClock.START)));
    }

    /** When somebody came to the event, or nothing. */
    public @Nullable Instant cameAt(Attendee person) {
        return attendances.living(person.key(), 0).map(Attendance::cameAt).orElse(null);
    }

    /** The row that somebody came to the event, or to a session. */
    public Attendance row(Attendee person, @Nullable Session session) {
        return attendances
                .living(person.key(), session == null ? 0 : session.key())
                .orElseThrow();
    }

    /** Whether somebody was there, at the event or in a session of it. */
    public boolean wasThere(Attendee person) {
        return !sql.value(
                        "SELECT COUNT(*) FROM attendance WHERE attendee_id = ? AND withdrawn_at IS NULL", person.key())
                .equals("0");
    }

    /** The link of a person's registration. */
    public String link(Attendee person, RegistrationTokens tokens) {
        var token = tokens.of(person.registrationId());
        registrations.know(person.registrationId(), RegistrationTokens.hash(token));
        return "/wydarzenia/zgloszenie/" + token;
    }
}
