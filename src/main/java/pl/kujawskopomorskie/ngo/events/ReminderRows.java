package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Whom the mail of the day before is for. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReminderRows extends GenericRepository<Registration, Long> {

    /** Confirmed registrations, not reminded yet, whose first place is in a session that begins in a stretch of time, after a key. */
    @Query("SELECT r.id FROM registration r JOIN event e ON e.id = r.event_id"
            + " JOIN (SELECT a.registration_id, MIN(s.starts_at) AS first FROM event_session t"
            + " JOIN event_session s ON s.event_id = t.event_id JOIN booking b ON b.session_id = s.id AND b.state = 'BOOKED'"
            + " JOIN attendee a ON a.id = b.attendee_id WHERE t.starts_at >= :from AND t.starts_at < :until"
            + " GROUP BY a.registration_id) p ON p.registration_id = r.id"
            + " WHERE p.first >= :from AND p.first < :until AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL"
            + " AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL AND r.reminded_at IS NULL AND r.email <> ''"
            + " AND r.id > :after ORDER BY r.id LIMIT :limit")
    List<Key> due(Instant from, Instant until, long after, int limit);

    /** Notes that one was reminded; 0 when it was already, or has ended meanwhile. */
    @Query("UPDATE registration SET reminded_at = :now WHERE id = :id AND reminded_at IS NULL AND ended_at IS NULL")
    int reminded(long id, Instant now);

    /** Key of a registration. */
    @Introspected
    record Key(long id) {}
}
