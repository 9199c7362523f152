package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of sessions. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Sessions extends GenericRepository<Session, Long> {

    Session save(Session session);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Session update(Session session);

    /** The programme of an event, in the order of time. */
    @Query("SELECT * FROM event_session WHERE event_id = :eventId ORDER BY starts_at, id")
    List<Session> of(long eventId);

    /** One session of an event. */
    @Query("SELECT * FROM event_session WHERE id = :id AND event_id = :eventId")
    Optional<Session> of(long eventId, long id);

    /**
     * Some sessions of an event, locked until the end of the transaction in the order of their keys, which is the order in
     * which everybody locks them. Whoever gives a place away holds this lock and counts after it.
     */
    @Query("SELECT * FROM event_session WHERE event_id = :eventId AND id IN (:ids) ORDER BY id FOR UPDATE")
    List<Session> lock(long eventId, Collection<Long> ids);

    /** Keys of the sessions in which a registration has places or had them. */
    @Query("SELECT DISTINCT b.session_id FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " WHERE a.registration_id = :registrationId")
    List<Long> ofRegistration(long registrationId);

    /** The key of a session's event. */
    @Query("SELECT event_id FROM event_session WHERE id = :id")
    long eventOf(long id);
}
