package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Whom phones let in and the portal refused, as the office looks at them until they are settled. */
@Singleton
class DoorDoubts {

    /** Most that are shown at once. */
    private static final int MOST = 200;

    private final JdbcOperations jdbc;

    DoorDoubts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of an event, the oldest first; who was let in after all needs nobody to settle it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<SettlingRefusal.Unsettled> of(Event event) {
        return SqlWhere.query(
                jdbc,
                """
                SELECT d.id, d.attendee_id, d.answer, d.came_at, d.door, s.title, COALESCE(a.name, d.name) AS name,
                  COALESCE(r.organisation_name, d.organisation_name) AS organisation_name
                FROM door_refusal d LEFT JOIN attendee a ON a.id = d.attendee_id
                  LEFT JOIN registration r ON r.id = a.registration_id LEFT JOIN event_session s ON s.id = d.session_id
                WHERE d.event_id = ? AND d.settled_at IS NULL AND NOT EXISTS (
                  SELECT 1 FROM attendance t WHERE t.attendee_id = d.attendee_id
                    AND t.at_session = COALESCE(d.session_id, 0) AND t.living = 1 AND t.mode = 'ON_SITE')
                ORDER BY d.came_at, d.id LIMIT ?
                """,
                List.of(event.key(), MOST),
                row -> new SettlingRefusal.Unsettled(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        row.getString("title") == null ? "" : row.getString("title"),
                        DoorAnswer.valueOf(row.getString("answer")),
                        SqlWhere.moment(row, "came_at"),
                        row.getString("door")));
    }
}
