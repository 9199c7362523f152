package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News that waits for followers or has gone to them, one row for each of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FollowerNews extends GenericRepository<Follower, Long> {

    // Whoever follows this one and all of them is told once. What was told already is not told again.
    String EVERY_FOLLOWER_ONCE = """
              AND f.confirmed_at IS NOT NULL
              AND NOT (f.scope = 0 AND EXISTS (SELECT 1 FROM follower o
                WHERE o.email_key = f.email_key AND o.scope = c.id AND o.confirmed_at IS NOT NULL))
            ON DUPLICATE KEY UPDATE happened_at = follower_news.happened_at
            """;

    /** One piece of news for each follower of a consultation or of all. */
    @Query("""
            INSERT INTO follower_news (follower_id, consultation_id, kind, occurrence, happened_at)
            SELECT f.id, c.id, :kind, :occurrence, :happenedAt
            FROM consultation c JOIN follower f ON f.scope IN (0, c.id)
            WHERE c.id = :consultationId
            """ + EVERY_FOLLOWER_ONCE)
    void tell(long consultationId, String kind, String occurrence, Instant happenedAt);

    /**
     * News of terms that are about to end. A term made longer is a new one. Weekly mail has to look a week ahead, or it would
     * come too late.
     *
     * @param soon terms that end by then are told of
     * @param soonWeekly the same for weekly mail
     */
    @Query("""
            INSERT INTO follower_news (follower_id, consultation_id, kind, occurrence, happened_at)
            SELECT f.id, c.id, 'CLOSING_SOON', DATE_FORMAT(c.closes_at, '%Y%m%d%H%i%s'), :now
            FROM consultation c JOIN follower f ON f.scope IN (0, c.id)
            WHERE c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND c.closes_at > :now
              AND c.closes_at <= CASE WHEN f.pace = 'WEEKLY' THEN :soonWeekly ELSE :soon END
            """ + EVERY_FOLLOWER_ONCE)
    void tellOfClosing(Instant now, Instant soon, Instant soonWeekly);

    /** Followers of a pace for whom news from before a moment waits, in the order of their keys. */
    @Query("""
            SELECT DISTINCT f.id FROM follower_news n JOIN follower f ON f.id = n.follower_id
            WHERE n.mailed_at IS NULL AND n.happened_at <= :until AND f.pace = :pace AND f.id > :after
            ORDER BY f.id LIMIT :limit
            """)
    List<Long> waitingFollowers(String pace, Instant until, long after, int limit);

    /** The news that waits for a follower, the oldest first. */
    @Query("""
            SELECT n.id, n.kind, n.occurrence, c.slug, c.title, c.opens_at, c.closes_at, c.cancel_reason
            FROM follower_news n JOIN consultation c ON c.id = n.consultation_id
            WHERE n.follower_id = :followerId AND n.mailed_at IS NULL AND n.happened_at <= :until
            ORDER BY n.id LIMIT 500
            """)
    List<Waiting> waiting(long followerId, Instant until);

    @Query("UPDATE follower_news SET mailed_at = :mailedAt WHERE id IN (:ids)")
    void mailed(List<Long> ids, Instant mailedAt);

    /**
     * A piece of news with what its mail says of the consultation.
     *
     * @param occurrence tells it from others of its kind: the number of a version, the end of a term
     */
    @Introspected
    record Waiting(
            long id,
            NewsKind kind,
            String occurrence,
            String slug,
            String title,
            Instant opensAt,
            Instant closesAt,
            @Nullable String cancelReason) {}
}
