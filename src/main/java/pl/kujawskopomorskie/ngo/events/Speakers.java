package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of speakers. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Speakers extends GenericRepository<Session, Long> {

    /** Those of all sessions of an event, each session's in their order. */
    @Query(
            "SELECT p.session_id, p.position, p.name, p.role FROM session_speaker p"
                    + " JOIN event_session s ON s.id = p.session_id WHERE s.event_id = :eventId ORDER BY p.session_id, p.position")
    List<Speaker> of(long eventId);

    /** Those of one session, in their order. */
    @Query(
            "SELECT session_id, position, name, role FROM session_speaker WHERE session_id = :sessionId ORDER BY position")
    List<Speaker> ofSession(long sessionId);

    @Query(
            "INSERT INTO session_speaker (session_id, position, name, role) VALUES (:sessionId, :position, :name, :role)")
    void add(long sessionId, int position, String name, String role);

    /** Takes all away from one session. */
    @Query("DELETE FROM session_speaker WHERE session_id = :sessionId")
    void clear(long sessionId);
}
