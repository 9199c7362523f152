package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.teams.Team;
import pl.kujawskopomorskie.ngo.events.teams.TeamMember;
import pl.kujawskopomorskie.ngo.events.teams.TeamMembers;
import pl.kujawskopomorskie.ngo.events.teams.Teams;
import pl.kujawskopomorskie.ngo.events.visits.Visit;
import pl.kujawskopomorskie.ngo.events.visits.Visits;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Teams, visits and events that were held, for tests, each with a slug of its own. */
@Singleton
public final class RegisterRows {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

    private final Teams teams;
    private final TeamMembers members;
    private final Visits visits;
    private final Events events;
    private final Sessions sessions;
    private final WalkIns walkIns;
    private final Attendances attendances;
    private final HeadCounts headCounts;

    RegisterRows(
            Teams teams,
            TeamMembers members,
            Visits visits,
            Events events,
            Sessions sessions,
            WalkIns walkIns,
            Attendances attendances,
            HeadCounts headCounts) {
        this.teams = teams;
        this.members = members;
        this.visits = visits;
        this.events = events;
        this.sessions = sessions;
        this.walkIns = walkIns;
        this.attendances = attendances;
        this.headCounts = headCounts;
    }

    /** A team that has been active since January, with an official and somebody of an organisation. */
    public Team team(String name) {
        var team = team(name, SINCE, null);
        member(team, "Irena Urzędowa", Sector.PUBLIC, SINCE, null, true);
        member(team, "Olga Społeczna", Sector.NGO, SINCE, null, true);
        return team;
    }

    /** A team without anybody in it. */
    public Team team(String name, LocalDate from, @Nullable LocalDate to) {
        return teams.save(new Team(
                null,
                "zespol-" + NEXT.incrementAndGet(),
                UUID.randomUUID().toString(),
                name,
                "Po to, żeby było lepiej.\n\nI prościej.",
                "zarządzenie Marszałka",
                "12/2024",
                LocalDate.of(2024, 3, 3),
                "https://bip.example.pl/12-2024",
                from,
                to,
                TestClock.START,
                null,
                TestClock.START,
                0));
    }

    public TeamMember member(
            Team team, String name, Sector sector, LocalDate from, @Nullable LocalDate to, boolean shown) {
        return members.save(new TeamMember(
                null,
                team.key(),
                UUID.randomUUID().toString(),
                name,
                "członek zespołu",
                sector,
                "Ktoś, kogo reprezentuje",
                null,
                shown,
                from,
                to,
                0));
    }

    /** A visit in a month that everybody may know of, of an organisation that is not in the directory. */
    public Visit planned(String organisation) {
        return visit(organisation, TODAY.plusMonths(1), true, true, null, null);
    }

    /** A visit of a commissioned task that was made on a day. */
    public Visit made(String organisation, LocalDate day) {
        return visit(organisation, day, true, true, TestClock.START, null);
    }

    public Visit visit(
            String organisation,
            LocalDate day,
            boolean commissioned,
            boolean shown,
            @Nullable Instant madeAt,
            @Nullable Long organisationId) {
        var visit = visits.save(new Visit(
                null,
                "wizyta-" + NEXT.incrementAndGet(),
                UUID.randomUUID().toString(),
                organisationId,
                organisation,
                day,
                "Rozmowa o zadaniu.",
                commissioned ? "Prowadzenie świetlicy." : "",
                commissioned,
                "Zobaczyliśmy świetlicę.",
                "Tajne notatki urzędu.",
                shown,
                madeAt,
                null,
                null,
                TestClock.START,
                null,
                TestClock.START,
                0));
        visits.addPerson(visit.key(), 1, "Tajna Urzędniczka", "Departament Przykładowy");
        visits.addPerson(visit.key(), 2, "Tajny Urzędnik", "Departament Przykładowy");
        return visit;
    }

    /** An announced training that the programme counts for everything, with one session that ends at a moment. */
    public Event training(String title, Instant endsAt) {
        return event(title, EventKind.TRAINING, endsAt, TestClock.START, null);
    }

    public Event event(
            String title,
            EventKind kind,
            Instant endsAt,
            @Nullable Instant publishedAt,
            @Nullable Instant cancelledAt) {
        var event = events.save(new Event(
                null,
                "odbyte-" + NEXT.incrementAndGet(),
                kind,
                null,
                title,
                "Krótko.",
                "Dłużej.",
                "Urząd Marszałkowski",
                "Toruń",
                true,
                true,
                true,
                "Biuro",
                "biuro@example.pl",
                "",
                null,
                null,
                5,
                60,
                48,
                14,
                false,
                "",
                "",
                null,
                null,
                publishedAt,
                cancelledAt,
                cancelledAt == null ? null : "Choroba.",
                0,
                TestClock.START,
                null,
                TestClock.START,
                0));
        events.index(event.key(), "");
        session(event, endsAt);
        return event;
    }

    /** One more session of two hours. */
    public void session(Event event, Instant endsAt) {
        sessions.save(new Session(
                null,
                event.key(),
                SessionKind.TRAINING,
                "Część",
                "",
                endsAt.minus(Duration.ofHours(2)),
                endsAt,
                "",
                20,
                0,
                "",
                0));
    }

    /** Somebody came, to the event and to each of so many sessions, and this may have been taken back by a person. */
    public void came(Event event, @Nullable Long takenBackBy) {
        var walkIn = walkIns.save(new WalkIn(
                null, event.key(), UUID.randomUUID().toString(), "Anna Nowak", "", "", TestClock.START, null));
        var at = sessions.of(event.key()).stream().map(Session::key).toList();
        for (var session : at) {
            came(event, session, walkIn, takenBackBy);
        }
        came(event, null, walkIn, takenBackBy);
    }

    private void came(Event event, @Nullable Long session, WalkIn walkIn, @Nullable Long takenBackBy) {
        attendances.note(
                event.key(),
                session,
                null,
                walkIn.key(),
                Mode.ON_SITE,
                Attendance.How.WALK_IN,
                TestClock.START,
                TestClock.START,
                null,
                "");
        if (takenBackBy != null) {
            attendances
                    .livingWalkIn(walkIn.key(), session == null ? 0 : session)
                    .ifPresent(row ->
                            attendances.withdraw(Objects.requireNonNull(row.id()), TestClock.START, takenBackBy));
        }
    }

    public void counted(Event event, Mode mode, int people) {
        headCounts.save(new HeadCount(null, event.key(), mode, people, "policzone na sali", TestClock.START, null));
    }
}
