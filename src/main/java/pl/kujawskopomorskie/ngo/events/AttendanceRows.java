package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who was to come to an event and who came, person by person, as its office looks at them: those who registered, and those who came
 * without. Four queries for a page, however many people there are.
 */
@Singleton
public class AttendanceRows {

    // A number that orders both kinds: walk-ins after all who registered.
    private static final String PEOPLE = """
            (SELECT a.id AS attendee_id, NULL AS walk_in_id, a.name, r.organisation_name, r.email, r.event_id, 0 AS newcomer,
               a.id AS number, CASE WHEN r.ended_at IS NULL AND r.confirmed_at IS NOT NULL THEN 1 ELSE 0 END AS living
             FROM attendee a JOIN registration r ON r.id = a.registration_id WHERE r.event_id = ?
             UNION ALL
             SELECT NULL, w.id, w.name, w.organisation_name, w.email, w.event_id, 1, w.id, 0
             FROM walk_in w WHERE w.event_id = ?) p
            """;

    private static final String WAS_THERE = "EXISTS (SELECT 1 FROM attendance t WHERE t.living = 1"
            + " AND (t.attendee_id = p.attendee_id OR t.walk_in_id = p.walk_in_id)";

    private final JdbcOperations jdbc;

    AttendanceRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of those who match, by name, and how many match in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Found find(Event event, Filter filter) {
        var where = matching(filter);
        var arguments = new ArrayList<Object>(List.of(event.key(), event.key()));
        arguments.addAll(where.arguments());
        var total = SqlWhere.query(
                        jdbc, "SELECT COUNT(*) FROM " + PEOPLE + where.sql(), arguments, row -> row.getLong(1))
                .getFirst();
        var pages = (int) Math.max(1, (total + filter.size() - 1) / filter.size());
        var number = Math.min(filter.page(), pages);
        arguments.addAll(List.of(filter.size(), filter.size() * (long) (number - 1)));
        var rows = SqlWhere.query(
                jdbc,
                "SELECT p.* FROM " + PEOPLE + where.sql() + " ORDER BY " + NameOrder.BY_SURNAME
                        + ", p.newcomer, p.number LIMIT ? OFFSET ?",
                arguments,
                AttendanceRows::person);
        return new Found(whole(rows), total, number, pages);
    }

    /** Those who were to come or came, after one of them, to read them all a stretch at a time. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<Person> after(Event event, int newcomer, long number, int limit) {
        var where = matching(new Filter("", 0, Stand.ALL, 1, limit));
        where.and("p.newcomer > ? OR (p.newcomer = ? AND p.number > ?)", newcomer, newcomer, number);
        var arguments = new ArrayList<Object>(List.of(event.key(), event.key()));
        arguments.addAll(where.arguments());
        arguments.add(limit);
        return whole(SqlWhere.query(
                jdbc,
                "SELECT p.* FROM " + PEOPLE + where.sql() + " ORDER BY p.newcomer, p.number LIMIT ?",
                arguments,
                AttendanceRows::person));
    }

    /** Those who have places on site, by name, for what is printed; of the event or of one session (0 for any). */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<Badge> badges(Event event, long sessionId, int limit, int offset) {
        var rows = SqlWhere.query(
                jdbc,
                "SELECT a.id, a.name, r.organisation_name, a.ticket FROM attendee a"
                        + " JOIN registration r ON r.id = a.registration_id" + onSite()
                        + " ORDER BY " + NameOrder.BY_SURNAME + ", a.id LIMIT ? OFFSET ?",
                List.of(event.key(), sessionId, sessionId, limit, offset),
                row -> new Badge(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        row.getString("ticket"),
                        List.of()));
        var places = places(rows.stream().map(Badge::attendeeId).toList()).stream()
                .filter(place -> place.mode() == Mode.ON_SITE && place.state() == Booking.State.BOOKED)
                .collect(Collectors.groupingBy(Place::attendeeId));
        return rows.stream()
                .map(row -> row.with(places.getOrDefault(row.attendeeId(), List.of())))
                .toList();
    }

    /** How many {@link #badges} there are. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int countBadges(Event event, long sessionId) {
        return SqlWhere.query(
                        jdbc,
                        "SELECT COUNT(*) FROM attendee a JOIN registration r ON r.id = a.registration_id" + onSite(),
                        List.of(event.key(), sessionId, sessionId),
                        row -> row.getInt(1))
                .getFirst();
    }

    private static String onSite() {
        return " WHERE r.event_id = ? AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL AND a.name <> ''"
                + " AND EXISTS (SELECT 1 FROM booking b WHERE b.attendee_id = a.id AND b.state = 'BOOKED'"
                + " AND b.mode = 'ON_SITE' AND (? = 0 OR b.session_id = ?))";
    }

    private static SqlWhere matching(Filter filter) {
        var where = new SqlWhere();
        var session = filter.sessionId();
        var there = session == 0 ? WAS_THERE + ")" : WAS_THERE + " AND t.session_id = ?)";
        var of = session == 0 ? new Object[] {} : new Object[] {session};
        if (filter.stand() == Stand.CAME) {
            where.and(there, of);
        } else if (filter.stand() == Stand.ABSENT) {
            where.and("p.living = 1");
            where.and("NOT " + there, of);
        } else {
            // Of those who gave up their registration, or were entered by mistake, only who came all the same.
            where.and("p.living = 1 OR " + WAS_THERE + ")");
        }
        if (session != 0 && filter.stand() != Stand.CAME) {
            where.and(
                    "EXISTS (SELECT 1 FROM booking b WHERE b.attendee_id = p.attendee_id AND b.session_id = ?"
                            + " AND b.state = 'BOOKED') OR " + there,
                    session,
                    session);
        }
        if (!filter.words().isEmpty()) {
            var part = SqlWhere.part(filter.words());
            where.and(
                    "p.name LIKE ? ESCAPE '!' OR p.organisation_name LIKE ? ESCAPE '!' OR p.email LIKE ? ESCAPE '!'",
                    part,
                    part,
                    part);
        }
        return where;
    }

    private List<Person> whole(List<Person> people) {
        var attendees = people.stream()
                .filter(person -> person.attendeeId() != null)
                .map(Person::number)
                .toList();
        var newcomers = people.stream()
                .filter(person -> person.walkInId() != null)
                .map(Person::number)
                .toList();
        var places = places(attendees).stream().collect(Collectors.groupingBy(Place::attendeeId));
        var presences = presences(attendees, newcomers);
        return people.stream()
                .map(person -> new Person(
                        person.attendeeId(),
                        person.walkInId(),
                        person.name(),
                        person.organisation(),
                        person.email(),
                        person.living(),
                        person.attendeeId() == null ? List.of() : places.getOrDefault(person.number(), List.of()),
                        presences.stream()
                                .filter(presence -> presence.isOf(person))
                                .toList()))
                .toList();
    }

    private List<Place> places(List<Long> attendees) {
        if (attendees.isEmpty()) {
            return List.of();
        }
        return SqlWhere.query(
                jdbc,
                "SELECT b.attendee_id, b.session_id, s.title, s.room, s.starts_at, b.mode, b.state FROM booking b"
                        + " JOIN event_session s ON s.id = b.session_id WHERE b.attendee_id IN (" + marks(attendees)
                        + ") AND b.state <> 'ENDED' ORDER BY s.starts_at, s.id, b.id",
                attendees,
                row -> new Place(
                        row.getLong("attendee_id"),
                        row.getLong("session_id"),
                        row.getString("title"),
                        row.getString("room"),
                        SqlWhere.moment(row, "starts_at"),
                        Mode.valueOf(row.getString("mode")),
                        Booking.State.valueOf(row.getString("state"))));
    }

    private List<Presence> presences(List<Long> attendees, List<Long> newcomers) {
        if (attendees.isEmpty() && newcomers.isEmpty()) {
            return List.of();
        }
        // Each by its own index; an empty list of SQL is a key that nothing has.
        var arguments = new ArrayList<Object>(attendees.isEmpty() ? List.of(0L) : attendees);
        arguments.addAll(newcomers.isEmpty() ? List.of(0L) : newcomers);
        var columns =
                "SELECT t.id, t.attendee_id, t.walk_in_id, t.session_id, s.title, t.mode, t.how, t.came_at, t.door,"
                        + " (SELECT MAX(d.despite) FROM door_entry d WHERE d.undone_at IS NULL AND d.attendee_id = t.attendee_id"
                        + " AND COALESCE(d.session_id, 0) = t.at_session) AS despite"
                        + " FROM attendance t LEFT JOIN event_session s ON s.id = t.session_id WHERE t.living = 1 AND ";
        return SqlWhere.query(
                jdbc,
                columns + "t.attendee_id IN (" + marks(Collections.nCopies(Math.max(1, attendees.size()), "?"))
                        + ") UNION ALL " + columns + "t.walk_in_id IN ("
                        + marks(Collections.nCopies(Math.max(1, newcomers.size()), "?")) + ") ORDER BY came_at, id",
                arguments,
                AttendanceRows::presence);
    }

    private static Presence presence(ResultSet row) throws SQLException {
        var despite = row.getString("despite");
        return new Presence(
                row.getLong("id"),
                number(row, "attendee_id"),
                number(row, "walk_in_id"),
                number(row, "session_id"),
                row.getString("title") == null ? "" : row.getString("title"),
                Mode.valueOf(row.getString("mode")),
                Attendance.How.valueOf(row.getString("how")),
                SqlWhere.moment(row, "came_at"),
                row.getString("door"),
                despite == null ? null : DoorAnswer.valueOf(despite));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                number(row, "attendee_id"),
                number(row, "walk_in_id"),
                row.getString("name"),
                row.getString("organisation_name"),
                row.getString("email"),
                row.getInt("living") == 1,
                List.of(),
                List.of());
    }

    private static String marks(List<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Which of the people. */
    public enum Stand {
        /** Who was to come, and who came. */
        ALL,
        /** Who came. */
        CAME,
        /** Who has a place and did not come. */
        ABSENT
    }

    /**
     * What is asked for.
     *
     * @param words part of a name, an address or an organisation; or empty
     * @param sessionId key of a session, or 0 for the event
     * @param stand which of them
     * @param page from 1
     * @param size most rows of a page
     */
    public record Filter(String words, long sessionId, Stand stand, int page, int size) {}

    /**
     * One who was to come, or came.
     *
     * @param attendeeId who, if they had registered
     * @param walkInId who, if they had not
     * @param name as on the badge; empty of one who was forgotten
     * @param organisation possibly empty
     * @param email of the registration, or as told at the door; possibly empty
     * @param living whether their registration is confirmed and has not ended
     * @param places what they have, are offered or wait for
     * @param presences where they were
     */
    public record Person(
            @Nullable Long attendeeId,
            @Nullable Long walkInId,
            String name,
            String organisation,
            String email,
            boolean living,
            List<Place> places,
            List<Presence> presences) {

        /** What a form sends for them. */
        public String key() {
            return attendeeId != null ? "a" + attendeeId : "w" + walkInId;
        }

        long number() {
            return attendeeId != null ? attendeeId : walkInId != null ? walkInId : 0;
        }

        int newcomer() {
            return attendeeId == null ? 1 : 0;
        }
    }

    /**
     * A place.
     *
     * @param attendeeId whose
     * @param sessionId in which session
     * @param title of it
     * @param room possibly empty
     * @param startsAt when it begins
     * @param mode in the room or by the stream
     * @param state taken, offered or waited for
     */
    public record Place(
            long attendeeId,
            long sessionId,
            String title,
            String room,
            @Nullable Instant startsAt,
            Mode mode,
            Booking.State state) {}

    /**
     * That somebody was there.
     *
     * @param id key of the row
     * @param attendeeId who, if they had registered
     * @param walkInId who, if they had not
     * @param sessionId in which session, or null for the event
     * @param title of the session, empty for the event
     * @param mode in the room or by the stream
     * @param how it is known
     * @param since when they came
     * @param door at which entrance, possibly empty
     * @param despite what spoke against letting them in, or null
     */
    public record Presence(
            long id,
            @Nullable Long attendeeId,
            @Nullable Long walkInId,
            @Nullable Long sessionId,
            String title,
            Mode mode,
            Attendance.How how,
            @Nullable Instant since,
            String door,
            @Nullable DoorAnswer despite) {

        boolean isOf(Person person) {
            return person.attendeeId() != null
                    ? person.attendeeId().equals(attendeeId)
                    : person.walkInId() != null && person.walkInId().equals(walkInId);
        }
    }

    /**
     * One for whom a badge is printed.
     *
     * @param attendeeId key of the attendee
     * @param name as on the badge
     * @param organisation possibly empty
     * @param ticket their code
     * @param places what they have on site, in the order of the programme
     */
    public record Badge(long attendeeId, String name, String organisation, String ticket, List<Place> places) {

        Badge with(List<Place> found) {
            return new Badge(attendeeId, name, organisation, ticket, found);
        }
    }

    /**
     * One page of people.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Found(List<Person> rows, long total, int number, int pages) {}
}
