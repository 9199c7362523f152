package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of materials. Nobody gets one but by a row that they may see; the condition is always in the SQL. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Materials extends GenericRepository<Material, Long> {

    String SHOWN = "SELECT m.id, m.kind, m.audience, m.title, m.url, m.file_id, f.name AS file_name,"
            + " COALESCE(f.size_bytes, 0) AS size_bytes, s.title AS session_title FROM event_material m"
            + " LEFT JOIN stored_file f ON f.id = m.file_id LEFT JOIN event_session s ON s.id = m.session_id";

    String IN_ORDER = " ORDER BY m.session_id IS NOT NULL, s.starts_at, s.id, m.id LIMIT 200";

    /** What one or several people of an event, who registered together or not at all, may see. */
    String FOR_THEM = " WHERE m.event_id = :eventId AND (m.audience = 'EVERYONE'"
            + " OR (m.audience = 'REGISTERED' AND :living = TRUE AND EXISTS (SELECT 1 FROM booking b"
            + " WHERE b.attendee_id IN (:attendeeIds) AND b.state = 'BOOKED'"
            + " AND (m.session_id IS NULL OR b.session_id = m.session_id)))"
            + " OR EXISTS (SELECT 1 FROM attendance t WHERE t.attendee_id IN (:attendeeIds) AND t.withdrawn_at IS NULL"
            + " AND (m.session_id IS NULL OR t.session_id = m.session_id OR (t.session_id IS NULL"
            + " AND EXISTS (SELECT 1 FROM booking b WHERE b.attendee_id = t.attendee_id"
            + " AND b.session_id = m.session_id AND b.state = 'BOOKED'))))"
            + " OR EXISTS (SELECT 1 FROM attendance t WHERE t.walk_in_id = :walkInId AND t.withdrawn_at IS NULL"
            + " AND (m.session_id IS NULL OR t.session_id IS NULL OR t.session_id = m.session_id)))";

    Material save(Material material);

    /** All of an event, for its office. */
    @Query(SHOWN + " WHERE m.event_id = :eventId" + IN_ORDER)
    List<Shown> of(long eventId);

    /** Those of an event that are everybody's. */
    @Query(SHOWN + " WHERE m.event_id = :eventId AND m.audience = 'EVERYONE'" + IN_ORDER)
    List<Shown> ofEveryone(long eventId);

    /**
     * Those that people may see.
     *
     * @param living whether they hold places
     * @param attendeeIds keys of those who registered; at least one, 0 for nobody
     * @param walkInId key of who did not, or 0
     */
    @Query(SHOWN + FOR_THEM + IN_ORDER)
    List<Shown> forThem(long eventId, boolean living, Collection<Long> attendeeIds, long walkInId);

    /** One of those that people may see; as {@link #forThem}. */
    @Query(SHOWN + FOR_THEM + " AND m.id = :id")
    Optional<Shown> forThem(long eventId, boolean living, Collection<Long> attendeeIds, long walkInId, long id);

    /** One of an announced event that is everybody's. */
    @Query(SHOWN + " JOIN event e ON e.id = m.event_id WHERE e.slug = :slug AND e.published_at IS NOT NULL"
            + " AND m.audience = 'EVERYONE' AND m.id = :id")
    Optional<Shown> ofEveryone(String slug, long id);

    /** One of an event, for its office. */
    @Query(SHOWN + " WHERE m.event_id = :eventId AND m.id = :id")
    Optional<Shown> of(long eventId, long id);

    @Query("SELECT COUNT(*) FROM event_material WHERE event_id = :eventId")
    int count(long eventId);

    @Query("DELETE FROM event_material WHERE event_id = :eventId AND id = :id")
    int delete(long eventId, long id);

    /**
     * A material as readers see it.
     *
     * @param id its key
     * @param kind what it is
     * @param audience for whom
     * @param title of it
     * @param url where it is; empty of a file
     * @param fileId key of the file, or null
     * @param fileName of the file, or null
     * @param sizeBytes of the file; 0 of what is elsewhere
     * @param sessionTitle of which session, or null
     */
    @Introspected
    record Shown(
            long id,
            Material.Kind kind,
            Material.Audience audience,
            String title,
            String url,
            @Nullable Long fileId,
            @Nullable String fileName,
            long sizeBytes,
            @Nullable String sessionTitle) {

        /** Whether it is kept here. */
        public boolean file() {
            return kind == Material.Kind.FILE;
        }
    }
}
