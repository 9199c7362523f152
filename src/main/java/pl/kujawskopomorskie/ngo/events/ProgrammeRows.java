package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the office asks and changes of an event as a whole; all of it under the lock of the event but the numbers. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgrammeRows extends GenericRepository<Session, Long> {

    /** How full each session is in each mode that anybody asked for. */
    @Query("SELECT b.session_id, b.mode,"
            + " SUM(b.state = 'BOOKED' AND r.confirmed_at IS NOT NULL) AS booked,"
            + " SUM(b.state = 'BOOKED' AND r.confirmed_at IS NULL) AS held,"
            + " SUM(b.state = 'OFFERED' AND b.offered_until > :now) AS offered,"
            + " SUM(b.state = 'WAITING') AS waiting"
            + " FROM registration r JOIN attendee a ON a.registration_id = r.id JOIN booking b ON b.attendee_id = a.id"
            + " WHERE r.event_id = :eventId AND r.ended_at IS NULL AND b.state <> 'ENDED'"
            + " AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now) GROUP BY b.session_id, b.mode")
    List<PlaceNumbers> numbers(long eventId, Instant now);

    /** Whether an event has a session that is not over. */
    @Query("SELECT EXISTS (SELECT 1 FROM event_session WHERE event_id = :eventId AND ends_at > :now)")
    boolean lastsAt(long eventId, Instant now);

    /** How many people had, were offered or waited for a place in each session and mode when their event was cancelled. */
    @Query("SELECT b.session_id, b.mode, COUNT(*) AS booked, 0 AS held, 0 AS offered, 0 AS waiting"
            + " FROM registration r JOIN attendee a ON a.registration_id = r.id JOIN booking b ON b.attendee_id = a.id"
            + " WHERE r.event_id = :eventId AND r.ended_why = 'EVENT_CANCELLED' AND b.changed_at = r.ended_at"
            + " GROUP BY b.session_id, b.mode")
    List<PlaceNumbers> numbersWhenCancelled(long eventId);

    /** How many registrations of an event live. */
    @Query("SELECT COUNT(*) FROM registration WHERE event_id = :eventId AND ended_at IS NULL"
            + " AND (confirmed_at IS NOT NULL OR confirm_by > :now)")
    int living(long eventId, Instant now);

    /** Of some sessions, those in which there are people who are in another one as well, in the order of time. */
    @Query("SELECT DISTINCT s.* FROM event_session s JOIN booking o ON o.session_id = s.id AND o.state <> 'ENDED'"
            + " JOIN booking b ON b.attendee_id = o.attendee_id AND b.session_id = :sessionId AND b.state <> 'ENDED'"
            + " JOIN attendee a ON a.id = b.attendee_id JOIN registration r ON r.id = a.registration_id"
            + " WHERE s.id IN (:others) AND r.ended_at IS NULL"
            + " AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now) ORDER BY s.starts_at, s.id")
    List<Session> clashing(long sessionId, Collection<Long> others, Instant now);

    /** How many people have, are offered or wait for a place in a session and in one of others. */
    @Query("SELECT COUNT(DISTINCT a.id) FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id"
            + " JOIN booking o ON o.attendee_id = a.id AND o.session_id IN (:others) AND o.state <> 'ENDED'"
            + " WHERE b.session_id = :sessionId AND b.state <> 'ENDED'"
            + " AND r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now)")
    int inBoth(long sessionId, Collection<Long> others, Instant now);

    /** The registrations of these people. */
    @Query("SELECT DISTINCT r.id FROM booking b JOIN attendee a ON a.id = b.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id"
            + " JOIN booking o ON o.attendee_id = a.id AND o.session_id IN (:others) AND o.state <> 'ENDED'"
            + " WHERE b.session_id = :sessionId AND b.state <> 'ENDED'"
            + " AND r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now) ORDER BY r.id")
    List<Long> registrationsInBoth(long sessionId, Collection<Long> others, Instant now);

    /** How many places were ever given or waited for in a session, and how many people ever came to its door. */
    @Query("SELECT (SELECT COUNT(*) FROM booking WHERE session_id = :sessionId)"
            + " + (SELECT COUNT(*) FROM attendance WHERE session_id = :sessionId)"
            + " + (SELECT COUNT(*) FROM door_entry WHERE session_id = :sessionId)")
    int bookings(long sessionId);

    /** How many registrations answered a question, those that ended included. */
    @Query("SELECT COUNT(*) FROM registration_answer WHERE question_id = :questionId")
    int answers(long questionId);

    /** Notes of a copy which event it is a later edition of. */
    @Query("UPDATE event c JOIN event e ON e.id = :eventId SET c.edition_of = COALESCE(e.edition_of, e.id)"
            + " WHERE c.id = :copyId")
    void copyEditionOf(long eventId, long copyId);

    /** How many events are repeats of an event. */
    @Query("SELECT COUNT(*) FROM event WHERE series_of = :eventId")
    int followers(long eventId);

    /** Lets no offer of a place last longer than until the session begins. */
    @Query("UPDATE booking SET offered_until = :startsAt"
            + " WHERE session_id = :sessionId AND state = 'OFFERED' AND offered_until > :startsAt")
    void shortenOffers(long sessionId, Instant startsAt);

    /** How many materials there are of a session. */
    @Query("SELECT COUNT(*) FROM event_material WHERE session_id = :sessionId")
    int materials(long sessionId);

    @Query("DELETE FROM event_session WHERE id = :sessionId")
    void deleteSession(long sessionId);

    @Query("DELETE FROM event_material WHERE event_id = :eventId")
    void deleteMaterials(long eventId);

    /** Gives a copy of an event its survey, to be looked at by a clerk before it opens. */
    @Query("INSERT INTO survey (event_id, intro, open_days) SELECT :copyId, intro, open_days FROM survey"
            + " WHERE event_id = :eventId")
    void copySurvey(long eventId, long copyId);

    @Query(
            "INSERT INTO survey_question (event_id, position, kind, label, choices, required)"
                    + " SELECT :copyId, position, kind, label, choices, required FROM survey_question WHERE event_id = :eventId")
    void copySurveyQuestions(long eventId, long copyId);

    /** Gives a copy of an event as long a time of keeping people. */
    @Query("UPDATE event c JOIN event e ON e.id = :eventId SET c.people_kept_years = e.people_kept_years"
            + " WHERE c.id = :copyId")
    void copyKeeping(long eventId, long copyId);

    @Query("DELETE p FROM session_speaker p JOIN event_session s ON s.id = p.session_id WHERE s.event_id = :eventId")
    void deleteSpeakers(long eventId);

    @Query("DELETE FROM event_session WHERE event_id = :eventId")
    void deleteSessions(long eventId);

    @Query("DELETE FROM event_question WHERE event_id = :eventId")
    void deleteQuestions(long eventId);

    @Query("DELETE FROM event WHERE id = :eventId")
    void deleteEvent(long eventId);

    /** Ends all places of living registrations of an event. */
    @Query("UPDATE booking b JOIN attendee a ON a.id = b.attendee_id JOIN registration r ON r.id = a.registration_id"
            + " SET b.state = 'ENDED', b.offered_until = NULL, b.changed_at = :now"
            + " WHERE r.event_id = :eventId AND r.ended_at IS NULL AND b.state <> 'ENDED'")
    void endBookings(long eventId, Instant now);

    /** Ends all living registrations of an event because there will be none. */
    @Query("UPDATE registration SET ended_at = :now, ended_why = 'EVENT_CANCELLED',"
            + " calendar_sequence = calendar_sequence + 1, revision = revision + 1"
            + " WHERE event_id = :eventId AND ended_at IS NULL")
    void endRegistrations(long eventId, Instant now);

    /** Confirmed registrations with places in an event, or in one session of it (0 for any), after a key. */
    @Query("SELECT DISTINCT r.id FROM registration r JOIN attendee a ON a.registration_id = r.id"
            + " JOIN booking b ON b.attendee_id = a.id AND b.state <> 'ENDED'"
            + " WHERE r.event_id = :eventId AND r.id > :after AND r.ended_at IS NULL AND r.confirmed_at IS NOT NULL"
            + " AND (:sessionId = 0 OR b.session_id = :sessionId) ORDER BY r.id LIMIT :limit")
    List<Long> registered(long eventId, long sessionId, long after, int limit);

    /** Confirmed registrations that ended with their event, after a key; an address that nobody proved is told nothing. */
    @Query("SELECT id FROM registration WHERE event_id = :eventId AND ended_why = 'EVENT_CANCELLED'"
            + " AND confirmed_at IS NOT NULL AND id > :after ORDER BY id LIMIT :limit")
    List<Long> endedWithEvent(long eventId, long after, int limit);

    /** Lets those be reminded again who have places in a session that moved to another day. */
    @Query("UPDATE registration r JOIN attendee a ON a.registration_id = r.id JOIN booking b ON b.attendee_id = a.id"
            + " SET r.reminded_at = NULL WHERE b.session_id = :sessionId AND b.state = 'BOOKED'"
            + " AND r.reminded_at IS NOT NULL")
    void remindAgain(long sessionId);

    /**
     * How many people are in a session by one mode.
     *
     * @param sessionId key of the session
     * @param mode in the room or by the stream
     * @param booked have a place and confirmed it
     * @param held have a place that waits for the link in the mail to be opened
     * @param offered are asked whether they want a place
     * @param waiting wait for one
     */
    @Introspected
    record PlaceNumbers(long sessionId, Mode mode, int booked, int held, int offered, int waiting) {}
}
