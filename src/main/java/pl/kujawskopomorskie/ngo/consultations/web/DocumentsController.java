package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Hands out the documents that stand beside a draft. */
@Controller("/konsultacje/{slug}/dokumenty")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocumentsController {

    private final Consultations consultations;
    private final StoringFiles files;

    DocumentsController(Consultations consultations, StoringFiles files) {
        this.consultations = consultations;
        this.files = files;
    }

    @Get(value = "/{id:[0-9]+}/{name}", produces = MediaType.ALL)
    HttpResponse<?> download(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String id,
            @PathVariable String name,
            @Nullable Actor actor) {
        return consultations
                .findBySlug(slug)
                .filter(consultation -> ConsultationPolicy.maySee(actor, consultation))
                .flatMap(consultation -> consultations.fileOfDocument(consultation.key(), key(id)))
                .flatMap(files::find)
                .filter(file -> file.name().equals(name))
                .<HttpResponse<?>>map(file -> Downloads.file(
                        request,
                        file.name(),
                        file.mediaType(),
                        file.sizeBytes(),
                        HexFormat.of().formatHex(file.sha256()),
                        () -> files.open(file)))
                .orElseGet(Pages::notFound);
    }

    // A number too long for a key is that of no document.
    private static long key(String id) {
        return id.length() <= 18 ? Long.parseLong(id) : 0;
    }
}
