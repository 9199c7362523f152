package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What everybody may know of the remarks of an organisation. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RemarksOfOrganisation extends GenericRepository<Remark, Long> {

    /** The last submitted, newest first; withdrawn ones and those whose author the office hides are left out. */
    @Query("""
            SELECT c.slug, c.title, r.number, r.submitted_at
            FROM remark r JOIN consultation c ON c.id = r.consultation_id
            WHERE r.organisation_id = :organisationId
              AND r.state = 'SUBMITTED' AND c.announced_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM remark_redaction h WHERE h.remark_id = r.id AND h.field = 'AUTHOR')
            ORDER BY r.submitted_at DESC, r.id DESC LIMIT :limit
            """)
    List<Row> last(long organisationId, int limit);

    /** One of them. */
    @Introspected
    record Row(String slug, String title, int number, Instant submittedAt) {}
}
