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

    /** Changes one; its place stays. */
    @Query(
            "UPDATE event_question SET kind = :kind, label = :label, choices = :choices, required = :required WHERE id = :id")
    void change(long id, Question.Kind kind, String label, String choices, boolean required);

    /** Puts one at a place where none stands. */
    @Query("UPDATE event_question SET position = :position WHERE id = :id")
    void place(long id, int position);

    @Query("DELETE FROM event_question WHERE id = :id")
    void delete(long id);
}
