package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.after.IssuingCertificates;
import pl.kujawskopomorskie.ngo.events.after.PrintingCertificates;
import pl.kujawskopomorskie.ngo.events.after.ReadingMaterials;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Files that the people of a registration get by its link: certificates of those who were there, materials. */
@Controller("/wydarzenia/zgloszenie/{token:[A-Za-z0-9_-]+}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class RegistrationAfterController {

    private final IssuingCertificates issuing;
    private final PrintingCertificates printing;
    private final ReadingMaterials materials;
    private final StoringFiles files;

    RegistrationAfterController(
            IssuingCertificates issuing,
            PrintingCertificates printing,
            ReadingMaterials materials,
            StoringFiles files) {
        this.issuing = issuing;
        this.printing = printing;
        this.materials = materials;
        this.files = files;
    }

    @Get("/zaswiadczenie/{position:[0-9]+}.pdf")
    HttpResponse<?> certificate(
            HttpRequest<?> request,
            @PathVariable String token,
            @PathVariable String position,
            @QueryValue @Nullable String jezyk) {
        var at = position.length() <= 4 ? Integer.parseInt(position) : 0;
        return secret(CertificateAnswers.of(
                request,
                issuing.ofRegistration(token, at),
                jezyk,
                printing,
                () -> Pages.refusal(HttpStatus.GONE, "events.registration.gone")));
    }

    @Get("/materialy/{id:[0-9]+}/{name}")
    HttpResponse<?> material(
            HttpRequest<?> request, @PathVariable String token, @PathVariable String id, @PathVariable String name) {
        return secret(MaterialFiles.of(
                request, materials.ofRegistration(token, ProgrammeDeskController.key(id)), name, files));
    }

    private static HttpResponse<?> secret(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
