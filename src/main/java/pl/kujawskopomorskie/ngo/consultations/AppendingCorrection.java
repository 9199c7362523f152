package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Appends a public entry to a published report, and has the report printed with it. */
@Singleton
class AppendingCorrection {

    private final ConsultationReports reports;
    private final PrintingReport printing;

    AppendingCorrection(ConsultationReports reports, PrintingReport printing) {
        this.reports = reports;
        this.printing = printing;
    }

    /**
     * Appends it; the caller has the report's lock.
     *
     * @param report in the edition that stands since
     * @param text in Polish, as the report is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(ConsultationReport report, String text, Instant moment, long by) {
        reports.correct(report.key(), text, report.edition(), moment, by);
        printing.printAnew(report);
    }
}
