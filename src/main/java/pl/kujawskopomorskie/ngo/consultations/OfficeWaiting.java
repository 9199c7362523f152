package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;

/** What waits for a person of the office, by consultation, until its report is published. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OfficeWaiting extends GenericRepository<Remark, Long> {

    /** The consultations in which something waits, the one that closed first at the top. */
    @Query("""
            SELECT c.slug, c.title, :department AS department_id,
              COUNT(CASE WHEN r.department_id = :department AND (a.id IS NULL OR a.state = 'DRAFT') THEN 1 END)
                AS to_answer,
              COUNT(CASE WHEN r.department_id = :department AND a.state = 'DRAFT' AND a.return_reason IS NOT NULL
                THEN 1 END) AS returned,
              COUNT(CASE WHEN :runs = 1 AND a.state = 'IN_REVIEW' THEN 1 END) AS to_approve,
              COUNT(CASE WHEN :runs = 1 AND r.department_id IS NULL AND a.id IS NULL THEN 1 END) AS to_give
            FROM consultation c
              JOIN remark r ON r.consultation_id = c.id AND r.state = 'SUBMITTED'
              LEFT JOIN answer a ON a.remark_id = r.id
              LEFT JOIN consultation_report p ON p.consultation_id = c.id
            WHERE c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND p.published_at IS NULL
              AND ((r.department_id = :department AND (a.id IS NULL OR a.state = 'DRAFT'))
                OR (:runs = 1 AND (a.state = 'IN_REVIEW' OR (r.department_id IS NULL AND a.id IS NULL))))
            GROUP BY c.id, c.slug, c.title, c.closes_at
            ORDER BY c.closes_at, c.id LIMIT :limit
            """)
    List<Row> find(long department, int runs, int limit);

    /** What waits for a person: for an officer the remarks of the department, for a clerk approvals and remarks of none. */
    default List<Row> waitingFor(Actor actor, int limit) {
        var department = actor.is(Role.DEPARTMENT_OFFICER) ? actor.departmentId() : null;
        var runs = ConsultationPolicy.mayRun(actor);
        return department == null && !runs ? List.of() : find(department == null ? 0 : department, runs ? 1 : 0, limit);
    }

    /**
     * What waits in one consultation.
     *
     * @param slug of the consultation
     * @param title of the consultation
     * @param departmentId whose remarks are counted, 0 for none
     * @param toAnswer remarks of that department that have no answer, or one not handed in
     * @param returned how many of these were sent back to be mended
     * @param toApprove answers that wait for approval
     * @param toGive remarks that no department was given and nobody answered
     */
    @Introspected
    record Row(String slug, String title, long departmentId, int toAnswer, int returned, int toApprove, int toGive) {}
}
