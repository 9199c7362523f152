package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of consultation reports. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConsultationReports extends GenericRepository<ConsultationReport, Long> {

    /** When the report of a consultation was published, if it was. */
    @Query("SELECT published_at FROM consultation_report"
            + " WHERE consultation_id = :consultationId AND published_at IS NOT NULL")
    Optional<Instant> publishedAt(long consultationId);
}
