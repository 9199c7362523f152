package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of surveys. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Surveys extends GenericRepository<Survey, Long> {

    /** Begins one; a second one of an event changes nothing. */
    @Query("INSERT INTO survey (event_id, intro, open_days) VALUES (:eventId, :intro, :openDays)"
            + " ON DUPLICATE KEY UPDATE open_days = open_days")
    void begin(long eventId, String intro, int openDays);

    /** That of an event. */
    @Query("SELECT * FROM survey WHERE event_id = :eventId")
    Optional<Survey> of(long eventId);

    /** That of an event, locked until the end of the transaction: nobody answers it meanwhile. */
    @Query("SELECT * FROM survey WHERE event_id = :eventId FOR UPDATE")
    Optional<Survey> lock(long eventId);

    /** That of an event, which stays as it is until the end of the transaction. */
    @Query("SELECT * FROM survey WHERE event_id = :eventId LOCK IN SHARE MODE")
    Optional<Survey> lockForReading(long eventId);

    @Query("UPDATE survey SET intro = :intro, open_days = :openDays WHERE event_id = :eventId")
    void change(long eventId, String intro, int openDays);

    /** Notes that it may open, or, with null, that it is prepared again. */
    @Query("UPDATE survey SET ready_at = :at WHERE event_id = :eventId")
    void ready(long eventId, @io.micronaut.core.annotation.Nullable Instant at);

    /** Notes that it is closed before its time. */
    @Query("UPDATE survey SET closed_at = :at WHERE event_id = :eventId AND closed_at IS NULL")
    void close(long eventId, Instant at);

    /** Events whose surveys may be open at a moment; whether they are is for {@link Survey} to say. */
    @Query("SELECT v.event_id FROM survey v JOIN event e ON e.id = v.event_id WHERE v.ready_at IS NOT NULL"
            + " AND v.closed_at IS NULL AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL"
            + " AND (SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id) <= :moment"
            + " AND GREATEST(v.ready_at, (SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id))"
            + " > :moment - INTERVAL (v.open_days + 2) DAY ORDER BY v.event_id")
    List<Long> perhapsOpen(Instant moment);
}
