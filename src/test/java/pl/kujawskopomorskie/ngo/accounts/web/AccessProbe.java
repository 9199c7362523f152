package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.web.ErrorPage;

/** Routes that only tests have, one for each kind of floor. */
@Controller("/test-access")
final class AccessProbe {

    @Get("/anyone")
    @Produces("text/html")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String anyone(@Nullable Actor actor) {
        return actor == null
                ? "nobody"
                : actor.displayName() + " "
                        + actor.roleNames().stream().sorted().toList();
    }

    @Get("/page")
    @Produces("text/html")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> page() {
        return HttpResponse.ok(new ModelAndView<>("error", Map.of("page", new ErrorPage(404, "error.404.sentence"))));
    }

    @Get("/somebody")
    @Produces({"text/html", "application/json"})
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String somebody(Actor actor) {
        return actor.displayName();
    }

    @Post("/somebody")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/html")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String post(Actor actor) {
        return actor.displayName();
    }

    @Get("/clerk")
    @Produces("text/html")
    @Secured("CLERK")
    String clerk(Actor actor) {
        return actor.displayName();
    }
}
