package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.RegistrationCalendar.Place;
import pl.kujawskopomorskie.ngo.events.TellingOfRegistration.Occasion;
import pl.kujawskopomorskie.ngo.shared.documents.Invitation;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Tells who registered how their registration stands: to be confirmed, booked and waiting, or ended, with the invitation for their
 * calendar. A job, because no mail is laid out while others wait for a lock; it says what is true when it runs, so two of them in
 * a row say the same.
 */
@Singleton
class MailingRegistration implements Job {

    static final String NAME = "mail-registration";

    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final Attendees attendees;
    private final Bookings bookings;
    private final RegistrationTokens tokens;
    private final RegistrationCalendar calendar;
    private final PrintingTickets printing;
    private final PlacesInWords words;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final Clock clock;

    MailingRegistration(
            Registrations registrations,
            Events events,
            Sessions sessions,
            Attendees attendees,
            Bookings bookings,
            RegistrationTokens tokens,
            RegistrationCalendar calendar,
            PrintingTickets printing,
            PlacesInWords words,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.attendees = attendees;
        this.bookings = bookings;
        this.tokens = tokens;
        this.calendar = calendar;
        this.printing = printing;
        this.words = words;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var space = data.indexOf(' ');
        var registration = registrations
                .findById(Long.valueOf(space < 0 ? data : data.substring(0, space)))
                .orElse(null);
        // Who was forgotten has no address any more, and who did not confirm one in time was promised to hear nothing.
        if (registration == null
                || registration.email().isEmpty()
                || registration.endedWhy() == Registration.End.NOT_CONFIRMED) {
            return;
        }
        var event = events.findById(registration.eventId()).orElseThrow();
        var occasion = space < 0 ? Occasion.DONE : Occasion.valueOf(data.substring(space + 1));
        var now = OfficeTime.now(clock);
        var programme = sessions.of(event.key()).stream().collect(Collectors.toMap(Session::key, Function.identity()));
        var places = bookings.of(registration.key());
        var booked = registration.confirmedAt() == null ? List.<Place>of() : booked(places, programme);
        var changes = calendar.changes(event, registration, booked);
        var letters = new ArrayList<Letter>();
        letters.add(letter(event, registration, occasion, places, programme, booked, first(changes, now)));
        changes.stream()
                .skip(1)
                .map(change -> calendarLetter(event, registration, change, now))
                .forEach(letters::add);
        put(registration, letters, changes);
    }

    /** The mails alone in a transaction; their tickets are printed by then. */
    @Transactional
    protected void put(Registration registration, List<Letter> letters, List<RegistrationCalendar.Change> changes) {
        letters.forEach(outbox::put);
        changes.forEach(change -> calendar.note(registration.key(), change));
    }

    private Letter letter(
            Event event,
            Registration registration,
            Occasion occasion,
            List<Booking> places,
            Map<Long, Session> programme,
            List<Place> booked,
            Letter.@Nullable Attachment invitation) {
        var language = registration.mailLanguage();
        var title = Typed.line(event.title());
        var link = portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key()));
        var confirmBy = registration.confirmBy();
        if (registration.endedAt() != null) {
            return new Letter(
                    registration.email(),
                    messages.get(language, "events.mail.ended.subject", title, String.valueOf(registration.endedWhy())),
                    messages.get(
                            language,
                            "events.mail.ended.body",
                            title,
                            String.valueOf(registration.endedWhy()),
                            portal.link("/wydarzenia/" + event.slug()),
                            event.cancelReason() == null ? "" : event.cancelReason()),
                    null,
                    null,
                    invitation);
        }
        var what = words.of(language, places, programme);
        if (registration.confirmedAt() == null && confirmBy != null) {
            return Letter.of(
                    registration.email(),
                    messages.get(language, "events.mail.confirm.subject", title),
                    messages.get(
                            language,
                            "events.mail.confirm.body",
                            title,
                            what,
                            link,
                            new Formats(language).dateTime(confirmBy)));
        }
        var why = occasion == Occasion.DONE ? "" : messages.get(language, "events.mail.occasion." + occasion);
        var subject = messages.get(language, "events.mail.registered.subject", title);
        if (booked.isEmpty()) {
            var body = what.isEmpty()
                    ? messages.get(language, "events.mail.nothing.body", title, link, why)
                    : messages.get(language, "events.mail.waiting.body", title, what, link, why);
            return new Letter(registration.email(), subject, body, null, null, invitation);
        }
        var people = withTicket(registration, places);
        if (people.isEmpty()) {
            return new Letter(
                    registration.email(),
                    subject,
                    messages.get(language, "events.mail.online.body", title, what, link, why),
                    null,
                    null,
                    invitation);
        }
        var where = event.venue().isEmpty()
                ? ""
                : messages.get(language, "events.mail.reminder.where", Typed.line(event.venue()));
        return new Letter(
                registration.email(),
                subject,
                messages.get(language, "events.mail.registered.body", title, what, codes(people), link, why, where),
                new Letter.Attachment(
                        messages.get(language, "events.tickets.file") + ".pdf",
                        "application/pdf",
                        printing.pdf(event, registration, people, booked)),
                null,
                invitation);
    }

    private Letter calendarLetter(
            Event event, Registration registration, RegistrationCalendar.Change change, Instant now) {
        var language = registration.mailLanguage();
        var day = new Formats(language).date(change.day());
        var title = Typed.line(event.title());
        return new Letter(
                registration.email(),
                messages.get(language, "events.mail.calendar.subject", title, day),
                messages.get(
                        language,
                        change.invitation().cancels() ? "events.mail.calendar.out" : "events.mail.calendar.in",
                        title,
                        day),
                null,
                null,
                attachment(change, now));
    }

    private static Letter.@Nullable Attachment first(List<RegistrationCalendar.Change> changes, Instant now) {
        return changes.isEmpty() ? null : attachment(changes.getFirst(), now);
    }

    private static Letter.Attachment attachment(RegistrationCalendar.Change change, Instant now) {
        return new Letter.Attachment(
                Invitation.FILE, change.invitation().type(), change.invitation().print(now));
    }

    // Who only watches shows no ticket at a door.
    private List<Attendee> withTicket(Registration registration, List<Booking> places) {
        var booked = places.stream()
                .filter(booking -> booking.state() == Booking.State.BOOKED && booking.mode() == Mode.ON_SITE)
                .map(Booking::attendeeId)
                .collect(Collectors.toSet());
        return attendees.of(registration.key()).stream()
                .filter(person -> booked.contains(person.key()))
                .toList();
    }

    private static String codes(List<Attendee> people) {
        return people.stream()
                .map(attendee -> attendee.name() + ": " + TicketCode.grouped(attendee.ticket()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Place> booked(List<Booking> all, Map<Long, Session> programme) {
        Map<Long, Place> places = new LinkedHashMap<>();
        for (var booking : all) {
            var session = programme.get(booking.sessionId());
            if (session != null && booking.state() == Booking.State.BOOKED) {
                places.put(session.key(), new Place(session, booking.mode()));
            }
        }
        return new ArrayList<>(places.values());
    }
}
