package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remarks with their answers as a spreadsheet holds them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AnswerRows extends GenericRepository<Remark, Long> {

    String COLUMNS = """
            SELECT r.id, r.number, r.state, r.department_id, u.citation, r.author_name, r.current_wording,
              r.proposed_wording, r.rationale, a.state AS answer_state, a.position, a.rationale AS answer,
              COALESCE(a.revision, -1) AS revision
            FROM remark r LEFT JOIN draft_unit u ON u.id = r.unit_id LEFT JOIN answer a ON a.remark_id = r.id
            """;

    /**
     * Submitted remarks without an approved answer, in order.
     *
     * @param department only those given to it, or 0 for all
     */
    @Query(COLUMNS + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED'"
            + " AND (a.state IS NULL OR a.state <> 'APPROVED') AND (:department = 0 OR r.department_id = :department)"
            + " ORDER BY r.number LIMIT :limit")
    List<Row> open(long consultationId, long department, int limit);

    /** Remarks of some numbers, whatever their state. */
    @Query(COLUMNS + " WHERE r.consultation_id = :consultationId AND r.number IN (:numbers)")
    List<Row> ofNumbers(long consultationId, Collection<Integer> numbers);

    /**
     * A remark with its answer.
     *
     * @param id key of the remark
     * @param number within the consultation
     * @param state of the remark
     * @param departmentId who is to answer, or null
     * @param citation of its unit, or null for the whole act
     * @param authorName who made it
     * @param currentWording of the unit
     * @param proposedWording possibly empty
     * @param rationale possibly empty
     * @param answerState null without an answer
     * @param position null without one
     * @param answer its rationale, null without an answer
     * @param revision of the answer, -1 without one
     */
    @Introspected
    record Row(
            long id,
            int number,
            RemarkState state,
            @Nullable Long departmentId,
            @Nullable String citation,
            String authorName,
            String currentWording,
            String proposedWording,
            String rationale,
            Answer.@Nullable State answerState,
            Answer.@Nullable Position position,
            @Nullable String answer,
            int revision) {

        /** The rationale of the answer, empty without one. */
        String words() {
            return answer == null ? "" : answer;
        }
    }
}
