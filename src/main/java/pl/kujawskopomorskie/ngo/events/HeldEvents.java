package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Events that were held, by the year in which their last session ended: announced, not cancelled, over, and somebody was there. What
 * was announced and nobody was noted at is no event held, however many registered. A session that ends with the year's last
 * midnight belongs to the old year.
 */
@Singleton
public class HeldEvents {

    /** Whether anybody is known to have been at the event {@code e}: by name, or among those who were counted. */
    static final String SOMEBODY_CAME = """
            (EXISTS (SELECT 1 FROM attendance a WHERE a.event_id = e.id AND a.withdrawn_at IS NULL)
             OR EXISTS (SELECT 1 FROM head_count h WHERE h.event_id = e.id AND h.people > 0 AND NOT EXISTS
              (SELECT 1 FROM head_count n WHERE n.event_id = h.event_id AND n.mode = h.mode AND n.id > h.id)))""";

    // Of each event the last session alone, so that an event is one row and the index on the ends of sessions is read.
    private static final String LAST_SESSION = "\n" + """
            FROM event_session s JOIN event e ON e.id = s.event_id
             WHERE s.ends_at > ? AND s.ends_at <= ? AND NOT EXISTS (SELECT 1 FROM event_session l WHERE l.event_id = s.event_id
               AND (l.ends_at > s.ends_at OR (l.ends_at = s.ends_at AND l.id > s.id)))
             AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL AND\s""" + SOMEBODY_CAME;

    private static final String PEOPLE = """
            (SELECT COUNT(DISTINCT a.attendee_id) + COUNT(DISTINCT a.walk_in_id) FROM attendance a
              WHERE a.event_id = e.id AND a.withdrawn_at IS NULL)""";

    private static final String COUNTED = """
            (SELECT COALESCE(SUM(h.people), 0) FROM head_count h WHERE h.event_id = e.id AND NOT EXISTS
              (SELECT 1 FROM head_count n WHERE n.event_id = h.event_id AND n.mode = h.mode AND n.id > h.id))""";

    private final JdbcOperations jdbc;
    private final Clock clock;

    HeldEvents(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were held in each year from one to another; a year without any is missing. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, Integer> countsBetween(Mark mark, int firstYear, int lastYear) {
        var counts = new TreeMap<Integer, Integer>();
        var ends = SqlWhere.query(
                jdbc,
                "SELECT s.ends_at" + LAST_SESSION + mark.condition(),
                List.of(startOf(firstYear), endOf(lastYear)),
                HeldEvents::end);
        for (var end : ends) {
            counts.merge(lastDay(end).getYear(), 1, Integer::sum);
        }
        return counts;
    }

    /** Those of a year, the first first. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Held> of(Mark mark, int year) {
        return SqlWhere.query(
                jdbc,
                "SELECT e.slug, e.title, s.ends_at, " + PEOPLE + " AS people, " + COUNTED + " AS counted" + LAST_SESSION
                        + mark.condition() + " ORDER BY s.ends_at, e.id",
                List.of(startOf(year), endOf(year)),
                row -> new Held(
                        row.getString("slug"),
                        row.getString("title"),
                        lastDay(end(row)),
                        row.getInt("people"),
                        row.getInt("counted")));
    }

    /** Whether anybody is known to have been at an event. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean somebodyCame(long eventId) {
        return SqlWhere.query(
                        jdbc,
                        "SELECT " + SOMEBODY_CAME + " FROM event e WHERE e.id = ?",
                        List.of(eventId),
                        row -> row.getBoolean(1))
                .contains(true);
    }

    private static Instant startOf(int year) {
        return OfficeTime.startOf(LocalDate.of(year, 1, 1));
    }

    // What still runs was not held yet.
    private Instant endOf(int year) {
        var end = startOf(year + 1);
        var now = OfficeTime.now(clock);
        return end.isBefore(now) ? end : now;
    }

    private static Instant end(ResultSet row) throws SQLException {
        return Objects.requireNonNull(SqlWhere.moment(row, "ends_at"));
    }

    private static LocalDate lastDay(Instant end) {
        return OfficeTime.day(end.minusNanos(1));
    }

    /** What the cooperation programme counts events as. */
    public enum Mark {
        /** Trainings and workshops about the making of local law. */
        ON_LOCAL_LAW("on_local_law", Set.of(EventKind.TRAINING, EventKind.WORKSHOP)),
        /** Whatever brings organisations and officials together. */
        FOR_BOTH_SECTORS("for_both_sectors", Set.of(EventKind.values())),
        /** Trainings and workshops that raise the competence of organisations. */
        FOR_COMPETENCE("for_competence", Set.of(EventKind.TRAINING, EventKind.WORKSHOP));

        private final String column;
        private final Set<EventKind> kinds;

        Mark(String column, Set<EventKind> kinds) {
            this.column = column;
            this.kinds = kinds;
        }

        private String condition() {
            return " AND e." + column + " AND e.kind IN ("
                    + kinds.stream()
                            .sorted()
                            .map(kind -> "'" + kind.name() + "'")
                            .collect(Collectors.joining(", "))
                    + ")";
        }
    }

    /**
     * An event that was held.
     *
     * @param slug its name in addresses
     * @param title as announced
     * @param lastDay day on which its last session ended
     * @param people how many people are known to have been there, each once
     * @param counted how many more were counted and not named
     */
    public record Held(String slug, String title, LocalDate lastDay, int people, int counted) {}
}
