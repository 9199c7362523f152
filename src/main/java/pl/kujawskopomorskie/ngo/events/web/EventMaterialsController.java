package pl.kujawskopomorskie.ngo.events.web;

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
import pl.kujawskopomorskie.ngo.events.after.ReadingMaterials;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;

/** Files of events that are everybody's. */
@Controller("/wydarzenia/{event:[a-z0-9-]+}/materialy")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventMaterialsController {

    private final ReadingMaterials materials;
    private final StoringFiles files;

    EventMaterialsController(ReadingMaterials materials, StoringFiles files) {
        this.materials = materials;
        this.files = files;
    }

    @Get(value = "/{id:[0-9]+}/{name}", produces = MediaType.ALL)
    HttpResponse<?> file(
            HttpRequest<?> request,
            @PathVariable("event") String slug,
            @PathVariable String id,
            @PathVariable String name) {
        return MaterialFiles.of(request, materials.ofEveryone(slug, ProgrammeDeskController.key(id)), name, files);
    }
}
