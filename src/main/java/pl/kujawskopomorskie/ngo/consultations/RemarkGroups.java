package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of groups, and which remarks are in them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemarkGroups extends GenericRepository<RemarkGroup, Long> {

    RemarkGroup save(RemarkGroup group);

    /** Puts remarks into a group, out of any other. */
    @Query("UPDATE remark SET group_id = :groupId, revision = revision + 1 WHERE id IN (:ids)")
    void put(Collection<Long> ids, @Nullable Long groupId);

    /** The groups of a consultation that hold remarks, the largest first. */
    @Query("""
            SELECT g.name, COUNT(*) AS remarks, MIN(r.number) AS first,
              COALESCE(SUM(CASE WHEN a.state = 'APPROVED' THEN 1 ELSE 0 END), 0) AS answered
            FROM remark_group g JOIN remark r ON r.group_id = g.id AND r.state = 'SUBMITTED'
              LEFT JOIN answer a ON a.remark_id = r.id
            WHERE g.consultation_id = :consultationId
            GROUP BY g.id, g.name ORDER BY COUNT(*) DESC, g.id LIMIT 500
            """)
    List<Summary> summaries(long consultationId);

    /**
     * A group in a list.
     *
     * @param name of it
     * @param remarks in it
     * @param first number in it
     * @param answered of these
     */
    @Introspected
    record Summary(String name, int remarks, int first, int answered) {}
}
