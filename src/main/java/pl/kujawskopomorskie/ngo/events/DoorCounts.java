package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many people came to an event, and how many were to come, counted from rows each time. */
@Singleton
public class DoorCounts {

    private static final String REGISTERED = " FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " JOIN booking b ON b.attendee_id = a.id AND b.state = 'BOOKED'"
            + " WHERE r.event_id = ? AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL";

    private final JdbcOperations jdbc;

    DoorCounts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The counts of an event, with its sessions in the order of the programme; four queries. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Counts of(Event event, List<Session> programme) {
        var all = SqlWhere.query(
                        jdbc,
                        "SELECT COUNT(DISTINCT CASE WHEN mode = 'ON_SITE' THEN attendee_id END),"
                                + " COUNT(DISTINCT CASE WHEN mode = 'ON_SITE' THEN walk_in_id END),"
                                + " COUNT(DISTINCT CASE WHEN mode = 'ONLINE' THEN attendee_id END)"
                                + " FROM attendance WHERE event_id = ? AND living = 1",
                        List.of(event.key()),
                        row -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3)})
                .getFirst();
        var registered = SqlWhere.query(
                        jdbc,
                        "SELECT COUNT(DISTINCT CASE WHEN b.mode = 'ON_SITE' THEN a.id END),"
                                + " COUNT(DISTINCT CASE WHEN b.mode = 'ONLINE' THEN a.id END)" + REGISTERED,
                        List.of(event.key()),
                        row -> new int[] {row.getInt(1), row.getInt(2)})
                .getFirst();
        var came = bySession(
                "SELECT session_id, mode, COUNT(*) FROM attendance WHERE event_id = ? AND living = 1"
                        + " AND session_id IS NOT NULL GROUP BY session_id, mode",
                event);
        var booked = bySession(
                "SELECT b.session_id, b.mode, COUNT(*)" + REGISTERED + " GROUP BY b.session_id, b.mode", event);
        return new Counts(
                all[0] + all[1],
                all[1],
                registered[0],
                all[2],
                registered[1],
                programme.stream()
                        .filter(Session::bookable)
                        .map(session -> new InSession(
                                session,
                                many(came, session, Mode.ON_SITE),
                                many(booked, session, Mode.ON_SITE),
                                many(came, session, Mode.ONLINE),
                                many(booked, session, Mode.ONLINE)))
                        .toList());
    }

    private Map<InMode, Integer> bySession(String sql, Event event) {
        return SqlWhere.query(
                        jdbc,
                        sql,
                        List.of(event.key()),
                        row -> Map.entry(new InMode(row.getLong(1), Mode.valueOf(row.getString(2))), row.getInt(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int many(Map<InMode, Integer> counted, Session session, Mode mode) {
        return counted.getOrDefault(new InMode(session.key(), mode), 0);
    }

    private record InMode(long sessionId, Mode mode) {}

    /**
     * How many people came.
     *
     * @param came on site, whether registered or not
     * @param notRegistered of those, who had not registered
     * @param registered who has a place on site
     * @param watched who opened a stream
     * @param registeredOnline who has a place online
     * @param sessions by session, breaks left out
     */
    public record Counts(
            int came, int notRegistered, int registered, int watched, int registeredOnline, List<InSession> sessions) {}

    /**
     * How many came to a session.
     *
     * @param session which
     * @param came through its own door
     * @param registered who has a place on site
     * @param watched who opened its stream
     * @param registeredOnline who has a place online
     */
    public record InSession(Session session, int came, int registered, int watched, int registeredOnline) {}
}
