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
        var registration = registrations.findById(Long.valueOf(data)).orElse(null);
        // Who was forgotten has no address any more.
        if (registration != null && !registration.email().isEmpty()) {
            var event = events.findById(registration.eventId()).orElseThrow();
            put(letter(event, registration, OfficeTime.now(clock)));
        }
    }

    /** The mail alone in a transaction; its tickets are printed by then. */
    @Transactional
    protected void put(Letter letter) {
        outbox.put(letter);
    }

    private Letter letter(Event event, Registration registration, Instant now) {
        var language = registration.mailLanguage();
        var title = Typed.line(event.title());
        var link = portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key()));
        var confirmBy = registration.confirmBy();
        var all = bookings.ofRegistrationWithEnded(registration.key());
        var programme = sessions.of(event.key()).stream().collect(Collectors.toMap(Session::key, Function.identity()));
        if (registration.endedAt() != null) {
            return new Letter(
                    registration.email(),
                    messages.get(language, "events.mail.ended.subject", title),
                    messages.get(
                            language,
                            "events.mail.ended.body",
                            title,
                            String.valueOf(registration.endedWhy()),
                            portal.link("/wydarzenia/" + event.slug()),
                            event.cancelReason() == null ? "" : event.cancelReason()),
                    null,
                    null,
                    invitation(
                            new RegistrationCalendar(event, registration, List.of(), places(all, programme, null)),
                            link,
                            now));
        }
        var what = words.of(language, all, programme);
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
        var booked = places(all, programme, Booking.State.BOOKED);
        var people = attendees.of(registration.key());
        return new Letter(
                registration.email(),
                messages.get(language, "events.mail.registered.subject", title),
                messages.get(language, "events.mail.registered.body", title, what, codes(people), link),
                booked.isEmpty()
                        ? null
                        : new Letter.Attachment(
                                messages.get(language, "events.tickets.file") + ".pdf",
                                "application/pdf",
                                printing.pdf(event, registration, people, booked)),
                null,
                booked.isEmpty()
                        ? null
                        : invitation(new RegistrationCalendar(event, registration, booked, List.of()), link, now));
    }

    private Letter.Attachment invitation(RegistrationCalendar calendar, String link, Instant now) {
        return new Letter.Attachment("invite.ics", calendar.type(), calendar.print(portal, link, now));
    }

    private static String codes(List<Attendee> people) {
        return people.stream()
                .map(attendee -> attendee.name() + ": " + TicketCode.grouped(attendee.ticket()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Place> places(List<Booking> all, Map<Long, Session> programme, Booking.@Nullable State state) {
        Map<Long, Place> places = new LinkedHashMap<>();
        for (var booking : all) {
            var session = programme.get(booking.sessionId());
            if (session != null && (state == null || booking.state() == state)) {
                places.put(session.key(), new Place(session, booking.mode()));
            }
        }
        return new ArrayList<>(places.values());
    }
}
