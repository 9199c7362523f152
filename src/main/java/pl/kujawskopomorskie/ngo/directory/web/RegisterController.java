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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs;
import pl.kujawskopomorskie.ngo.directory.ComparingWithKrs.Settling;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationFacts;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences;
import pl.kujawskopomorskie.ngo.directory.RegisterDifferences.Difference;
import pl.kujawskopomorskie.ngo.shared.web.Done;
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
    private final Organisations organisations;

    RegisterController(ComparingWithKrs comparing, RegisterDifferences differences, Organisations organisations) {
        this.comparing = comparing;
        this.differences = differences;
        this.organisations = organisations;
    }

    @Get
    HttpResponse<?> list() {
        return Pages.show(VIEW, page(FormErrors.none()));
    }

    @Post("/{id:[0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> settle(@PathVariable long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var decision = body == null ? "" : body.getOrDefault("decision", "");
        if (!decision.equals("take") && !decision.equals("refuse")) {
            return Pages.invalid(VIEW, page(FormErrors.of(FormErrors.WHOLE_FORM, "directory.register.undecided")));
        }
        var accepted = decision.equals("take");
        return switch (comparing.settle(id, accepted, actor)) {
            case Settling.Done() ->
                Pages.done(
                        accepted ? Done.REGISTER_VALUE_TAKEN : Done.REGISTER_VALUE_REFUSED, "/biuro/organizacje/krs");
            case Settling.Invalid(var errors) -> Pages.invalid(VIEW, page(errors));
            case Settling.Forbidden() -> Pages.forbidden();
            case Settling.NotFound() -> Pages.notFound();
        };
    }

    private RegisterPage page(FormErrors errors) {
        var waiting = differences.waiting(SHOWN);
        var ids = waiting.stream().map(Difference::organisationId).distinct().toList();
        if (ids.isEmpty()) {
            return new RegisterPage(List.of(), errors);
        }
        // The register knows nothing of spheres, so no row needs them.
        Map<Long, OrganisationFacts> known = organisations.findByIdIn(ids).stream()
                .collect(Collectors.toMap(Organisation::key, found -> found.facts(Collections.emptySortedSet())));
        return new RegisterPage(
                waiting.stream()
                        .map(difference -> RegisterPage.Row.from(
                                difference, Objects.requireNonNull(known.get(difference.organisationId()))))
                        .toList(),
                errors);
    }
}
