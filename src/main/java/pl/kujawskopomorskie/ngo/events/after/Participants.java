package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.NameOrder;

/** Those who were at events: of whom there is attendance that was not taken back. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Participants extends GenericRepository<Attendance, Long> {

    /** One who had registered. */
    String REGISTERED = "SELECT r.event_id, a.id AS attendee_id, CAST(NULL AS SIGNED) AS walk_in_id,"
            + " r.id AS registration_id, a.position, a.name, r.organisation_name AS organisation, r.email,"
            + " IF(r.language = 'en', 'en', 'pl') AS language"
            + " FROM attendee a JOIN registration r ON r.id = a.registration_id";

    /** One who had not. */
    String WALKED_IN = "SELECT w.event_id, CAST(NULL AS SIGNED) AS attendee_id, w.id AS walk_in_id,"
            + " CAST(NULL AS SIGNED) AS registration_id, 1 AS position, w.name, w.organisation_name AS organisation,"
            + " w.email, 'pl' AS language FROM walk_in w";

    String ATTENDEE_CAME = "EXISTS (SELECT 1 FROM attendance t WHERE t.attendee_id = a.id AND t.withdrawn_at IS NULL)";

    String WALK_IN_CAME = "EXISTS (SELECT 1 FROM attendance t WHERE t.walk_in_id = w.id AND t.withdrawn_at IS NULL)";

    /** The people of a registration who were there. */
    @Query(REGISTERED + " WHERE r.id = :registrationId AND " + ATTENDEE_CAME + " ORDER BY a.position")
    List<Participant> ofRegistration(long registrationId);

    /** The people of some registrations who were there. */
    @Query(REGISTERED + " WHERE r.id IN (:registrationIds) AND " + ATTENDEE_CAME + " ORDER BY r.id, a.position")
    List<Participant> ofRegistrations(Collection<Long> registrationIds);

    /** One of those who had registered for an event and were there. */
    @Query(REGISTERED + " WHERE r.event_id = :eventId AND a.id = :attendeeId AND " + ATTENDEE_CAME)
    Optional<Participant> attendee(long eventId, long attendeeId);

    /** One of those who came to an event without having registered. */
    @Query(WALKED_IN + " WHERE w.event_id = :eventId AND w.id = :walkInId AND " + WALK_IN_CAME)
    Optional<Participant> walkIn(long eventId, long walkInId);

    /** The one whose link it is. */
    @Query(REGISTERED + " JOIN event_person_link l ON l.attendee_id = a.id WHERE l.token_hash = :tokenHash AND "
            + ATTENDEE_CAME + " UNION ALL " + WALKED_IN
            + " JOIN event_person_link l ON l.walk_in_id = w.id WHERE l.token_hash = :tokenHash AND " + WALK_IN_CAME)
    Optional<Participant> ofLink(byte[] tokenHash);

    /** Whether a link was ever given out, whatever became of its person. */
    @Query("SELECT EXISTS (SELECT 1 FROM event_person_link WHERE token_hash = :tokenHash)")
    boolean linkExists(byte[] tokenHash);

    /** A stretch of those who were at an event and have a name, by name. */
    @Query(REGISTERED + " WHERE r.event_id = :eventId AND a.name <> '' AND " + ATTENDEE_CAME + " UNION ALL " + WALKED_IN
            + " WHERE w.event_id = :eventId AND w.name <> '' AND " + WALK_IN_CAME
            + " ORDER BY " + NameOrder.BY_SURNAME + ", attendee_id, walk_in_id LIMIT :limit OFFSET :offset")
    List<Participant> named(long eventId, int limit, int offset);

    /** How many those are. */
    @Query("SELECT (SELECT COUNT(*) FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " WHERE r.event_id = :eventId AND a.name <> '' AND " + ATTENDEE_CAME
            + ") + (SELECT COUNT(*) FROM walk_in w WHERE w.event_id = :eventId AND w.name <> '' AND " + WALK_IN_CAME
            + ")")
    int countNamed(long eventId);

    /** How many were there in all, those who were forgotten too. */
    @Query("SELECT COUNT(DISTINCT attendee_id) + COUNT(DISTINCT walk_in_id) FROM attendance"
            + " WHERE event_id = :eventId AND living = 1")
    int count(long eventId);

    /** Where some of those who had registered were noted. */
    @Query("SELECT attendee_id AS person_id, session_id, mode FROM attendance"
            + " WHERE attendee_id IN (:attendeeIds) AND withdrawn_at IS NULL ORDER BY id")
    List<Noted> notedAttendees(Collection<Long> attendeeIds);

    /** Where some of those who had not were noted. */
    @Query("SELECT walk_in_id AS person_id, session_id, mode FROM attendance"
            + " WHERE walk_in_id IN (:walkInIds) AND withdrawn_at IS NULL ORDER BY id")
    List<Noted> notedWalkIns(Collection<Long> walkInIds);

    /** In which sessions some of those who had registered have a place. */
    @Query("SELECT attendee_id AS person_id, session_id, mode FROM booking"
            + " WHERE attendee_id IN (:attendeeIds) AND state = 'BOOKED' ORDER BY id")
    List<Noted> booked(Collection<Long> attendeeIds);

    /** The sessions of an event at whose own door, in the room, people were noted; who watches a stream passes no door. */
    @Query("SELECT DISTINCT session_id FROM attendance WHERE event_id = :eventId AND living = 1 AND at_session > 0"
            + " AND mode = 'ON_SITE'")
    List<Long> keptDoors(long eventId);

    /** Where all of an event were noted who had registered. */
    @Query("SELECT attendee_id AS person_id, session_id, mode FROM attendance"
            + " WHERE event_id = :eventId AND attendee_id IS NOT NULL AND withdrawn_at IS NULL ORDER BY id")
    List<Noted> allNotedAttendees(long eventId);

    /** Where all of an event were noted who had not. */
    @Query("SELECT walk_in_id AS person_id, session_id, mode FROM attendance"
            + " WHERE event_id = :eventId AND walk_in_id IS NOT NULL AND withdrawn_at IS NULL ORDER BY id")
    List<Noted> allNotedWalkIns(long eventId);

    /** In which sessions all of an event have a place. */
    @Query("SELECT b.attendee_id AS person_id, b.session_id, b.mode FROM booking b"
            + " JOIN event_session s ON s.id = b.session_id WHERE s.event_id = :eventId AND b.state = 'BOOKED'"
            + " ORDER BY b.id")
    List<Noted> allBooked(long eventId);

    /**
     * That somebody was noted, or has a place, somewhere.
     *
     * @param personId key of the attendee or the walk-in, as was asked
     * @param sessionId in which session, or null for the event as a whole
     * @param mode in the room or by the stream
     */
    @Introspected
    record Noted(long personId, @Nullable Long sessionId, Mode mode) {}
}
