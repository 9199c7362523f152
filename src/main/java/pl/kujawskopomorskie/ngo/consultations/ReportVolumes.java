package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Rows of printed reports. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ReportVolumes extends GenericRepository<ReportVolume, Long> {

    /** Keeps a volume. One that another node has kept meanwhile is refused by the database. */
    ReportVolume save(ReportVolume volume);

    Optional<ReportVolume> findByReportIdAndNumberAndCorrections(long reportId, int number, int corrections);
}
