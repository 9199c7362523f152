package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.documents.StoredFile;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Makes the PDF of a published report by a job, outside any lock, and keeps it. The queue has one row for a report and its
 * corrections, so that one node prints them, and a job that was broken off goes on with the first volume that is missing.
 */
@Singleton
public class PrintingReport implements Job {

    static final String NAME = "report-pdf";

    private final PublishedReports published;
    private final ConsultationReports reports;
    private final ReportVolumes volumes;
    private final PdfDocuments documents;
    private final StoringFiles files;
    private final JobQueue jobs;

    PrintingReport(
            PublishedReports published,
            ConsultationReports reports,
            ReportVolumes volumes,
            PdfDocuments documents,
            StoringFiles files,
            JobQueue jobs) {
        this.published = published;
        this.reports = reports;
        this.volumes = volumes;
        this.documents = documents;
        this.files = files;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var report = published.withKey(Long.parseLong(data)).orElse(null);
        if (report == null) {
            return;
        }
        for (var number = 1; number <= report.volumes(); number++) {
            if (fileId(report, number).isEmpty() && !keep(report, number, render(report, number))) {
                // It was corrected meanwhile, and the job that was asked for with the correction prints that.
                return;
            }
        }
    }

    /** Asks for the printing of a report as it is now. Asking again while it waits changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void print(ConsultationReport report) {
        ask(report.key(), reports.countCorrections(report.key()));
    }

    /**
     * A printed volume, in Polish, as documents of the office are; nothing while it is being printed. Whoever comes early
     * asks for the printing again, so that none is waited for in vain.
     */
    @Transactional
    public Optional<StoredFile> volume(PublishedReport report, int number) {
        var file = fileId(report, number).flatMap(files::find);
        if (file.isEmpty()) {
            ask(report.id(), report.corrections().size());
        }
        return file;
    }

    /** Takes away what is printed of a report, and asks for its printing as it is now. The caller has the report's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    void printAnew(ConsultationReport report) {
        var old = volumes.findByReportId(report.key());
        volumes.deleteAll(old);
        old.stream().map(ReportVolume::fileId).filter(Objects::nonNull).forEach(files::forget);
        print(report);
    }

    /** Keeps a volume unless the report was corrected since it was read; whether it shows the report as it is. */
    @Transactional
    protected boolean keep(PublishedReport report, int number, byte[] pdf) {
        var corrections = report.corrections().size();
        if (reports.findByIdForUpdate(report.id()).isEmpty() || reports.countCorrections(report.id()) != corrections) {
            return false;
        }
        if (fileId(report, number).isEmpty()) {
            // A row without a file, which this release cannot hand out, gives way to one that has it.
            row(report, number).ifPresent(old -> volumes.deleteAll(List.of(old)));
            var file = files.keep(pdf, report.report().fileName() + "-tom-" + number + ".pdf", FileType.PDF, null);
            volumes.save(new ReportVolume(null, report.id(), number, corrections, file.key()));
        }
        return true;
    }

    // A job that runs has read the report already: what changes it since needs a key of its own.
    private void ask(long reportId, int corrections) {
        jobs.add(NAME, reportId + "/" + corrections, String.valueOf(reportId));
    }

    private Optional<ReportVolume> row(PublishedReport report, int number) {
        return volumes.findByReportIdAndNumberAndCorrections(
                report.id(), number, report.corrections().size());
    }

    /** The file of a volume; a row without one counts as not printed. */
    private Optional<Long> fileId(PublishedReport report, int number) {
        return row(report, number).map(ReportVolume::fileId);
    }

    private byte[] render(PublishedReport report, int number) {
        var last = report.corrections().isEmpty()
                ? report.report().publishedAt()
                : report.corrections().getLast().correctedAt();
        return documents.render(
                "pdf/report",
                new ReportPrint(
                        report,
                        number,
                        published.entries(report, ReportPrint.first(number), PdfDocuments.ROWS_IN_A_VOLUME)),
                new PdfFacts(
                        report.report().reference() + " report volume " + number + " corrections "
                                + report.corrections().size(),
                        last,
                        Language.POLISH));
    }
}
