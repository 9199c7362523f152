package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What people need in order to take part, as long as it is kept. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface NeedRows extends GenericRepository<Registration, Long> {

    /** Needs of those who come to an event, need by need. */
    @Query(
            "SELECT n.need, n.note, a.name, r.email, r.phone FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
                    + " JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :eventId AND r.ended_at IS NULL"
                    + " AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now) ORDER BY n.need, a.name, a.id LIMIT :limit")
    List<Stated> of(long eventId, Instant now, int limit);

    /** How many there are of those. */
    @Query("SELECT COUNT(*) FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :eventId AND r.ended_at IS NULL"
            + " AND (r.confirmed_at IS NOT NULL OR r.confirm_by > :now)")
    int count(long eventId, Instant now);

    /** Needs of a registration's people, person by person. */
    @Query("SELECT a.position, a.name, n.need, n.note FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " WHERE a.registration_id = :registrationId ORDER BY a.position, n.need")
    List<HeldRegistration.Stated> ofRegistration(long registrationId);

    /** Deletes those of a registration's people. */
    @Query("DELETE n FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " WHERE a.registration_id = :registrationId")
    int forgetRegistration(long registrationId);

    /** Deletes one of a person's. */
    @Query("DELETE FROM attendee_need WHERE attendee_id = :attendeeId AND need = :need")
    int forgetOne(long attendeeId, Need need);

    /** Events that ended so long ago that needs of their people are kept no more. */
    @Query("SELECT e.id, e.slug FROM event e WHERE EXISTS (SELECT 1 FROM registration r"
            + " JOIN attendee a ON a.registration_id = r.id JOIN attendee_need n ON n.attendee_id = a.id"
            + " WHERE r.event_id = e.id)"
            + " AND (SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id)"
            + " + INTERVAL e.needs_kept_days DAY <= :now ORDER BY e.id LIMIT :limit")
    List<Due> due(Instant now, int limit);

    @Query("DELETE n FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :eventId")
    int forget(long eventId);

    /** Deletes those of people who do not come any more. */
    @Query("DELETE n FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id WHERE r.ended_at IS NOT NULL")
    int forgetEnded();

    /**
     * What somebody needs.
     *
     * @param need of which kind
     * @param note in their words, possibly empty
     * @param name as on the badge
     * @param email to ask
     * @param phone to ask, possibly empty
     */
    @Introspected
    record Stated(Need need, String note, String name, String email, String phone) {}

    /**
     * An event whose needs are due to be deleted.
     *
     * @param id its key
     * @param slug its name in addresses
     */
    @Introspected
    record Due(long id, String slug) {}
}
