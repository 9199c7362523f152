package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of consultation reports. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConsultationReports extends GenericRepository<ConsultationReport, Long> {

    /** Saves a new one. A second report of a consultation is refused by the database. */
    ConsultationReport save(ConsultationReport report);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when it was changed since it was read
     */
    ConsultationReport update(ConsultationReport report);

    Optional<ConsultationReport> findById(Long id);

    Optional<ConsultationReport> findByConsultationId(long consultationId);

    /** When the report of a consultation was published, if it was. */
    @Query("SELECT published_at FROM consultation_report"
            + " WHERE consultation_id = :consultationId AND published_at IS NOT NULL")
    Optional<Instant> publishedAt(long consultationId);

    /** Appends a correction to a published report. */
    @Query("INSERT INTO report_correction (report_id, text, corrected_at, corrected_by)"
            + " VALUES (:reportId, :text, :correctedAt, :correctedBy)")
    void correct(long reportId, String text, Instant correctedAt, @Nullable Long correctedBy);

    /** The corrections of a report, the first first. */
    @Query("SELECT text, corrected_at FROM report_correction WHERE report_id = :reportId ORDER BY id")
    List<Correction> corrections(long reportId);

    /**
     * A correction, which says what is to be read otherwise and changes nothing in the report itself.
     *
     * @param text what it says
     * @param correctedAt when it was appended
     */
    @Introspected
    record Correction(String text, Instant correctedAt) {}
}
