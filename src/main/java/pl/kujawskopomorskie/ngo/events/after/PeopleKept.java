package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;

/** How long names and addresses are kept after events, and their deletion. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PeopleKept extends GenericRepository<Event, Long> {

    /** How long those of an event are. */
    @Query("SELECT people_kept_years AS years, people_forgotten_at AS forgotten_at FROM event WHERE id = :eventId")
    Term of(long eventId);

    /** Sets how long those of an event are, unless they are deleted. */
    @Query("UPDATE event SET people_kept_years = :years WHERE id = :eventId AND people_forgotten_at IS NULL")
    int keep(long eventId, int years);

    /** Events that ended so long ago that nobody's name is kept any more. */
    @Query("SELECT e.id, e.slug FROM event e WHERE e.people_forgotten_at IS NULL"
            + " AND (SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id)"
            + " + INTERVAL e.people_kept_years YEAR <= :now ORDER BY e.id LIMIT :limit")
    List<Due> due(Instant now, int limit);

    /** Notes that they are deleted. */
    @Query("UPDATE event SET people_forgotten_at = :now WHERE id = :eventId")
    void forgotten(long eventId, Instant now);

    @Query("DELETE n FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :eventId")
    void deleteNeeds(long eventId);

    @Query("DELETE n FROM registration_answer n JOIN registration r ON r.id = n.registration_id"
            + " WHERE r.event_id = :eventId")
    void deleteAnswers(long eventId);

    @Query("DELETE l FROM event_person_link l JOIN attendee a ON a.id = l.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :eventId")
    void deleteLinks(long eventId);

    @Query("DELETE l FROM event_person_link l JOIN walk_in w ON w.id = l.walk_in_id WHERE w.event_id = :eventId")
    void deleteLinksOfWalkIns(long eventId);

    @Query("UPDATE attendee a JOIN registration r ON r.id = a.registration_id SET a.name = ''"
            + " WHERE r.event_id = :eventId")
    int forgetAttendees(long eventId);

    // One address registers once for an event, so what takes its place differs from registration to registration.
    @Query("UPDATE registration SET email = '', email_key = CONCAT('erased ', id), phone = '', person_id = NULL,"
            + " token_hash = NULL, revision = revision + 1,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE event_id = :eventId")
    void forgetRegistrations(long eventId);

    @Query("UPDATE walk_in SET name = '', organisation_name = '', email = '' WHERE event_id = :eventId")
    int forgetWalkIns(long eventId);

    @Query("UPDATE door_refusal SET name = '', organisation_name = '' WHERE event_id = :eventId")
    void forgetRefused(long eventId);

    /**
     * How long people of an event are kept.
     *
     * @param years after its end
     * @param forgottenAt when they were deleted, or null
     */
    @Introspected
    record Term(int years, @Nullable Instant forgottenAt) {}

    /**
     * An event whose people are due to be deleted.
     *
     * @param id its key
     * @param slug its name in addresses
     */
    @Introspected
    record Due(long id, String slug) {}
}
