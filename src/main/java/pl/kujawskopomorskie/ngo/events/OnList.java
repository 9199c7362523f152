package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Who of an event's people can be on its list, and whose stream it is. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OnList extends GenericRepository<Attendee, Long> {

    /** Which of the people are of the event. */
    @Query("SELECT a.id FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " WHERE r.event_id = :eventId AND a.id IN (:ids)")
    List<Long> ofEvent(long eventId, Collection<Long> ids);

    /** The people of a confirmed registration who have a place in a session online. */
    @Query("SELECT a.* FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " JOIN booking b ON b.attendee_id = a.id WHERE a.registration_id = :registrationId"
            + " AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL AND b.session_id = :sessionId"
            + " AND b.mode = 'ONLINE' AND b.state = 'BOOKED' ORDER BY a.position")
    List<Attendee> online(long registrationId, long sessionId);

    /** Who of a registration is noted in a session. */
    @Query("SELECT t.attendee_id FROM attendance t JOIN attendee a ON a.id = t.attendee_id"
            + " WHERE a.registration_id = :registrationId AND t.session_id = :sessionId AND t.living = 1")
    List<Long> noted(long registrationId, long sessionId);
}
