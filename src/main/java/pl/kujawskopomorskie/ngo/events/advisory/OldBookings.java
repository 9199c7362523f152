package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Bookings whose people are to be forgotten. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OldBookings extends GenericRepository<AdvisoryBooking, Long> {

    @Query("SELECT b.id FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id WHERE b.email <> ''"
            + " AND (s.ends_at < :before OR b.ended_at < :endedBefore)"
            + " ORDER BY b.id LIMIT 200")
    List<Long> due(Instant before, Instant endedBefore);

    // A name that is not of the directory was typed by hand, and is as often a person's as an organisation's.
    @Query("UPDATE advice SET note = '', revision = revision + 1,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE booking_id IN (:ids)")
    void forgetNotes(List<Long> ids);

    @Query("SELECT id FROM advice WHERE booking_id IS NULL AND given_on < :before"
            + " AND (note <> '' OR organisation_id IS NULL AND organisation_name <> '') ORDER BY id LIMIT 200")
    List<Long> dueOutside(LocalDate before);

    @Query("UPDATE advice SET note = '', revision = revision + 1,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE id IN (:ids)")
    void forgetOutside(List<Long> ids);

    @Query("UPDATE advisory_booking SET name = '', email = '', email_key = CONCAT('forgotten ', id), phone = '',"
            + " question = '', end_reason = '', token_hash = NULL, person_id = NULL,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE id IN (:ids)")
    void forget(List<Long> ids);
}
