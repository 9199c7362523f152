package pl.kujawskopomorskie.ngo.events.visits.web;

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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitPolicy;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Visits of officials to organisations, for everybody. */
@Controller("/wizyty")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class VisitsController {

    private final VisitCatalogue visits;

    VisitsController(VisitCatalogue visits) {
        this.visits = visits;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String zlecone,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona) {
        var query = VisitsQuery.of(rok, "", zlecone, szukaj, strona);
        return Pages.show("events/visits", new VisitsPage(query, visits.find(query.filter(true)), false));
    }

    @Get("/{visit:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("visit") String slug, @Nullable Actor actor) {
        return visits.find(slug)
                .filter(found -> VisitPolicy.maySee(actor, found.visit()))
                .<HttpResponse<?>>map(found -> Pages.show("events/visit", VisitPage.of(found)))
                .orElseGet(Pages::notFound);
    }
}
