package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a register adds up to and when it changes, asked of the rows themselves, however many there are. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RegisterTallies extends GenericRepository<Remark, Long> {

    /** How many remarks have the same state, channel and approved position: a few dozen rows at most. */
    @Query("""
            SELECT r.state, r.channel, a.position, COUNT(*) AS remarks
            FROM remark r LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'
            WHERE r.consultation_id = :consultationId AND r.number IS NOT NULL
            GROUP BY r.state, r.channel, a.position
            """)
    List<Tally> of(long consultationId);

    /**
     * What changes whenever the register of a consultation does. Remarks, answers and what is hidden are never deleted and
     * their revisions only grow, so neither do two changes take one another back in a sum.
     */
    @Query("""
            SELECT CONCAT_WS('/',
              (SELECT CONCAT(c.revision, ':', c.title) FROM consultation c WHERE c.id = :consultationId),
              (SELECT CONCAT_WS(':', COUNT(*), SUM(r.revision), SUM(r.author_consents), COUNT(r.author_id))
                FROM remark r WHERE r.consultation_id = :consultationId AND r.number IS NOT NULL),
              (SELECT CONCAT_WS(':', COUNT(*), SUM(a.revision)) FROM answer a JOIN remark r ON r.id = a.remark_id
                WHERE r.consultation_id = :consultationId),
              (SELECT COUNT(*) FROM remark_redaction h JOIN remark r ON r.id = h.remark_id
                WHERE r.consultation_id = :consultationId),
              (SELECT COUNT(*) FROM remark_attachment t JOIN remark r ON r.id = t.remark_id
                WHERE r.consultation_id = :consultationId AND r.number IS NOT NULL),
              (SELECT COUNT(v.published_at) FROM draft_version v WHERE v.consultation_id = :consultationId))
            """)
    String version(long consultationId);

    /**
     * Remarks that have the same in common.
     *
     * @param state whether they stand or were taken back
     * @param channel how they came
     * @param position of the approved answer, or null without one
     * @param remarks how many
     */
    @Introspected
    record Tally(RemarkState state, Channel channel, Answer.@Nullable Position position, int remarks) {}
}
