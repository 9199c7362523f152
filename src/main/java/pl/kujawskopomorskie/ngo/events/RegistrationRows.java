package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** What a registration says beside its people and places: answers to the organisers' questions, and needs. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RegistrationRows extends GenericRepository<Registration, Long> {

    @Query("INSERT INTO registration_answer (registration_id, question_id, answer)"
            + " VALUES (:registrationId, :questionId, :answer)")
    void answer(long registrationId, long questionId, String answer);

    @Query("INSERT INTO attendee_need (attendee_id, need, note, consented_at)"
            + " VALUES (:attendeeId, :need, :note, :consentedAt)")
    void need(long attendeeId, Need need, String note, Instant consentedAt);
}
