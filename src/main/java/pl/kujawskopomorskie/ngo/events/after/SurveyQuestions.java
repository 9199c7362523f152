package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of questions of surveys. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SurveyQuestions extends GenericRepository<SurveyQuestion, Long> {

    SurveyQuestion save(SurveyQuestion question);

    List<SurveyQuestion> saveAll(Iterable<SurveyQuestion> questions);

    /** Those of an event's survey, in their order. */
    @Query("SELECT * FROM survey_question WHERE event_id = :eventId ORDER BY position")
    List<SurveyQuestion> of(long eventId);

    /** Changes one; its place stays. */
    @Query("UPDATE survey_question SET kind = :kind, label = :label, choices = :choices, required = :required"
            + " WHERE id = :id AND event_id = :eventId")
    void change(long eventId, long id, SurveyQuestion.Kind kind, String label, String choices, boolean required);

    /** Puts one at a place where none stands. */
    @Query("UPDATE survey_question SET position = :position WHERE id = :id AND event_id = :eventId")
    void place(long eventId, long id, int position);

    @Query("DELETE FROM survey_question WHERE id = :id AND event_id = :eventId")
    void delete(long eventId, long id);
}
