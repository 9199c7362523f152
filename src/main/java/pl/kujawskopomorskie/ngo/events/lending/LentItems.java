package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Rows of things of requests. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface LentItems extends GenericRepository<LendingItem, Long> {

    /** What was handed out and not given back by the end of its term. */
    String OVERDUE = " FROM lending_item i JOIN lending l ON l.id = i.lending_id WHERE i.resource_id IN (:ids)"
            + " AND i.returned_at IS NULL AND i.taken_at IS NOT NULL AND l.ends_at <= :now";

    List<LendingItem> saveAll(Iterable<LendingItem> items);

    /** What a request is for. */
    @Query("SELECT * FROM lending_item WHERE lending_id = :lendingId ORDER BY resource_id")
    List<LendingItem> of(long lendingId);

    /** What each of some requests is for, in words: rooms, then equipment with how many pieces of it. */
    default Map<Long, String> words(Collection<Long> lendingIds) {
        return lendingIds.isEmpty()
                ? Map.of()
                : named(lendingIds).stream()
                        .collect(Collectors.groupingBy(
                                Named::lendingId, Collectors.mapping(Named::words, Collectors.joining(", "))));
    }

    /** The same of one request. */
    default String words(long lendingId) {
        return words(List.of(lendingId)).getOrDefault(lendingId, "");
    }

    /** The same, thing by thing. */
    @Query("SELECT i.lending_id, r.kind, r.name, i.pieces FROM lending_item i"
            + " JOIN lent_resource r ON r.id = i.resource_id WHERE i.lending_id IN (:lendingIds)"
            + " ORDER BY i.lending_id, r.kind DESC, r.name, r.id")
    List<Named> named(Collection<Long> lendingIds);

    /**
     * The terms in which some things are lent within a stretch of time. Given back early is free early; what should have been given
     * back and was not is nobody else's until the end of this day, and after that it is for a clerk to judge.
     *
     * @param now when this is asked
     */
    default List<Taken> taken(Collection<Long> ids, Instant from, Instant until, Instant now) {
        return taken(ids, from, until, now, OfficeTime.endOf(OfficeTime.day(now)));
    }

    /** The same. */
    @Query(
            "SELECT i.resource_id, i.lending_id, i.pieces, LEAST(l.starts_at, COALESCE(i.taken_at, l.starts_at)) AS starts_at,"
                    + " LEAST(l.ends_at, COALESCE(i.returned_at, l.ends_at)) AS ends_at FROM lending_item i"
                    + " JOIN lending l ON l.id = i.lending_id WHERE i.resource_id IN (:ids) AND l.holds = 1"
                    // The first two follow from the third and let an index find what is not over.
                    + " AND l.ends_at > :from AND (l.starts_at < :until OR i.taken_at < :until)"
                    + " AND LEAST(l.ends_at, COALESCE(i.returned_at, l.ends_at)) > :from"
                    + " AND NOT (i.taken_at IS NOT NULL AND i.returned_at IS NULL AND l.ends_at <= :now)"
                    + " UNION ALL SELECT i.resource_id, i.lending_id, i.pieces,"
                    + " LEAST(l.starts_at, i.taken_at) AS starts_at, CAST(:tonight AS DATETIME(6)) AS ends_at" + OVERDUE
                    + " AND :tonight > :from AND (l.starts_at < :until OR i.taken_at < :until)"
                    + " ORDER BY starts_at, lending_id")
    List<Taken> taken(Collection<Long> ids, Instant from, Instant until, Instant now, Instant tonight);

    /** What of some things should have been given back and was not, with the terms that were agreed. */
    @Query("SELECT i.resource_id, i.lending_id, i.pieces, l.starts_at, l.ends_at" + OVERDUE
            + " ORDER BY l.ends_at, l.id LIMIT 50")
    List<Taken> overdue(Collection<Long> ids, Instant now);

    /** How many pieces were handed out and not given back. */
    @Query("SELECT COALESCE(SUM(pieces), 0) FROM lending_item"
            + " WHERE resource_id = :resourceId AND taken_at IS NOT NULL AND returned_at IS NULL")
    int piecesOut(long resourceId);

    /** Notes that a thing was handed out; once. */
    @Query("UPDATE lending_item SET taken_at = :at, taken_by = :by, taken_note = :note"
            + " WHERE lending_id = :lendingId AND resource_id = :resourceId AND taken_at IS NULL")
    int take(long lendingId, long resourceId, Instant at, long by, String note);

    /** Notes that a thing was given back; once. */
    @Query(
            "UPDATE lending_item SET returned_at = :at, returned_by = :by, returned_note = :note"
                    + " WHERE lending_id = :lendingId AND resource_id = :resourceId AND taken_at IS NOT NULL AND returned_at IS NULL")
    int giveBack(long lendingId, long resourceId, Instant at, long by, String note);

    /**
     * A thing of a request by its name.
     *
     * @param lendingId of which request
     * @param kind a room or equipment
     * @param name as shown
     * @param pieces how many
     */
    @Introspected
    record Named(long lendingId, ResourceKind kind, String name, int pieces) {

        String words() {
            return kind == ResourceKind.ROOM ? name : name + " × " + pieces;
        }
    }

    /**
     * Pieces that are lent in a term.
     *
     * @param resourceId of what
     * @param lendingId with which request
     * @param pieces how many
     * @param startsAt from when
     * @param endsAt until when
     */
    @Introspected
    record Taken(long resourceId, long lendingId, int pieces, Instant startsAt, Instant endsAt) {}
}
