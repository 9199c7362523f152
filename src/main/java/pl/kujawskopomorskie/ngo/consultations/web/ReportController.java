package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.ExportingReport;
import pl.kujawskopomorskie.ngo.consultations.PrintingReport;
import pl.kujawskopomorskie.ngo.consultations.PublishedReports;
import pl.kujawskopomorskie.ngo.consultations.ReportTable;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The published report, as a page and as files. */
@Controller("/konsultacje/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final int SECONDS_OF_PRINTING = 30;

    private final Consultations consultations;
    private final PublishedReports reports;
    private final PrintingReport printing;
    private final ExportingReport exporting;
    private final ReportTable table;
    private final StoringFiles files;

    ReportController(
            Consultations consultations,
            PublishedReports reports,
            PrintingReport printing,
            ExportingReport exporting,
            ReportTable table,
            StoringFiles files) {
        this.consultations = consultations;
        this.reports = reports;
        this.printing = printing;
        this.exporting = exporting;
        this.table = table;
        this.files = files;
    }

    @Get("/sprawozdanie")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(@PathVariable String slug, @QueryValue @Nullable String strona, @Nullable Actor actor) {
        var report = find(slug, actor).flatMap(reports::of).orElse(null);
        if (report == null) {
            return Pages.notFound();
        }
        var number = ReportPage.number(report, asked(strona));
        return Pages.show(
                "consultations/report",
                ReportPage.from(
                        report,
                        number,
                        reports.entries(report, (number - 1) * ReportPage.SIZE, ReportPage.SIZE),
                        table));
    }

    @Get("/sprawozdanie/zaproszeni")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> invited(@PathVariable String slug, @QueryValue @Nullable String strona, @Nullable Actor actor) {
        return find(slug, actor)
                .flatMap(reports::of)
                .<HttpResponse<?>>map(report -> Pages.show(
                        "consultations/report-invited", ReportInvitedPage.of(report.report(), asked(strona))))
                .orElseGet(Pages::notFound);
    }

    @Get("/sprawozdanie.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> pdf(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return volume(request, slug, 1, actor);
    }

    @Get("/sprawozdanie-tom-{volume:[0-9]+}.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> volume(
            HttpRequest<?> request, @PathVariable String slug, @PathVariable String volume, @Nullable Actor actor) {
        return volume(request, slug, volume.length() <= 6 ? Integer.parseInt(volume) : 0, actor);
    }

    @Get("/sprawozdanie.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return export(request, slug, ExportingReport.Format.XLSX, ".xlsx", XLSX, actor);
    }

    @Get("/sprawozdanie.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return export(request, slug, ExportingReport.Format.CSV, ".csv", CSV, actor);
    }

    @Get("/sprawozdanie-sprostowania.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> corrections(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return export(request, slug, ExportingReport.Format.CORRECTIONS_CSV, "-sprostowania.csv", CSV, actor);
    }

    @Get("/sprawozdanie.json")
    @Produces(MediaType.ALL)
    HttpResponse<?> json(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return export(request, slug, ExportingReport.Format.JSON, ".json", MediaType.APPLICATION_JSON, actor);
    }

    private HttpResponse<?> export(
            HttpRequest<?> request,
            String slug,
            ExportingReport.Format format,
            String ending,
            String mediaType,
            @Nullable Actor actor) {
        var consultation = find(slug, actor).orElse(null);
        var report = consultation == null ? null : reports.of(consultation).orElse(null);
        return consultation == null || report == null
                ? Pages.notFound()
                : Downloads.made(
                        request,
                        report.report().fileName() + ending,
                        mediaType,
                        report.version(),
                        out -> exporting.write(consultation, format, out));
    }

    private HttpResponse<?> volume(HttpRequest<?> request, String slug, int number, @Nullable Actor actor) {
        var report = find(slug, actor).flatMap(reports::of).orElse(null);
        if (report == null || number < 1 || number > report.volumes()) {
            return Pages.notFound();
        }
        return printing.volume(report, number)
                .<HttpResponse<?>>map(file -> Downloads.file(
                        request,
                        report.report().fileName() + (number == 1 ? "" : "-tom-" + number) + ".pdf",
                        file.mediaType(),
                        file.sizeBytes(),
                        HexFormat.of().formatHex(file.sha256()),
                        () -> files.open(file)))
                .orElseGet(() -> Pages.notYet("consultations/report-printing", report, SECONDS_OF_PRINTING));
    }

    private static int asked(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }

    private Optional<Consultation> find(String slug, @Nullable Actor actor) {
        return consultations.findBySlug(slug).filter(consultation -> ConsultationPolicy.maySee(actor, consultation));
    }
}
