package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of requests. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Lendings extends GenericRepository<Lending, Long> {

    /** What the office's list shows of a filter. */
    String OFFICE =
            " FROM lending l WHERE (:state = '' OR :state = 'ASKED' AND l.accepted IS NULL AND l.withdrawn_at IS NULL"
                    + " OR :state = 'ACCEPTED' AND l.holds = 1 AND l.ends_at > :now"
                    + " OR :state = 'OUT' AND EXISTS (SELECT 1 FROM lending_item o WHERE o.lending_id = l.id"
                    + " AND o.taken_at IS NOT NULL AND o.returned_at IS NULL)"
                    + " OR :state = 'ENDED' AND (l.accepted = FALSE OR l.withdrawn_at IS NOT NULL OR l.cancelled_at IS NOT NULL"
                    + " OR l.holds = 1 AND l.ends_at <= :now))"
                    + " AND (:resourceId = 0 OR EXISTS (SELECT 1 FROM lending_item r WHERE r.lending_id = l.id"
                    + " AND r.resource_id = :resourceId))";

    Lending save(Lending lending);

    List<Lending> saveAll(Iterable<Lending> lendings);

    Optional<Lending> findById(Long id);

    /** What a form that was sent before became. */
    Optional<Lending> findByFormToken(String formToken);

    /** One of a person's own. */
    @Query("SELECT * FROM lending WHERE id = :id AND person_id = :personId")
    Optional<Lending> own(long id, long personId);

    /** One by its key, locked until the end of the transaction; after the things that it is for. */
    @Query("SELECT * FROM lending WHERE id = :id FOR UPDATE")
    Optional<Lending> lock(long id);

    /** Notes the office's decision on one that waits. */
    @Query("UPDATE lending SET accepted = :accepted, decided_at = :at, decided_by = :by, reason = :reason"
            + " WHERE id = :id AND accepted IS NULL AND withdrawn_at IS NULL")
    int decide(long id, boolean accepted, String reason, Instant at, long by);

    /** Notes that it was taken back. */
    @Query("UPDATE lending SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
    int withdraw(long id, Instant at);

    /** Notes that the office cancelled it. */
    @Query("UPDATE lending SET cancelled_at = :at, cancelled_by = :by, reason = :reason WHERE id = :id AND holds = 1")
    int cancel(long id, String reason, Instant at, long by);

    /** The requests of a person's account, the latest first. */
    @Query(
            "SELECT l.id, l.organisation_name, l.name, l.starts_at, l.ends_at, l.accepted, l.withdrawn_at, l.cancelled_at"
                    + " FROM lending l WHERE l.person_id = :personId ORDER BY l.id DESC LIMIT :limit")
    List<Row> ofPerson(long personId, int limit);

    /** Requests for the office: by their term, those to come first. */
    @Query(
            "SELECT l.id, l.organisation_name, l.name, l.starts_at, l.ends_at, l.accepted, l.withdrawn_at, l.cancelled_at"
                    + OFFICE + " ORDER BY l.ends_at <= :now, CASE WHEN l.ends_at > :now THEN l.starts_at END,"
                    + " l.starts_at DESC, l.id LIMIT :size OFFSET :offset")
    List<Row> list(Instant now, String state, long resourceId, int size, int offset);

    /** How many there are. */
    @Query("SELECT COUNT(*)" + OFFICE)
    long countListed(Instant now, String state, long resourceId);

    /** Requests, accepted or waiting, that want something of the same in the same time as one of them. */
    @Query("SELECT DISTINCT l.id, l.organisation_name, l.name, l.starts_at, l.ends_at, l.accepted, l.withdrawn_at,"
            + " l.cancelled_at FROM lending l JOIN lending_item m ON m.lending_id = l.id"
            + " JOIN lending_item t ON t.resource_id = m.resource_id AND t.lending_id = :id JOIN lending o ON o.id = :id"
            + " WHERE l.id <> :id AND l.starts_at < o.ends_at AND l.ends_at > o.starts_at"
            + " AND (l.accepted = TRUE OR l.accepted IS NULL) AND l.withdrawn_at IS NULL AND l.cancelled_at IS NULL"
            + " ORDER BY l.starts_at, l.id LIMIT 50")
    List<Row> meeting(long id);

    /**
     * A request in a list.
     *
     * @param id its key
     * @param organisationName possibly empty
     * @param name who asked; empty of one who was forgotten
     * @param startsAt when the term begins
     * @param endsAt when it ends
     * @param accepted what was decided, or null
     * @param withdrawnAt when it was taken back, or null
     * @param cancelledAt when it was cancelled, or null
     */
    @Introspected
    record Row(
            long id,
            String organisationName,
            String name,
            Instant startsAt,
            Instant endsAt,
            @Nullable Boolean accepted,
            @Nullable Instant withdrawnAt,
            @Nullable Instant cancelledAt) {}
}
