package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** People who were at events, for tests of what comes after. Write them before the clock goes on. */
@Singleton
public final class AfterRows {

    /** A moment at which every event of {@link #held} is over. */
    public static final Instant AFTER = TestClock.START.plus(Duration.ofDays(15));

    private final EventRows rows;
    private final RegisteringForEvent registering;
    private final LookingAtRegistration looking;
    private final Attendees attendees;
    private final Attendances attendances;
    private final WalkIns walkIns;
    private final People people;

    AfterRows(
            EventRows rows,
            RegisteringForEvent registering,
            LookingAtRegistration looking,
            Attendees attendees,
            Attendances attendances,
            WalkIns walkIns,
            People people) {
        this.rows = rows;
        this.registering = registering;
        this.looking = looking;
        this.attendees = attendees;
        this.attendances = attendances;
        this.walkIns = walkIns;
        this.people = people;
    }

    /** An event of two sessions, with one registration of these people, all of whom came. */
    public Held held(String... names) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 100, 10);
        rows.session(event, "Warsztat", 2, 100, 0);
        return registered(event, panel, true, names);
    }

    /** An event of one panel that nobody registered for. */
    public Held empty() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 100, 10);
        return registered(event, panel, false, "Nikt Nieobecny");
    }

    /** One more registration for a session. */
    public Held registered(Event event, Session session, boolean came, String... names) {
        var person = people.person();
        var registration = ((Registering.Done) registering.register(
                        event.slug(),
                        EventRows.entry(person.email(), Mode.ON_SITE, false, List.of(names), session),
                        person,
                        null,
                        Language.POLISH,
                        "192.0.2.9"))
                .registration();
        var all = attendees.of(registration.key());
        if (came) {
            all.forEach(attendee -> came(event, attendee, null));
        }
        return new Held(
                event,
                session,
                person,
                registration,
                looking.link(registration, person).orElseThrow(),
                all);
    }

    /** Notes one at the event as a whole, or in a session. */
    public void came(Event event, Attendee attendee, @Nullable Session session) {
        attendances.note(
                event.key(),
                session == null ? null : session.key(),
                attendee.key(),
                null,
                Mode.ON_SITE,
                Attendance.How.SCANNED,
                TestClock.START,
                TestClock.START,
                null,
                "");
    }

    /** Notes that one watched the stream of a session. */
    public void watched(Event event, Attendee attendee, Session session) {
        attendances.note(
                event.key(),
                session.key(),
                attendee.key(),
                null,
                Mode.ONLINE,
                Attendance.How.STREAM,
                TestClock.START,
                TestClock.START,
                null,
                "");
    }

    /** One who came without having registered. */
    public WalkIn walkIn(Event event, String name, String email) {
        var saved = walkIns.save(
                new WalkIn(null, event.key(), UUID.randomUUID().toString(), name, "", email, TestClock.START, null));
        attendances.note(
                event.key(),
                null,
                null,
                saved.key(),
                Mode.ON_SITE,
                Attendance.How.WALK_IN,
                TestClock.START,
                TestClock.START,
                null,
                "");
        return saved;
    }

    /**
     * A registration of people.
     *
     * @param event which
     * @param session for which they registered
     * @param person whose account it is
     * @param registration itself
     * @param link path of it
     * @param attendees its people
     */
    public record Held(
            Event event,
            Session session,
            Actor person,
            Registration registration,
            String link,
            List<Attendee> attendees) {

        /** The secret in the link. */
        public String token() {
            return link.substring(link.lastIndexOf('/') + 1);
        }
    }
}
