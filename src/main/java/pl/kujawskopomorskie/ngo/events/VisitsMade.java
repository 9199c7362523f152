package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Visits of officials to organisations that carry out commissioned tasks, by the year of their day. Those that a clerk has not
 * confirmed as made do not count, nor do cancelled ones.
 */
@Singleton
public class VisitsMade {

    private final Rows rows;

    VisitsMade(Rows rows) {
        this.rows = rows;
    }

    /** How many were made in each year from one to another; a year without any is missing. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, Integer> countsBetween(int firstYear, int lastYear) {
        var counts = new TreeMap<Integer, Integer>();
        for (var row : rows.counts(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31))) {
            counts.put(row.year(), row.visits());
        }
        return counts;
    }

    /** Those of a year, the first first; of what the office does not show only the day. One query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Made> of(int year) {
        return rows.made(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .map(row -> new Made(
                        row.shown() ? row.slug() : null, row.shown() ? row.organisationName() : null, row.visitedOn()))
                .toList();
    }

    /**
     * A visit that was made.
     *
     * @param slug its name in addresses, or null when only the office knows of it
     * @param organisation that was visited, or null then too
     * @param day of the visit
     */
    public record Made(@Nullable String slug, @Nullable String organisation, LocalDate day) {}

    /** Rows of visits that count. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Rows extends GenericRepository<Event, Long> {

        String COUNTS = " FROM visit WHERE made_at IS NOT NULL AND cancelled_at IS NULL AND commissioned"
                + " AND visited_on BETWEEN :first AND :last";

        @Query("SELECT YEAR(visited_on) AS year, COUNT(*) AS visits" + COUNTS + " GROUP BY YEAR(visited_on)")
        List<OfYear> counts(LocalDate first, LocalDate last);

        @Query("SELECT slug, organisation_name, shown, visited_on" + COUNTS + " ORDER BY visited_on, id")
        List<Row> made(LocalDate first, LocalDate last);

        /** The visits of a year. */
        @Introspected
        record OfYear(int year, int visits) {}

        /** A visit. */
        @Introspected
        record Row(String slug, String organisationName, boolean shown, LocalDate visitedOn) {}
    }
}
