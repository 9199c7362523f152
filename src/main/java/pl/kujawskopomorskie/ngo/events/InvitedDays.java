package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rows of what stands in the calendars of those who registered. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface InvitedDays extends GenericRepository<Registration, Long> {

    @Query("SELECT day, starts_at, ends_at, content, sequence, cancelled FROM registration_invitation"
            + " WHERE registration_id = :registrationId ORDER BY day")
    List<InvitedDay> of(long registrationId);

    /** Notes a first invitation; one of the same day that another mail sent meanwhile is refused by the database. */
    @Query(
            "INSERT INTO registration_invitation (registration_id, day, starts_at, ends_at, content, sequence, cancelled)"
                    + " VALUES (:registrationId, :day, :startsAt, :endsAt, :content, 0, FALSE)")
    void invite(long registrationId, LocalDate day, Instant startsAt, Instant endsAt, byte[] content);

    /** Notes a later one; 0 when another mail sent one meanwhile. */
    @Query("UPDATE registration_invitation SET starts_at = :startsAt, ends_at = :endsAt, content = :content,"
            + " sequence = :sequence, cancelled = :cancelled"
            + " WHERE registration_id = :registrationId AND day = :day AND sequence = :sequence - 1")
    int change(
            long registrationId,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            byte[] content,
            int sequence,
            boolean cancelled);

    /**
     * The entry of a day.
     *
     * @param day which
     * @param startsAt when the first place of the day begins
     * @param endsAt when the last one ends
     * @param content hash of what the entry says
     * @param sequence of iCalendar, from 0
     * @param cancelled whether it was taken out
     */
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // Rows are read and written, never compared.
    record InvitedDay(
            LocalDate day, Instant startsAt, Instant endsAt, byte[] content, int sequence, boolean cancelled) {}
}
