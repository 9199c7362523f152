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
import io.micronaut.http.annotation.QueryValue;
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

    private static final int SHOWN = 100;
    private static final String PATH = "/biuro/organizacje/krs";
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
    HttpResponse<?> list(@QueryValue @Nullable String po) {
        return Pages.show(VIEW, page(Stretch.key(po, 0), FormErrors.none()));
    }

    @Post("/{id:[0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> settle(@PathVariable long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = body == null ? Map.<String, String>of() : body;
        var decision = form.getOrDefault("decision", "");
        var after = Stretch.key(form.get("po"), 0);
        if (!decision.equals("take") && !decision.equals("refuse")) {
            return Pages.invalid(
                    VIEW, page(after, FormErrors.of(FormErrors.WHOLE_FORM, "directory.register.undecided")));
        }
        var accepted = decision.equals("take");
        var settled =
                accepted ? comparing.take(id, form.getOrDefault("spelt", ""), actor) : comparing.refuse(id, actor);
        return switch (settled) {
            case Settling.Done() ->
                Pages.done(
                        accepted ? Done.REGISTER_VALUE_TAKEN : Done.REGISTER_VALUE_REFUSED,
                        after == 0 ? PATH : PATH + "?po=" + after);
            case Settling.Invalid(var errors) -> Pages.invalid(VIEW, page(after, at(id, errors)));
            case Settling.Forbidden() -> Pages.forbidden();
            case Settling.NotFound() -> Pages.notFound();
        };
    }

    // The page has no field for what may be wrong with the entry: the sentence leads to the difference.
    private static FormErrors at(long id, FormErrors errors) {
        var first = errors.all().getFirst();
        return FormErrors.of("difference-" + id, first.key(), first.values());
    }

    private RegisterPage page(long after, FormErrors errors) {
        var stretch = Stretch.of(differences.waiting(after, SHOWN + 1), SHOWN, Difference::id);
        var waiting = stretch.rows();
        var lastCompared = differences.lastCompared().orElse(null);
        var ids = waiting.stream().map(Difference::organisationId).distinct().toList();
        if (ids.isEmpty()) {
            return new RegisterPage(List.of(), after, null, lastCompared, errors);
        }
        // The register knows nothing of spheres, so no row needs them.
        Map<Long, OrganisationFacts> known = organisations.findByIdIn(ids).stream()
                .collect(Collectors.toMap(Organisation::key, found -> found.facts(Collections.emptySortedSet())));
        return new RegisterPage(
                waiting.stream()
                        .map(difference -> RegisterPage.Row.from(
                                difference, Objects.requireNonNull(known.get(difference.organisationId()))))
                        .toList(),
                after,
                waiting.size() < SHOWN
                        ? null
                        : PATH + "?po=" + waiting.getLast().id(),
                lastCompared,
                errors);
    }
}
