package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of questions of events. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Questions extends GenericRepository<Question, Long> {

    Question save(Question question);

    /** The questions of an event, in their order. */
    @Query("SELECT * FROM event_question WHERE event_id = :eventId ORDER BY position")
    List<Question> of(long eventId);
}
