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

    /**
     * The report of a consultation, locked until the end of the transaction. Corrections, hidden words and printed volumes
     * are kept under this lock, so that none of them misses another.
     */
    @Query("SELECT * FROM consultation_report WHERE consultation_id = :consultationId FOR UPDATE")
    Optional<ConsultationReport> findByConsultationIdForUpdate(long consultationId);

    /** The same, by the key of the report. */
    @Query("SELECT * FROM consultation_report WHERE id = :id FOR UPDATE")
    Optional<ConsultationReport> findByIdForUpdate(long id);

    /** When the report of a consultation was published, if it was. */
    @Query("SELECT published_at FROM consultation_report"
            + " WHERE consultation_id = :consultationId AND published_at IS NOT NULL")
    Optional<Instant> publishedAt(long consultationId);

    /** Appends a correction to a published report. */
    @Query("INSERT INTO report_correction (report_id, text, edition, corrected_at, corrected_by)"
            + " VALUES (:reportId, :text, :edition, :correctedAt, :correctedBy)")
    void correct(long reportId, String text, int edition, Instant correctedAt, @Nullable Long correctedBy);

    /** The corrections of a report, the first first. */
    @Query("SELECT text, edition, corrected_at FROM report_correction WHERE report_id = :reportId ORDER BY id")
    List<Correction> corrections(long reportId);

    /** How many corrections a report has. */
    @Query("SELECT COUNT(*) FROM report_correction WHERE report_id = :reportId")
    int countCorrections(long reportId);

    /**
     * A correction: what is to be read otherwise, which changes nothing in the report itself, or where words were hidden.
     *
     * @param text what it says
     * @param edition of the report that stands since
     * @param correctedAt when it was appended
     */
    @Introspected
    record Correction(String text, int edition, Instant correctedAt) {}
}
