package pl.kujawskopomorskie.ngo.events.teams.web;

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
import pl.kujawskopomorskie.ngo.events.teams.TeamCatalogue;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Cross-sector teams for everybody. */
@Controller("/zespoly")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TeamsController {

    private final TeamCatalogue teams;

    TeamsController(TeamCatalogue teams) {
        this.teams = teams;
    }

    @Get
    HttpResponse<?> list(@QueryValue @Nullable String kiedy, @QueryValue @Nullable String strona) {
        return Pages.show("events/teams", TeamsPage.of(teams, kiedy, strona, false));
    }

    @Get("/{team:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("team") String slug) {
        return teams.find(slug)
                .<HttpResponse<?>>map(found -> Pages.show("events/team", TeamPage.of(found)))
                .orElseGet(Pages::notFound);
    }
}
