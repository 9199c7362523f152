package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From when to when organisations stood in the directory. One that was struck off stood there until that was written down. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ListedTerms extends GenericRepository<Organisation, Long> {

    /** How many stood there from the same hour to the same hour: as many rows as there were such hours, not organisations. */
    @Query("SELECT listed_hour, struck_hour, COUNT(*) AS total FROM ("
            + "SELECT TIMESTAMPDIFF(HOUR, '1970-01-01', listed_at) AS listed_hour,"
            + " CASE WHEN state = 'STRUCK_OFF' THEN TIMESTAMPDIFF(HOUR, '1970-01-01', COALESCE("
            + "(SELECT MAX(c.changed_at) FROM organisation_change c WHERE c.organisation_id = organisation.id"
            + " AND c.field = 'STATE' AND c.new_value = 'STRUCK_OFF'), listed_at)) END AS struck_hour"
            + " FROM organisation WHERE listed_at IS NOT NULL AND merged_into IS NULL) terms"
            + " GROUP BY listed_hour, struck_hour")
    List<Term> terms();

    /** Those that stood there at the end of a time, in the order in which they were taken in. */
    @Query("SELECT slug, name, listed_at FROM organisation WHERE listed_at < :end AND merged_into IS NULL"
            + " AND (state <> 'STRUCK_OFF' OR COALESCE((SELECT MAX(c.changed_at) FROM organisation_change c"
            + " WHERE c.organisation_id = organisation.id AND c.field = 'STATE' AND c.new_value = 'STRUCK_OFF'),"
            + " listed_at) >= :end) ORDER BY listed_at, id")
    List<Row> standingAt(Instant end);

    /**
     * A time in the directory.
     *
     * @param listedHour hours since 1970
     * @param struckHour hours since 1970, null for those that are not struck off
     * @param total how many organisations
     */
    @Introspected
    record Term(
            long listedHour,
            @io.micronaut.core.annotation.Nullable @Nullable Long struckHour,
            long total) {}

    /** What a list of them shows. */
    @Introspected
    record Row(String slug, String name, Instant listedAt) {}
}
