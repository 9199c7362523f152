package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Reminds those who have a place of what begins on the next day, once a registration, and of how to give the place back. It runs in
 * the afternoon, while who waits can still make use of a place.
 */
@Singleton
class RemindingParticipants implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(RemindingParticipants.class);
    private static final int AT_ONCE = 100;

    private final ReminderRows rows;
    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final Bookings bookings;
    private final RegistrationTokens tokens;
    private final PlacesInWords words;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final Clock clock;

    RemindingParticipants(
            ReminderRows rows,
            Registrations registrations,
            Events events,
            Sessions sessions,
            Bookings bookings,
            RegistrationTokens tokens,
            PlacesInWords words,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.bookings = bookings;
        this.tokens = tokens;
        this.words = words;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remind-participants";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(15, 0));
    }

    @Override
    public void run() {
        var tomorrow = OfficeTime.today(clock).plusDays(1);
        var after = 0L;
        var failed = 0;
        List<ReminderRows.Key> found;
        do {
            found = rows.due(OfficeTime.startOf(tomorrow), OfficeTime.endOf(tomorrow), after, AT_ONCE);
            for (var key : found) {
                after = key.id();
                try {
                    remind(key.id());
                } catch (RuntimeException e) {
                    // One letter that cannot be written is no reason to leave the others without theirs.
                    failed++;
                    LOG.warn("Registration {} was not reminded", key.id(), e);
                }
            }
        } while (found.size() == AT_ONCE);
        if (failed > 0) {
            throw new IllegalStateException(failed + " registrations were not reminded");
        }
    }

    /** Reminds one, unless it was reminded or has ended meanwhile. */
    @Transactional
    protected void remind(long registrationId) {
        if (rows.reminded(registrationId, OfficeTime.now(clock)) == 1) {
            outbox.put(letter(registrations.findById(registrationId).orElseThrow()));
        }
    }

    private Letter letter(Registration registration) {
        var event = events.findById(registration.eventId()).orElseThrow();
        var language = registration.mailLanguage();
        var programme = sessions.of(event.key()).stream().collect(Collectors.toMap(Session::key, Function.identity()));
        var booked = bookings.of(registration.key()).stream()
                .filter(booking -> booking.state() == Booking.State.BOOKED)
                .toList();
        return Letter.of(
                registration.email(),
                messages.get(language, "events.mail.reminder.subject", Typed.line(event.title())),
                messages.get(
                        language,
                        "events.mail.reminder.body",
                        Typed.line(event.title()),
                        words.of(language, booked, programme),
                        event.venue().isEmpty()
                                ? ""
                                : messages.get(language, "events.mail.reminder.where", Typed.line(event.venue())),
                        portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key()))));
    }
}
