package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What happened in consultations that are public, for feeds. What followers are told of and this come from the same facts. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface PublishedNews extends GenericRepository<Consultation, Long> {

    /**
     * The newest news.
     *
     * @param slug of the consultation, or empty for all
     * @param limit most pieces
     */
    // The versions published with the notice are no news of their own.
    @Query("""
            SELECT n.slug, n.title, n.kind, n.occurrence, n.happened_at, n.note FROM (
              SELECT c.slug, c.title, 'ANNOUNCED' AS kind, '' AS occurrence, c.announced_at AS happened_at,
                c.subject AS note
              FROM consultation c WHERE c.announced_at IS NOT NULL AND (:slug = '' OR c.slug = :slug)
              UNION ALL
              SELECT c.slug, c.title, 'EXTENDED', DATE_FORMAT(e.extended_at, '%Y%m%d%H%i%s'), e.extended_at, e.reason
              FROM consultation_extension e JOIN consultation c ON c.id = e.consultation_id
              WHERE c.announced_at IS NOT NULL AND (:slug = '' OR c.slug = :slug)
              UNION ALL
              SELECT c.slug, c.title, 'NEW_VERSION', CAST(v.number AS CHAR), v.published_at, v.note
              FROM draft_version v JOIN consultation c ON c.id = v.consultation_id
              WHERE c.announced_at IS NOT NULL AND v.number > 1 AND v.published_at > c.announced_at
                AND (:slug = '' OR c.slug = :slug)
              UNION ALL
              SELECT c.slug, c.title, 'CANCELLED', '', c.cancelled_at, c.cancel_reason
              FROM consultation c
              WHERE c.announced_at IS NOT NULL AND c.cancelled_at IS NOT NULL AND (:slug = '' OR c.slug = :slug)
              UNION ALL
              SELECT c.slug, c.title, 'REPORT', '', r.published_at, ''
              FROM consultation_report r JOIN consultation c ON c.id = r.consultation_id
              WHERE c.announced_at IS NOT NULL AND r.published_at IS NOT NULL AND (:slug = '' OR c.slug = :slug)
            ) n ORDER BY n.happened_at DESC, n.slug, n.kind LIMIT :limit
            """)
    List<Piece> newest(String slug, int limit);

    /**
     * One piece of news.
     *
     * @param slug of the consultation
     * @param title of the draft
     * @param kind what happened
     * @param occurrence tells it from others of its kind in the same consultation; never changes
     * @param happenedAt when
     * @param note in the office's words, possibly empty
     */
    @Introspected
    record Piece(String slug, String title, NewsKind kind, String occurrence, Instant happenedAt, String note) {}
}
