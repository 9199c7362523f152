package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** Asks those to choose whose session was moved onto another one of theirs. Who chose meanwhile gets no mail. */
@Singleton
class MailingClash implements Job {

    static final String NAME = "mail-clash";

    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final Bookings bookings;
    private final RegistrationTokens tokens;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;

    MailingClash(
            Registrations registrations,
            Events events,
            Sessions sessions,
            Bookings bookings,
            RegistrationTokens tokens,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox) {
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.bookings = bookings;
        this.tokens = tokens;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String data) {
        var space = data.indexOf(' ');
        var registration = registrations
                .findById(Long.valueOf(data.substring(0, space)))
                .filter(found -> found.endedAt() == null && !found.email().isEmpty())
                .orElse(null);
        if (registration == null) {
            return;
        }
        var own =
                bookings.of(registration.key()).stream().map(Booking::sessionId).collect(Collectors.toSet());
        var programme = sessions.of(registration.eventId()).stream()
                .filter(session -> own.contains(session.key()))
                .toList();
        var moved = programme.stream()
                .filter(session -> session.key() == Long.parseLong(data.substring(space + 1)))
                .findFirst()
                .orElse(null);
        if (moved == null) {
            return;
        }
        var others = programme.stream()
                .filter(session -> session.key() != moved.key() && session.overlaps(moved))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var event = events.findById(registration.eventId()).orElseThrow();
        var language = registration.mailLanguage();
        var formats = new Formats(language);
        outbox.put(Letter.of(
                registration.email(),
                messages.get(language, "events.mail.clash.subject", Typed.line(event.title())),
                messages.get(
                        language,
                        "events.mail.clash.body",
                        Typed.line(event.title()),
                        Typed.line(moved.title()),
                        formats.dateTime(moved.startsAt()),
                        others.stream()
                                .map(other -> Typed.line(other.title()) + ": " + formats.dateTime(other.startsAt()))
                                .collect(Collectors.joining("\n")),
                        portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key())))));
    }
}
