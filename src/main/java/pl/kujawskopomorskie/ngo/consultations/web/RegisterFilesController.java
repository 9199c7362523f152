package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.ExportingRegister;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The register of remarks as files. */
@Controller("/konsultacje/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegisterFilesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Consultations consultations;
    private final ExportingRegister exporting;

    RegisterFilesController(Consultations consultations, ExportingRegister exporting) {
        this.consultations = consultations;
        this.exporting = exporting;
    }

    @Get("/uwagi.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return file(request, slug, ".xlsx", XLSX, exporting::writeXlsx, actor);
    }

    @Get("/uwagi.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request, @PathVariable String slug, @Nullable Actor actor) {
        return file(request, slug, ".csv", "text/csv", exporting::writeCsv, actor);
    }

    private HttpResponse<?> file(
            HttpRequest<?> request,
            String slug,
            String ending,
            String mediaType,
            Writing writing,
            @Nullable Actor actor) {
        var consultation = consultations
                .findBySlug(slug)
                .filter(found -> ConsultationPolicy.maySee(actor, found))
                .orElse(null);
        if (consultation == null) {
            return Pages.notFound();
        }
        return Downloads.made(
                request,
                exporting.fileName(consultation) + ending,
                mediaType,
                ending + exporting.version(consultation),
                out -> writing.write(consultation, out));
    }

    /** Writes the register in one format. */
    private interface Writing {
        void write(Consultation consultation, OutputStream out) throws IOException;
    }
}
