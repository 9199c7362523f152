package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Submitted remarks as the office sees them: with all words and names, whose they are to answer and how far the answer is.
 * Lists begin at a number and go on by the index of numbers, so that the last page costs what the first does.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OfficeRemarks extends GenericRepository<Remark, Long> {

    String FROM = """
             FROM remark r
              LEFT JOIN draft_unit u ON u.id = r.unit_id
              LEFT JOIN department d ON d.id = r.department_id
              LEFT JOIN remark_group g ON g.id = r.group_id
              LEFT JOIN answer a ON a.remark_id = r.id
              LEFT JOIN remark_words w ON w.remark_id = r.id
            """;

    String COLUMNS = """
            SELECT r.id, r.number, r.channel, r.author_name, u.citation AS unit_citation,
              LEFT(r.proposed_wording, 400) AS proposed, LEFT(r.rationale, 400) AS rationale,
              r.revision, r.department_id, d.code AS department_code, d.name AS department_name, g.name AS group_name,
              a.state AS answer_state, a.position AS answer_position, a.revision AS answer_revision,
              a.drafted_by, LEFT(a.rationale, 400) AS answer_rationale
            """;

    String MATCHING = """
            r.consultation_id = :consultationId AND r.state = 'SUBMITTED'
              AND (:answerState = '' OR a.state = :answerState OR (:answerState = 'NONE' AND a.id IS NULL)
                OR (:answerState = 'TO_ANSWER' AND (a.id IS NULL OR a.state = 'DRAFT'))
                OR (:answerState = 'RETURNED' AND a.state = 'DRAFT' AND a.return_reason IS NOT NULL))
              AND (:department = 0 OR r.department_id = :department OR (:department = -1 AND r.department_id IS NULL))
              AND (:position = '' OR a.position = :position)
              AND (:unit = '' OR u.address = :unit OR u.address LIKE :unitsInside
                OR (:unit = 'calosc' AND r.unit_id IS NULL))
              AND (:channel = '' OR r.channel = :channel)
              AND (:words = '' OR (w.remark_id IS NOT NULL
                AND MATCH (w.office_words) AGAINST (:words IN BOOLEAN MODE) > 0))
            """;

    /** From a number on, in order. */
    @Query(COLUMNS + FROM + " WHERE r.number >= :from AND " + MATCHING + " ORDER BY r.number LIMIT :limit")
    List<Line> forward(
            long consultationId,
            int from,
            String answerState,
            long department,
            String position,
            String unit,
            String unitsInside,
            String channel,
            String words,
            int limit);

    /** Numbers before a number, the nearest first: where the page before begins. */
    @Query("SELECT r.number" + FROM + " WHERE r.number < :before AND " + MATCHING
            + " ORDER BY r.number DESC LIMIT :limit")
    List<Integer> numbersBefore(
            long consultationId,
            int before,
            String answerState,
            long department,
            String position,
            String unit,
            String unitsInside,
            String channel,
            String words,
            int limit);

    /** Numbers after a number, the nearest first. */
    @Query("SELECT r.number" + FROM + " WHERE r.number > :after AND " + MATCHING + " ORDER BY r.number LIMIT :limit")
    List<Integer> numbersAfter(
            long consultationId,
            int after,
            String answerState,
            long department,
            String position,
            String unit,
            String unitsInside,
            String channel,
            String words,
            int limit);

    /** How many match. */
    @Query("SELECT COUNT(*)" + FROM + " WHERE " + MATCHING)
    int count(
            long consultationId,
            String answerState,
            long department,
            String position,
            String unit,
            String unitsInside,
            String channel,
            String words);

    /** Those of some numbers, in order; withdrawn ones and numbers that are not there are left out. */
    @Query(COLUMNS + FROM + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED'"
            + " AND r.number IN (:numbers) ORDER BY r.number")
    List<Line> ofNumbers(long consultationId, Collection<Integer> numbers);

    /** The rows of some numbers, in order; withdrawn ones and numbers that are not there are left out. */
    @Query("SELECT * FROM remark WHERE consultation_id = :consultationId AND state = 'SUBMITTED'"
            + " AND number IN (:numbers) ORDER BY number")
    List<Remark> rowsOfNumbers(long consultationId, Collection<Integer> numbers);

    /** The remarks of a group, in order. */
    @Query("SELECT * FROM remark WHERE group_id = :groupId AND state = 'SUBMITTED' ORDER BY number")
    List<Remark> inGroup(long groupId);

    /** Gives remarks to a department. */
    @Query("UPDATE remark SET department_id = :departmentId, revision = revision + 1 WHERE id IN (:ids)")
    void give(Collection<Long> ids, long departmentId);

    /** Who wrote the answer to a remark. */
    @Query("SELECT p.display_name FROM answer a JOIN person p ON p.id = a.drafted_by WHERE a.remark_id = :remarkId")
    Optional<String> writerOfAnswer(long remarkId);

    /** The name of a group. */
    @Query("SELECT name FROM remark_group WHERE id = :groupId")
    Optional<String> groupName(long groupId);

    /** How many submitted remarks have no approved answer. */
    @Query("SELECT COUNT(*) FROM remark r LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'"
            + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED' AND a.id IS NULL")
    int unanswered(long consultationId);

    /** How many answers wait for a reviewer. */
    @Query("SELECT COUNT(*) FROM remark r JOIN answer a ON a.remark_id = r.id AND a.state = 'IN_REVIEW'"
            + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED'")
    int inReview(long consultationId);

    /** The nearest remark after a number that has no approved answer, to go on with. */
    @Query("SELECT r.number FROM remark r LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'"
            + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED' AND r.number > :after"
            + " AND a.id IS NULL ORDER BY r.number LIMIT 1")
    Optional<Integer> nextUnanswered(long consultationId, int after);

    /** What was done to a remark, by the audit log, the first first. */
    @Query("""
            SELECT l.happened_at, l.action, l.detail, p.display_name AS person FROM audit_log l
              LEFT JOIN person p ON p.id = l.actor_id
            WHERE l.subject_kind = 'remark' AND l.subject_ref = :reference ORDER BY l.id LIMIT 200
            """)
    List<Event> history(String reference);

    /**
     * A line of the office's list.
     *
     * @param id key of the remark
     * @param number within the consultation
     * @param channel how it came
     * @param authorName who made it, whatever the public sees
     * @param unitCitation null for the whole act
     * @param proposed beginning of the proposed wording
     * @param rationale beginning of the rationale
     * @param revision of the remark
     * @param departmentId who is to answer, or null
     * @param departmentCode short name of that department
     * @param departmentName its name
     * @param groupName name of its group, or null
     * @param answerState null without an answer
     * @param answerPosition null without a position
     * @param answerRevision null without an answer
     * @param draftedBy who wrote the answer
     * @param answerRationale beginning of the answer
     */
    @Introspected
    record Line(
            long id,
            int number,
            Channel channel,
            String authorName,
            @Nullable String unitCitation,
            String proposed,
            String rationale,
            int revision,
            @Nullable Long departmentId,
            @Nullable String departmentCode,
            @Nullable String departmentName,
            @Nullable String groupName,
            Answer.@Nullable State answerState,
            Answer.@Nullable Position answerPosition,
            @Nullable Integer answerRevision,
            @Nullable Long draftedBy,
            @Nullable String answerRationale) {

        /** Name of the answer's state, {@code NONE} without one. */
        public String stateName() {
            return answerState == null ? "NONE" : answerState.name();
        }

        /** What identifies the answer as it was shown: number and revision. */
        public String shown() {
            return number + ":" + read();
        }

        /** The revision of the answer as it was shown. */
        public int read() {
            return answerRevision == null ? AnswerEntry.NONE_READ : answerRevision;
        }

        /** What identifies the remark as it was shown: number and revision. */
        public String seen() {
            return number + ":" + revision;
        }
    }

    /**
     * Something that was done to a remark.
     *
     * @param happenedAt when
     * @param action what, as the audit log names it
     * @param detail further words
     * @param person who, or null for the portal itself
     */
    @Introspected
    record Event(
            Instant happenedAt,
            String action,
            String detail,
            @Nullable String person) {}
}
