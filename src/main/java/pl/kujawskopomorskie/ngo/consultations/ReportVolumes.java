package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of printed reports. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ReportVolumes extends GenericRepository<ReportVolume, Long> {

    /** Keeps a volume. A second one of the same number is refused by the database. */
    ReportVolume save(ReportVolume volume);

    Optional<ReportVolume> findByReportIdAndNumberAndCorrections(long reportId, int number, int corrections);

    /** All that is printed of a report. */
    List<ReportVolume> findByReportId(long reportId);

    void deleteAll(Iterable<ReportVolume> volumes);
}
