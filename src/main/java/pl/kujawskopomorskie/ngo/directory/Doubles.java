package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pairs of entries that may be one organisation. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Doubles extends GenericRepository<Organisation, Long> {

    /** Why two entries look like one organisation. */
    enum Likeness {
        SAME_NIP,
        /** The first nine digits, which units of one organisation share. */
        SAME_REGON,
        SAME_NAME,
        LIKE_NAME,
        /** A clerk put them side by side. */
        POINTED_OUT
    }

    /** Notes a pair, unless it is known, be it settled or not. */
    @Query("INSERT IGNORE INTO organisation_double (lower_id, higher_id, likeness, found_at)"
            + " VALUES (:lowerId, :higherId, :likeness, :at)")
    void note(long lowerId, long higherId, Likeness likeness, Instant at);

    /** Notes a pair that a clerk put together; one that was settled waits again. */
    @Query("INSERT INTO organisation_double (lower_id, higher_id, likeness, found_at)"
            + " VALUES (:lowerId, :higherId, 'POINTED_OUT', :at)"
            + " ON DUPLICATE KEY UPDATE settled_at = NULL, settled_by = NULL, same = NULL")
    void pointOut(long lowerId, long higherId, Instant at);

    /** Key of a pair that was noted. */
    @Query("SELECT id FROM organisation_double WHERE lower_id = :lowerId AND higher_id = :higherId")
    Optional<Long> idOf(long lowerId, long higherId);

    /** Pairs that wait for a clerk, after one that is known, in the order in which they were found. */
    @Query(Pair.SELECT + Pair.WAITING + " AND d.id > :after ORDER BY d.id LIMIT :limit")
    List<Pair> waiting(long after, int limit);

    /** How many pairs wait. */
    @Query("SELECT COUNT(*)" + Pair.WAITING)
    long countWaiting();

    /** One that waits. */
    @Query(Pair.SELECT + Pair.WAITING + " AND d.id = :id")
    Optional<Pair> find(long id);

    /** Pairs that a clerk found to be two organisations, before one that is known, the last found first. */
    @Query(Pair.SELECT + Pair.PARTED + " AND d.id < :before ORDER BY d.id DESC LIMIT :limit")
    List<Pair> parted(long before, int limit);

    /** One of those. */
    @Query(Pair.SELECT + Pair.PARTED + " AND d.id = :id")
    Optional<Pair> findParted(long id);

    /** Takes back that two entries are two organisations. */
    @Query("UPDATE organisation_double SET settled_at = NULL, settled_by = NULL, same = NULL"
            + " WHERE id = :id AND same = FALSE")
    long reopen(long id);

    /** Notes what a clerk decided. */
    @Query("UPDATE organisation_double SET settled_at = :at, settled_by = :by, same = :same"
            + " WHERE id = :id AND settled_at IS NULL")
    long settle(long id, boolean same, Instant at, long by);

    /** Others with the same tax number, at most a few. */
    @Query("SELECT id FROM organisation WHERE nip = :nip AND id <> :id AND merged_into IS NULL ORDER BY id LIMIT 10")
    List<Long> withNip(String nip, long id);

    /** Others whose statistical number begins with the same nine digits, at most a few. */
    @Query("SELECT id FROM organisation WHERE regon LIKE CONCAT(:nine, '%') AND id <> :id AND merged_into IS NULL"
            + " ORDER BY id LIMIT 10")
    List<Long> withRegon(String nine, long id);

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
     * @param partedAt when a clerk found them to be two, null while the pair waits
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
            String higherTown,
            @Nullable Instant partedAt) {

        static final String SELECT = "SELECT d.id, d.lower_id, d.higher_id, d.likeness, a.name AS lower_name,"
                + " b.name AS higher_name, a.town AS lower_town, b.town AS higher_town, d.settled_at AS parted_at";

        // What is listed, counted and opened is the same, so that no number promises what nobody can see.
        private static final String BOTH_STAND = " FROM organisation_double d"
                + " JOIN organisation a ON a.id = d.lower_id JOIN organisation b ON b.id = d.higher_id"
                + " LEFT JOIN organisation_refusal fa ON fa.organisation_id = a.id"
                + " LEFT JOIN organisation_refusal fb ON fb.organisation_id = b.id"
                + " WHERE a.merged_into IS NULL AND b.merged_into IS NULL"
                + " AND fa.organisation_id IS NULL AND fb.organisation_id IS NULL";

        static final String WAITING = BOTH_STAND + " AND d.settled_at IS NULL";
        static final String PARTED = BOTH_STAND + " AND d.same = FALSE";
    }
}
