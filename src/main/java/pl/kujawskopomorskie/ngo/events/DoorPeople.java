package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of an event as they are looked up at its door. A constant number of queries, however many people there are. */
@Singleton
public class DoorPeople {

    /** Most people that a phone keeps; more than any event of the office has. */
    static final int MOST = 20_000;

    private static final String REGISTERED = """
            SELECT a.id, a.name, a.ticket, r.event_id, r.organisation_name, r.confirmed_at, r.ended_at, e.title
            FROM attendee a JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id
            """;

    private final JdbcOperations jdbc;

    DoorPeople(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose ticket it is, of whichever event. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Registered> withTicket(String code) {
        return one(REGISTERED + " WHERE a.ticket = ?", code);
    }

    /** One by the key. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Registered> withKey(long attendeeId) {
        return one(REGISTERED + " WHERE a.id = ?", attendeeId);
    }

    private Optional<Registered> one(String sql, Object argument) {
        return SqlWhere.query(jdbc, sql, List.of(argument), DoorPeople::registered).stream()
                .findFirst()
                .map(person -> person.with(places("b.attendee_id = ?", person.id())));
    }

    private List<Place> places(String condition, long argument) {
        return SqlWhere.query(
                jdbc,
                "SELECT b.attendee_id, b.session_id, b.mode, b.state FROM booking b"
                        + " JOIN attendee a ON a.id = b.attendee_id JOIN registration r ON r.id = a.registration_id"
                        + " WHERE b.state <> 'ENDED' AND " + condition + " ORDER BY b.id",
                List.of(argument),
                row -> new Place(
                        row.getLong("attendee_id"),
                        row.getLong("session_id"),
                        Mode.valueOf(row.getString("mode")),
                        Booking.State.valueOf(row.getString("state"))));
    }

    /** Everybody who registered for an event, those who gave it up included, for a phone that answers without a network. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Registered> all(Event event) {
        var places = places("r.event_id = ?", event.key()).stream().collect(Collectors.groupingBy(Place::attendeeId));
        return SqlWhere.query(
                        jdbc,
                        REGISTERED + " WHERE r.event_id = ? ORDER BY a.id LIMIT " + MOST,
                        List.of(event.key()),
                        DoorPeople::registered)
                .stream()
                .map(person -> person.with(places.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /** Whether the log tells that somebody's phone took the list of an event since then. */
    @Transactional(Transactional.TxType.SUPPORTS)
    boolean tookList(Event event, long actorId, Instant since) {
        return SqlWhere.query(
                                jdbc,
                                "SELECT COUNT(*) FROM audit_log WHERE subject_kind = 'event' AND subject_ref = ?"
                                        + " AND actor_id = ? AND action = 'DOOR_LIST_TAKEN' AND happened_at > ?",
                                List.of(event.slug(), actorId, since),
                                row -> row.getLong(1))
                        .getFirst()
                > 0;
    }

    /** Who is in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<In> in(Event event) {
        return SqlWhere.query(
                jdbc,
                "SELECT t.attendee_id, t.walk_in_id, t.session_id, t.came_at, t.door, w.name, w.organisation_name"
                        + " FROM attendance t LEFT JOIN walk_in w ON w.id = t.walk_in_id"
                        + " WHERE t.event_id = ? AND t.living = 1 AND t.mode = 'ON_SITE' ORDER BY t.id LIMIT " + MOST,
                List.of(event.key()),
                row -> new In(
                        number(row, "attendee_id"),
                        number(row, "walk_in_id"),
                        number(row, "session_id"),
                        SqlWhere.moment(row, "came_at"),
                        row.getString("door"),
                        row.getString("name") == null ? "" : row.getString("name"),
                        row.getString("organisation_name") == null ? "" : row.getString("organisation_name")));
    }

    /** Those whose name or organisation has the words in it: who registered, and who came without having registered. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Found> search(Event event, String words, @Nullable Long sessionId, int limit) {
        var part = SqlWhere.part(words);
        var here = sessionId == null ? 0L : sessionId;
        return SqlWhere.query(
                jdbc,
                """
                SELECT p.*, (SELECT MIN(t.came_at) FROM attendance t WHERE t.living = 1 AND t.mode = 'ON_SITE'
                  AND t.at_session = ?
                  AND (t.attendee_id = p.attendee_id OR t.walk_in_id = p.walk_in_id)) AS came_at
                FROM (
                  SELECT a.id AS attendee_id, NULL AS walk_in_id, a.name, r.organisation_name
                  FROM attendee a JOIN registration r ON r.id = a.registration_id
                  WHERE r.event_id = ? AND r.ended_at IS NULL AND a.name <> ''
                    AND (a.name LIKE ? ESCAPE '!' OR r.organisation_name LIKE ? ESCAPE '!')
                  UNION ALL
                  SELECT NULL, w.id, w.name, w.organisation_name FROM walk_in w
                  WHERE w.event_id = ? AND w.name <> '' AND (w.name LIKE ? ESCAPE '!' OR w.organisation_name LIKE ? ESCAPE '!')
                ) p ORDER BY\s""" + NameOrder.BY_SURNAME + ", p.attendee_id, p.walk_in_id LIMIT ?",
                List.of(here, event.key(), part, part, event.key(), part, part, limit),
                row -> new Found(
                        number(row, "attendee_id"),
                        number(row, "walk_in_id"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        SqlWhere.moment(row, "came_at")));
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("title"),
                row.getString("name"),
                row.getString("organisation_name"),
                row.getString("ticket"),
                row.getTimestamp("confirmed_at") != null,
                row.getTimestamp("ended_at") != null,
                List.of());
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /**
     * One who registered.
     *
     * @param id key of the attendee
     * @param eventId for which event
     * @param eventTitle its title
     * @param name as on the badge; empty of one who was forgotten
     * @param organisation possibly empty
     * @param ticket their code
     * @param confirmed whether the registration was confirmed
     * @param ended whether it has ended
     * @param places what they have, are offered or wait for
     */
    public record Registered(
            long id,
            long eventId,
            String eventTitle,
            String name,
            String organisation,
            String ticket,
            boolean confirmed,
            boolean ended,
            List<Place> places) {

        Registered with(List<Place> found) {
            return new Registered(
                    id, eventId, eventTitle, name, organisation, ticket, confirmed, ended, List.copyOf(found));
        }
    }

    /**
     * A place that has not ended.
     *
     * @param attendeeId whose
     * @param sessionId in which session
     * @param mode in the room or by the stream
     * @param state taken, offered or waited for
     */
    public record Place(long attendeeId, long sessionId, Mode mode, Booking.State state) {}

    /**
     * One who is in.
     *
     * @param attendeeId who, if they had registered
     * @param walkInId who, if they had not
     * @param sessionId in which session, or null for the event
     * @param since since when
     * @param door at which they came in, possibly empty
     * @param name of one who had not registered, else empty
     * @param organisation of one who had not registered, else empty
     */
    public record In(
            @Nullable Long attendeeId,
            @Nullable Long walkInId,
            @Nullable Long sessionId,
            @Nullable Instant since,
            String door,
            String name,
            String organisation) {}

    /**
     * One who was looked for.
     *
     * @param attendeeId who, if they had registered
     * @param walkInId who, if they had not
     * @param name as on the badge
     * @param organisation possibly empty
     * @param since since when they are in at this door, or null
     */
    public record Found(
            @Nullable Long attendeeId,
            @Nullable Long walkInId,
            String name,
            String organisation,
            @Nullable Instant since) {

        /** What a form sends for them. */
        public String key() {
            return attendeeId != null ? "a" + attendeeId : "w" + walkInId;
        }
    }
}
