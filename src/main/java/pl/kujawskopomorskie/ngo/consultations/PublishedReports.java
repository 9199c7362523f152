package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Published reports, read from what was frozen and from their corrections alone; as much of the register as is asked for. */
@Singleton
public final class PublishedReports {

    private final ConsultationReports reports;
    private final PartingReports parting;
    private final ReportText text;

    PublishedReports(ConsultationReports reports, PartingReports parting, ReportText text) {
        this.reports = reports;
        this.parting = parting;
        this.text = text;
    }

    /** The report of a consultation, if it is published. */
    public Optional<PublishedReport> of(Consultation consultation) {
        return reports.findByConsultationId(consultation.key()).flatMap(this::published);
    }

    /**
     * A stretch of the register.
     *
     * @param from position of its first entry, from 0
     * @param limit most entries
     */
    public List<FrozenReport.Entry> entries(PublishedReport report, int from, int limit) {
        return text.entries(report.id(), from, limit);
    }

    /** A published report by the key of its row. */
    Optional<PublishedReport> withKey(long id) {
        return reports.findById(id).flatMap(this::published);
    }

    private Optional<PublishedReport> published(ConsultationReport row) {
        if (row.publishedAt() == null) {
            return Optional.empty();
        }
        var parted = row.registerSize() == null ? parting.part(row.key()) : row;
        return Optional.of(PublishedReport.of(
                parted, text.report(Objects.requireNonNull(parted.frozen())), reports.corrections(parted.key())));
    }
}
