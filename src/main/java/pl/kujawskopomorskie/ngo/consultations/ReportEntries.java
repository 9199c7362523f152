package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The registers of published reports. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReportEntries extends GenericRepository<ReportEntry, Long> {

    List<ReportEntry> saveAll(Iterable<ReportEntry> entries);

    List<ReportEntry> updateAll(Iterable<ReportEntry> entries);

    /** Some entries of a register from a position on, in order: a page far back costs what the first does. */
    @Query("SELECT entry FROM report_entry WHERE report_id = :reportId AND position >= :from"
            + " ORDER BY position LIMIT :limit")
    List<String> texts(long reportId, int from, int limit);

    /** The entries of some remarks. */
    List<ReportEntry> findByReportIdAndNumberIn(long reportId, Collection<Integer> numbers);
}
