package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.type.Argument;
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
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.PrintingReport;
import pl.kujawskopomorskie.ngo.consultations.PublishedReport;
import pl.kujawskopomorskie.ngo.consultations.PublishedReports;
import pl.kujawskopomorskie.ngo.consultations.ReportTable;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The published report, as a page and as files. */
@Controller("/konsultacje/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Consultations consultations;
    private final PublishedReports reports;
    private final PrintingReport printing;
    private final ReportTable table;
    private final TableExports exports;
    private final ObjectMapper json;

    ReportController(
            Consultations consultations,
            PublishedReports reports,
            PrintingReport printing,
            ReportTable table,
            TableExports exports,
            ObjectMapper json) {
        this.consultations = consultations;
        this.reports = reports;
        this.printing = printing;
        this.table = table;
        this.exports = exports;
        this.json = json;
    }

    @Get("/sprawozdanie")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(@PathVariable String slug, @QueryValue @Nullable String strona, @Nullable Actor actor) {
        var page = strona != null && strona.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(strona) : 1;
        return find(slug, actor) instanceof PublishedReport report
                ? Pages.show("consultations/report", ReportPage.from(report, page, table))
                : Pages.notFound();
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
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) throws IOException {
        var report = find(slug, actor);
        if (report == null) {
            return Pages.notFound();
        }
        var out = new ByteArrayOutputStream();
        exports.writeXlsx(table.layout(report), report.report().register(), Language.POLISH, out);
        return Downloads.file(request, name(report) + ".xlsx", XLSX, out.toByteArray());
    }

    @Get("/sprawozdanie.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) throws IOException {
        var report = find(slug, actor);
        if (report == null) {
            return Pages.notFound();
        }
        var out = new ByteArrayOutputStream();
        exports.writeCsv(table.layout(report), report.report().register(), out);
        return Downloads.file(request, name(report) + ".csv", "text/csv", out.toByteArray());
    }

    /** The frozen text as it stands, so that its hash can be checked, beside its hash and the corrections. */
    @Get("/sprawozdanie.json")
    @Produces(MediaType.ALL)
    HttpResponse<?> json(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) throws IOException {
        var report = find(slug, actor);
        if (report == null) {
            return Pages.notFound();
        }
        var corrections = json.writeValueAsString(
                Argument.listOf(Argument.mapOf(String.class, String.class)),
                report.corrections().stream()
                        .map(correction ->
                                Map.of("correctedAt", correction.correctedAt().toString(), "text", correction.text()))
                        .toList());
        var text = "{\"sha256\":\"" + report.hash() + "\",\"corrections\":" + corrections + ",\"report\":"
                + report.json() + "}";
        return Downloads.file(
                request, name(report) + ".json", MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<?> volume(HttpRequest<?> request, String slug, int number, @Nullable Actor actor) {
        var report = find(slug, actor);
        if (report == null || number < 1 || number > report.volumes()) {
            return Pages.notFound();
        }
        return Downloads.file(
                request,
                name(report) + (number == 1 ? "" : "-tom-" + number) + ".pdf",
                FileType.PDF.mediaType(),
                printing.volume(report, number));
    }

    private @Nullable PublishedReport find(String slug, @Nullable Actor actor) {
        return consultations
                .findBySlug(slug)
                .filter(consultation -> ConsultationPolicy.maySee(actor, consultation))
                .flatMap(reports::of)
                .orElse(null);
    }

    private static String name(PublishedReport report) {
        return "sprawozdanie-" + report.report().reference().replace('/', '-');
    }
}
