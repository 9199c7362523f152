package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Makes the PDF of a published report, outside any lock, and keeps it: by a job after publishing, or at the first request
 * when that comes before the job.
 */
@Singleton
public class PrintingReport implements Job {

    static final String NAME = "report-pdf";

    private final PublishedReports reports;
    private final ReportVolumes volumes;
    private final PdfDocuments documents;

    PrintingReport(PublishedReports reports, ReportVolumes volumes, PdfDocuments documents) {
        this.reports = reports;
        this.volumes = volumes;
        this.documents = documents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var report = reports.withKey(Long.parseLong(data)).orElse(null);
        if (report == null) {
            return;
        }
        for (var number = 1; number <= report.volumes(); number++) {
            volume(report, number);
        }
    }

    /** A volume of the report as PDF, in Polish, as documents of the office are. */
    public byte[] volume(PublishedReport report, int number) {
        var corrections = report.corrections().size();
        return volumes.findByReportIdAndNumberAndCorrections(report.id(), number, corrections)
                .map(ReportVolume::pdf)
                .orElseGet(() -> {
                    var pdf = print(report, number);
                    try {
                        keep(new ReportVolume(null, report.id(), number, corrections, pdf));
                    } catch (DataAccessException e) {
                        // Another request printed the very same meanwhile; the same facts give the same bytes.
                        if (!Violations.isDuplicate(e)) {
                            throw e;
                        }
                    }
                    return pdf;
                });
    }

    /** Keeps a volume that is printed already. */
    @Transactional
    protected void keep(ReportVolume volume) {
        volumes.save(volume);
    }

    private byte[] print(PublishedReport report, int number) {
        var last = report.corrections().isEmpty()
                ? report.report().publishedAt()
                : report.corrections().getLast().correctedAt();
        return documents.render(
                "pdf/report",
                ReportPrint.of(report, number),
                new PdfFacts(
                        report.report().reference() + " report volume " + number + " corrections "
                                + report.corrections().size(),
                        last,
                        Language.POLISH));
    }
}
