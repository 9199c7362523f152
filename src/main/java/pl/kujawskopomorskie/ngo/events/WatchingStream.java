package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Who has a place online goes to the stream of a session through the portal, which notes that they were there: from half an hour
 * before it begins until it ends, once, however often they come back.
 */
@Singleton
public class WatchingStream {

    /** How long before the beginning the stream can be opened. */
    public static final Duration EARLY = Duration.ofMinutes(30);

    private final Registrations registrations;
    private final Events events;
    private final Sessions sessions;
    private final OnList people;
    private final Attendances attendances;
    private final Clock clock;

    WatchingStream(
            Registrations registrations,
            Events events,
            Sessions sessions,
            OnList people,
            Attendances attendances,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.sessions = sessions;
        this.people = people;
        this.attendances = attendances;
        this.clock = clock;
    }

    /** The stream of a session as the link of a registration gives it; nothing when it gives none. */
    public Optional<Stream> of(String token, long sessionId) {
        return registrations
                .ofLink(RegistrationTokens.hash(token))
                .flatMap(registration -> of(registration, sessionId));
    }

    private Optional<Stream> of(Registration registration, long sessionId) {
        var event = events.findById(registration.eventId()).orElseThrow();
        var session = sessions.of(event.key(), sessionId)
                .filter(one -> !one.streamUrl().isEmpty() && event.cancelledAt() == null)
                .orElse(null);
        var online = session == null ? List.<Attendee>of() : people.online(registration.key(), sessionId);
        if (session == null || online.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stream(
                event,
                session,
                online,
                people.noted(registration.key(), sessionId),
                Moment.of(session, OfficeTime.now(clock))));
    }

    /**
     * Opens the stream for people of the registration, and notes that they were there.
     *
     * @param positions which of them, by their number within the registration
     */
    @Transactional
    public Opening open(String token, long sessionId, Collection<Integer> positions) {
        var registration = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (registration == null) {
            return new Opening.NotFound();
        }
        events.lockForReading(registration.eventId());
        var stream = of(registration, sessionId).orElse(null);
        if (stream == null) {
            return new Opening.NotFound();
        }
        if (stream.moment() != Moment.RUNS) {
            return new Opening.NotNow(stream);
        }
        var watching = new TreeSet<Long>();
        for (var person : stream.people()) {
            if (stream.people().size() == 1 || positions.contains(person.position())) {
                watching.add(person.key());
            }
        }
        if (watching.isEmpty()) {
            return new Opening.Nobody(stream);
        }
        var now = OfficeTime.now(clock);
        for (var attendeeId : watching) {
            attendances.note(
                    stream.event().key(),
                    sessionId,
                    attendeeId,
                    null,
                    Mode.ONLINE,
                    Attendance.How.STREAM,
                    now,
                    now,
                    null,
                    "");
        }
        return new Opening.Opened(stream);
    }

    /** When the stream of a session can be opened. */
    public static Instant opensAt(Session session) {
        return session.startsAt().minus(EARLY);
    }

    /** Where in its time a stream is. */
    public enum Moment {
        /** It cannot be opened yet. */
        BEFORE,
        /** It can be opened. */
        RUNS,
        /** It is over. */
        OVER;

        /** Where the stream of a session is. */
        public static Moment of(Session session, Instant now) {
            if (now.isBefore(opensAt(session))) {
                return BEFORE;
            }
            return now.isBefore(session.endsAt()) ? RUNS : OVER;
        }
    }

    /**
     * A stream.
     *
     * @param event of which event
     * @param session of which session
     * @param people of the registration who may watch it
     * @param watched keys of those who are noted already
     * @param moment where in its time it is
     */
    public record Stream(Event event, Session session, List<Attendee> people, List<Long> watched, Moment moment) {

        /** When it can be opened. */
        public Instant opensAt() {
            return WatchingStream.opensAt(session);
        }
    }

    /** What came of opening a stream. */
    public sealed interface Opening {

        /**
         * They were noted and may go on.
         *
         * @param stream where to
         */
        record Opened(Stream stream) implements Opening {}

        /**
         * It does not run.
         *
         * @param stream which
         */
        record NotNow(Stream stream) implements Opening {}

        /**
         * None of several people was chosen.
         *
         * @param stream which
         */
        record Nobody(Stream stream) implements Opening {}

        /** There is no such stream for this registration. */
        record NotFound() implements Opening {}
    }
}
