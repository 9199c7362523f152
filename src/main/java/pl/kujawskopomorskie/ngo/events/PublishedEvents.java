package pl.kujawskopomorskie.ngo.events;

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
 * Announced events with a programme, as lists and feeds ask for them. A kind is the name of an {@link EventKind} or empty for all,
 * words are a search of {@link pl.kujawskopomorskie.ngo.shared.text.PolishSearch} or empty for all.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PublishedEvents extends GenericRepository<Event, Long> {

    String MATCHING = " WHERE e.published_at IS NOT NULL AND (:kind = '' OR e.kind = :kind)"
            + " AND (:words = '' OR MATCH (e.search_text) AGAINST (:words IN BOOLEAN MODE))";
    String HAS_PROGRAMME = "EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id)";
    String NOT_OVER = "EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id AND s.ends_at > :now)";
    String BEGINNING = "(SELECT MIN(s.starts_at) FROM event_session s WHERE s.event_id = e.id)";
    String END = "(SELECT MAX(s.ends_at) FROM event_session s WHERE s.event_id = e.id)";

    /** Those that are not over, the next first. */
    @Query("SELECT e.* FROM event e" + MATCHING + " AND " + NOT_OVER + " ORDER BY " + BEGINNING
            + ", e.id LIMIT :limit OFFSET :offset")
    List<Event> coming(String kind, String words, Instant now, int limit, long offset);

    /** How many are not over. */
    @Query("SELECT COUNT(*) FROM event e" + MATCHING + " AND " + NOT_OVER)
    long countComing(String kind, String words, Instant now);

    /** Those that are over, the last first. */
    @Query("SELECT e.* FROM event e" + MATCHING + " AND " + HAS_PROGRAMME + " AND NOT " + NOT_OVER + " ORDER BY " + END
            + " DESC, e.id DESC LIMIT :limit OFFSET :offset")
    List<Event> past(String kind, String words, Instant now, int limit, long offset);

    /** How many are over. */
    @Query("SELECT COUNT(*) FROM event e" + MATCHING + " AND " + HAS_PROGRAMME + " AND NOT " + NOT_OVER)
    long countPast(String kind, String words, Instant now);

    /** Those with a session that is on in a span of time, for all of it or for a part, the first first. */
    @Query("SELECT e.* FROM event e" + MATCHING + " AND EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id"
            + " AND s.starts_at < :until AND s.ends_at > :from) ORDER BY " + BEGINNING + ", e.id LIMIT :limit")
    List<Event> between(String kind, String words, Instant from, Instant until, int limit);

    /** Those announced after one that is known, in the order of their announcement; of a span by its name, or of any for an empty one. */
    @Query("SELECT e.* FROM event e" + MATCHING + " AND " + HAS_PROGRAMME
            + " AND (:span = '' OR (:span = 'COMING' AND " + NOT_OVER + ") OR (:span = 'PAST' AND NOT " + NOT_OVER
            + ")) AND (e.published_at > :publishedAt OR (e.published_at = :publishedAt AND e.id > :id))"
            + " ORDER BY e.published_at, e.id LIMIT :limit")
    List<Event> after(String kind, String words, String span, Instant now, Instant publishedAt, long id, int limit);

    /** Those for which people register at a moment, the next first. */
    @Query("SELECT e.* FROM event e WHERE e.published_at IS NOT NULL AND e.cancelled_at IS NULL"
            + " AND e.registration_opens_at <= :now AND e.registration_closes_at > :now AND " + NOT_OVER + " ORDER BY "
            + BEGINNING + ", e.id LIMIT :limit")
    List<Event> registering(Instant now, int limit);

    /** Meetings of a consultation, the first first. */
    @Query("SELECT e.* FROM event e WHERE e.published_at IS NOT NULL AND e.consultation_id = :consultationId AND "
            + HAS_PROGRAMME + " ORDER BY " + BEGINNING + ", e.id LIMIT :limit")
    List<Event> ofConsultation(long consultationId, int limit);

    /** The sessions of events, in the order of time. */
    @Query("SELECT * FROM event_session WHERE event_id IN (:eventIds) ORDER BY starts_at, id")
    List<Session> sessions(Collection<Long> eventIds);

    /** Who speaks in the sessions of an event, in their order. */
    @Query("SELECT p.session_id, p.name, p.role FROM session_speaker p JOIN event_session s ON s.id = p.session_id"
            + " WHERE s.event_id = :eventId ORDER BY p.session_id, p.position")
    List<Speaking> speaking(long eventId);

    /**
     * The other events of a series, and the other editions of what has editions, the newest first. Editions are of one thing when one
     * was copied from the other; and of the Forum there is only one, however its editions were begun.
     *
     * @param edition of the event, or 0 when it has none
     * @param forum whether the event is a Forum
     */
    @Query("SELECT e.id, e.slug, e.title, e.edition, e.series_of, " + BEGINNING + " AS starts_at FROM event e"
            + " WHERE e.published_at IS NOT NULL AND e.id <> :id AND " + HAS_PROGRAMME
            + " AND (e.id = :seriesId OR e.series_of = :seriesId"
            + " OR (:edition > 0 AND e.edition IS NOT NULL AND (:forum AND e.kind = 'FORUM'"
            + " OR COALESCE(e.edition_of, e.id) = (SELECT COALESCE(o.edition_of, o.id) FROM event o WHERE o.id = :id))))"
            + " ORDER BY starts_at DESC, e.id DESC LIMIT :limit")
    List<Related> related(long id, long seriesId, int edition, boolean forum, int limit);

    /** The consultation of a key, once it is announced. */
    @Query("SELECT slug, title FROM consultation WHERE id = :id AND announced_at IS NOT NULL")
    Optional<ConsultationOfEvent> consultation(long id);

    /** What happened last, the newest first. */
    @Query("""
            SELECT n.slug, n.title, n.what, n.happened_at, n.note FROM (
              SELECT e.id, e.slug, e.title, 'ANNOUNCED' AS what, e.published_at AS happened_at, e.summary AS note
              FROM event e WHERE e.published_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = e.id)
              UNION ALL
              SELECT e.id, e.slug, e.title, 'CANCELLED', e.cancelled_at, e.cancel_reason
              FROM event e WHERE e.published_at IS NOT NULL AND e.cancelled_at IS NOT NULL
            ) n ORDER BY n.happened_at DESC, n.id DESC, n.what DESC LIMIT :limit
            """)
    List<EventNews> newest(int limit);

    /**
     * Somebody who speaks.
     *
     * @param sessionId key of the session
     * @param name of the person
     * @param role what they are and where
     */
    @Introspected
    record Speaking(long sessionId, String name, String role) {}

    /**
     * An event that has to do with another.
     *
     * @param id key of its row
     * @param slug its name in addresses
     * @param title as announced
     * @param edition its number, or null
     * @param seriesOf key of the first event of its series, or null
     * @param startsAt when it begins
     */
    @Introspected
    record Related(
            long id,
            String slug,
            String title,
            @Nullable Integer edition,
            @Nullable Long seriesOf,
            Instant startsAt) {}
}
