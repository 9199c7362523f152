package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Published reports, read from what was frozen and from their corrections alone. */
@Singleton
public final class PublishedReports {

    private final ConsultationReports reports;
    private final FreezingReport freezing;

    PublishedReports(ConsultationReports reports, FreezingReport freezing) {
        this.reports = reports;
        this.freezing = freezing;
    }

    /** The report of a consultation, if it is published. */
    public Optional<PublishedReport> of(Consultation consultation) {
        return reports.findByConsultationId(consultation.key())
                .filter(row -> row.frozen() != null)
                .map(row -> PublishedReport.of(row, freezing.thaw(row), reports.corrections(row.key())));
    }

    /** A published report by the key of its row. */
    Optional<PublishedReport> withKey(long id) {
        return reports.findById(id)
                .filter(row -> row.frozen() != null)
                .map(row -> PublishedReport.of(row, freezing.thaw(row), reports.corrections(row.key())));
    }
}
