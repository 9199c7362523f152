package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pairs of entries that may be one organisation. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Doubles extends GenericRepository<Organisation, Long> {

    /** Why two entries look like one organisation. */
    enum Likeness {
        SAME_NIP,
        SAME_NAME,
        LIKE_NAME
    }

    /** Notes a pair, unless it is known, be it settled or not. */
    @Query("INSERT IGNORE INTO organisation_double (lower_id, higher_id, likeness, found_at)"
            + " VALUES (:lowerId, :higherId, :likeness, :at)")
    void note(long lowerId, long higherId, Likeness likeness, Instant at);

    /** Pairs that wait for a clerk, the oldest first. */
    @Query(Pair.SELECT + " WHERE d.settled_at IS NULL AND a.merged_into IS NULL AND b.merged_into IS NULL"
            + " AND fa.organisation_id IS NULL AND fb.organisation_id IS NULL ORDER BY d.id LIMIT :limit")
    List<Pair> waiting(int limit);

    /** How many pairs wait. */
    @Query("SELECT COUNT(*) FROM organisation_double d JOIN organisation a ON a.id = d.lower_id"
            + " JOIN organisation b ON b.id = d.higher_id WHERE d.settled_at IS NULL"
            + " AND a.merged_into IS NULL AND b.merged_into IS NULL")
    long countWaiting();

    /** One that waits. */
    @Query(Pair.SELECT
            + " WHERE d.id = :id AND d.settled_at IS NULL AND a.merged_into IS NULL AND b.merged_into IS NULL"
            + " AND fa.organisation_id IS NULL AND fb.organisation_id IS NULL")
    Optional<Pair> find(long id);

    /** Notes what a clerk decided. */
    @Query("UPDATE organisation_double SET settled_at = :at, settled_by = :by, same = :same"
            + " WHERE id = :id AND settled_at IS NULL")
    long settle(long id, boolean same, Instant at, long by);

    /** Others with the same tax number, at most a few. */
    @Query("SELECT id FROM organisation WHERE nip = :nip AND id <> :id AND merged_into IS NULL ORDER BY id LIMIT 10")
    List<Long> withNip(String nip, long id);

    /** Up to which change doubles were looked for. */
    @Query("SELECT seen FROM double_search WHERE id = 1")
    long seen();

    /** Notes how far the search for doubles came. */
    @Query("UPDATE double_search SET seen = :seen WHERE id = 1")
    void seen(long seen);

    /**
     * A pair, the older entry first.
     *
     * @param id key of the pair
     * @param lowerId key of the older entry
     * @param higherId key of the newer one
     * @param likeness why they look alike
     * @param lowerName name of the older
     * @param higherName name of the newer
     * @param lowerTown town of the older
     * @param higherTown town of the newer
     */
    @Introspected
    record Pair(
            long id,
            long lowerId,
            long higherId,
            Likeness likeness,
            String lowerName,
            String higherName,
            String lowerTown,
            String higherTown) {

        static final String SELECT = "SELECT d.id, d.lower_id, d.higher_id, d.likeness, a.name AS lower_name,"
                + " b.name AS higher_name, a.town AS lower_town, b.town AS higher_town FROM organisation_double d"
                + " JOIN organisation a ON a.id = d.lower_id JOIN organisation b ON b.id = d.higher_id"
                + " LEFT JOIN organisation_refusal fa ON fa.organisation_id = a.id"
                + " LEFT JOIN organisation_refusal fb ON fb.organisation_id = b.id";
    }
}
