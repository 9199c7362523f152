package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Events for tests, each with a slug of its own. */
@Singleton
public final class EventRows {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final RegisteringForEvent registering;
    private final People people;

    EventRows(Events events, Sessions sessions, Questions questions, RegisteringForEvent registering, People people) {
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.registering = registering;
        this.people = people;
    }

    /** An announced event that takes registrations from yesterday until ten days from the start of the tests' clock. */
    public Event open() {
        return saved(
                TestClock.START.minus(Duration.ofDays(1)),
                TestClock.START.minus(Duration.ofDays(1)),
                TestClock.START.plus(Duration.ofDays(10)));
    }

    /** One that only the office sees. */
    public Event draft() {
        return saved(null, TestClock.START, TestClock.START.plus(Duration.ofDays(10)));
    }

    /** One whose registration ended an hour before the start of the tests' clock. */
    public Event closed() {
        return saved(
                TestClock.START.minus(Duration.ofDays(9)),
                TestClock.START.minus(Duration.ofDays(8)),
                TestClock.START.minus(Duration.ofHours(1)));
    }

    private Event saved(@Nullable Instant publishedAt, Instant opensAt, Instant closesAt) {
        var number = NEXT.incrementAndGet();
        var event = events.save(new Event(
                null,
                "wydarzenie-" + number,
                EventKind.FORUM,
                23,
                "Forum Organizacji " + number,
                "Doroczne spotkanie organizacji.",
                "Sesja plenarna i panele.",
                "Urząd Marszałkowski",
                "Toruń, plac Teatralny 2",
                false,
                true,
                true,
                "Biuro Forum",
                "forum@example.pl",
                "",
                opensAt,
                closesAt,
                5,
                60,
                48,
                14,
                true,
                "Dane są potrzebne do organizacji wydarzenia.",
                "",
                null,
                null,
                publishedAt,
                null,
                null,
                0,
                TestClock.START.minus(Duration.ofDays(20)),
                null,
                TestClock.START.minus(Duration.ofDays(20)),
                0));
        events.index(event.key(), "");
        return event;
    }

    /** A session in two weeks from the start of the tests' clock, for an hour from an hour of that day on. */
    public Session session(Event event, String title, int hour, int onSite, int online) {
        var startsAt = TestClock.START.plus(Duration.ofDays(14)).plus(Duration.ofHours(hour));
        return sessions.save(new Session(
                null,
                event.key(),
                SessionKind.PANEL,
                title,
                "",
                startsAt,
                startsAt.plus(Duration.ofHours(1)),
                "Sala " + title,
                onSite,
                online,
                online > 0 ? "https://stream.example.pl/" + event.slug() : "",
                0));
    }

    public Question question(Event event, int position, Question.Kind kind, String choices, boolean required) {
        return questions.save(
                new Question(null, event.key(), position, kind, "Pytanie " + position, choices, required));
    }

    /** The registration of a new person with an account, whose address needs no link, for people of these names. */
    public Registration registered(Event event, Mode mode, boolean waitIfFull, List<String> names, Session... chosen) {
        var person = people.person();
        return ((Registering.Done) registering.register(
                        event.slug(),
                        entry(person.email(), mode, waitIfFull, names, chosen),
                        person,
                        null,
                        Language.POLISH,
                        "192.0.2.9"))
                .registration();
    }

    /** What one person states who comes on site to sessions, and does not wait. */
    public static RegistrationEntry entry(String email, Session... chosen) {
        return entry(email, Mode.ON_SITE, false, List.of("Anna Nowak"), chosen);
    }

    /** The same of one who waits for what is full. */
    public static RegistrationEntry patient(String email, Session... chosen) {
        return entry(email, Mode.ON_SITE, true, List.of("Anna Nowak"), chosen);
    }

    public static RegistrationEntry entry(
            String email, Mode mode, boolean waitIfFull, List<String> people, Session... chosen) {
        return new RegistrationEntry(
                UUID.randomUUID().toString(),
                email,
                "",
                "",
                people.stream()
                        .map(name -> new RegistrationEntry.Person(name, Map.of()))
                        .toList(),
                Arrays.stream(chosen).collect(Collectors.toMap(Session::key, session -> mode)),
                waitIfFull,
                false,
                Map.of(),
                true,
                true,
                false);
    }

    /** The same with answers to the organisers' questions, by the keys of the questions. */
    public static RegistrationEntry answering(RegistrationEntry entry, Map<Long, String> answers) {
        return with(entry, entry.people(), answers, entry.needsConsent());
    }

    /** The same of one person with needs, which may be kept. */
    public static RegistrationEntry needing(RegistrationEntry entry, String name, Map<Need, String> needs) {
        return with(entry, List.of(new RegistrationEntry.Person(name, needs)), entry.answers(), true);
    }

    private static RegistrationEntry with(
            RegistrationEntry entry,
            List<RegistrationEntry.Person> people,
            Map<Long, String> answers,
            boolean needsConsent) {
        return new RegistrationEntry(
                entry.formToken(),
                entry.email(),
                entry.phone(),
                entry.organisation(),
                people,
                entry.chosen(),
                entry.waitIfFull(),
                entry.travelRefund(),
                answers,
                entry.termsAccepted(),
                entry.privacyRead(),
                needsConsent);
    }
}
