package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs.Settling;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What the court register says otherwise than the directory; a clerk takes it or refuses it. */
@Controller("/biuro/organizacje/krs")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RegisterController {

    private static final int SHOWN = 200;
    private static final String VIEW = "directory/register";

    private final ComparingWithKrs comparing;
    private final RegisterDifferences differences;

    RegisterController(ComparingWithKrs comparing, RegisterDifferences differences) {
        this.comparing = comparing;
        this.differences = differences;
    }

    @Get
    HttpResponse<?> list() {
        return Pages.show(VIEW, new RegisterPage(differences.waiting(SHOWN), FormErrors.none()));
    }

    @Post("/{id:[0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> settle(@PathVariable long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var accepted = body != null && "take".equals(body.get("decision"));
        return switch (comparing.settle(id, accepted, actor)) {
            case Settling.Done() -> Pages.goTo("/biuro/organizacje/krs");
            case Settling.Invalid(var errors) ->
                Pages.invalid(VIEW, new RegisterPage(differences.waiting(SHOWN), errors));
            case Settling.Forbidden() -> Pages.forbidden();
            case Settling.NotFound() -> Pages.notFound();
        };
    }
}
