package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** Tells one who waited that a place is theirs if they take it in time. */
@Singleton
class MailingOffer implements Job {

    static final String NAME = "mail-offer";

    private final Bookings bookings;
    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final RegistrationTokens tokens;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final Clock clock;

    MailingOffer(
            Bookings bookings,
            Registrations registrations,
            Events events,
            Sessions sessions,
            RegistrationTokens tokens,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            Clock clock) {
        this.bookings = bookings;
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.tokens = tokens;
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
    @Transactional
    public void run(String data) {
        var booking = bookings.findById(Long.valueOf(data)).orElse(null);
        if (booking == null || !booking.offeredAt(OfficeTime.now(clock)) || booking.offeredUntil() == null) {
            return;
        }
        var registration = registrations.ofBooking(Long.parseLong(data)).orElseThrow();
        if (registration.email().isEmpty()) {
            return;
        }
        var event = events.findById(registration.eventId()).orElseThrow();
        var session = sessions.of(event.key(), booking.sessionId()).orElseThrow();
        var language = registration.mailLanguage();
        outbox.put(Letter.of(
                registration.email(),
                messages.get(language, "events.mail.offer.subject", Typed.line(session.title())),
                messages.get(
                        language,
                        "events.mail.offer.body",
                        Typed.line(event.title()),
                        Typed.line(session.title()),
                        messages.get(language, "events.mode." + booking.mode().name()),
                        new Formats(language).dateTime(booking.offeredUntil()),
                        portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key())))));
    }
}
