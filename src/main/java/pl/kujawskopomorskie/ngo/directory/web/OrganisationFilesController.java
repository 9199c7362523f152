package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import pl.kujawskopomorskie.ngo.directory.ExportingOrganisations;
import pl.kujawskopomorskie.ngo.directory.ExportingOrganisations.Format;
import pl.kujawskopomorskie.ngo.directory.OrganisationTable;
import pl.kujawskopomorskie.ngo.directory.PublicDirectory;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.KeptFiles;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** The whole directory as files, and the page that says what is in them. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganisationFilesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";

    private final ExportingOrganisations exporting;
    private final PublicDirectory directory;
    private final OrganisationTable table;
    private final KeptFiles files;

    OrganisationFilesController(
            ExportingOrganisations exporting, PublicDirectory directory, OrganisationTable table, KeptFiles files) {
        this.exporting = exporting;
        this.files = files;
        this.directory = directory;
        this.table = table;
    }

    @Get("/organizacje-dane")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> explain(HttpRequest<?> request) {
        return Pages.show("directory/open", OpenDirectoryPage.from(table.columns(RequestLanguage.of(request))));
    }

    @Get("/organizacje.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request) {
        return made(request, Format.CSV, "organizacje.csv", CSV);
    }

    @Get("/organizacje.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request) {
        return made(request, Format.XLSX, "organizacje.xlsx", XLSX);
    }

    @Get("/organizacje.json")
    @Produces(MediaType.ALL)
    HttpResponse<?> json(HttpRequest<?> request) {
        return made(request, Format.JSON, "organizacje.json", MediaType.APPLICATION_JSON);
    }

    @Get("/organizacje-hsds.zip")
    @Produces(MediaType.ALL)
    HttpResponse<?> hsds(HttpRequest<?> request) {
        return made(request, Format.HSDS, "organizacje-hsds.zip", "application/zip");
    }

    @Get("/organizacje-360giving.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> giving(HttpRequest<?> request) {
        return made(request, Format.GIVING, "organizacje-360giving.csv", CSV);
    }

    // Any site's page may fetch them, as it may ask the API.
    private HttpResponse<?> made(HttpRequest<?> request, Format format, String name, String mediaType) {
        return Downloads.kept(
                        request,
                        name,
                        mediaType,
                        files,
                        "organisations " + format,
                        () -> String.valueOf(directory.version()),
                        out -> exporting.write(format, out))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG);
    }
}
