package pl.kujawskopomorskie.ngo.events.advisory.web;

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
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.events.advisory.AdviserEntry;
import pl.kujawskopomorskie.ngo.events.advisory.Advisers;
import pl.kujawskopomorskie.ngo.events.advisory.KeepingAdvisers;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/** Advisers in the office. */
@Controller(AdviserDeskController.ADVISERS)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AdviserDeskController {

    static final String ADVISERS = AdvisoryDeskController.DESK + "/doradcy";

    private static final String FORM = "desk/advisory-adviser";

    private final Advisers advisers;
    private final KeepingAdvisers keeping;

    AdviserDeskController(Advisers advisers, KeepingAdvisers keeping) {
        this.advisers = advisers;
        this.keeping = keeping;
    }

    @Get
    HttpResponse<?> list(Actor actor) {
        return Pages.show("desk/advisory-advisers", new AdvisersPage(advisers.all(), EventPolicy.mayRun(actor)));
    }

    @Get("/nowy")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        return Pages.show(FORM, new AdviserFormPage(0, TypedFields.fresh().with("active", "true"), FormErrors.none()));
    }

    @Post("/nowy")
    @Secured("CLERK")
    HttpResponse<?> add(@Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        return answer(keeping.add(entry(form), form.token(), actor), 0, form);
    }

    @Get("/{adviser:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable long adviser) {
        return advisers.findById(adviser)
                .<HttpResponse<?>>map(
                        found -> Pages.show(FORM, new AdviserFormPage(adviser, filled(found), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{adviser:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable long adviser, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        return answer(keeping.change(adviser, form.number("revision"), entry(form), actor), adviser, form);
    }

    private HttpResponse<?> answer(KeepingAdvisers.Keeping kept, long id, TypedFields form) {
        return switch (kept) {
            case KeepingAdvisers.Keeping.Done(var adviser) -> Pages.done(Done.ADVISER_SAVED, ADVISERS);
            case KeepingAdvisers.Keeping.Invalid(var errors) ->
                Pages.invalid(FORM, new AdviserFormPage(id, form, errors));
            case KeepingAdvisers.Keeping.Stale(var saved) ->
                Pages.invalid(
                        FORM,
                        new AdviserFormPage(id, form, FormErrors.of(FormErrors.WHOLE_FORM, "advisory.advice.stale")));
            case KeepingAdvisers.Keeping.Forbidden() -> Pages.forbidden();
            case KeepingAdvisers.Keeping.NotFound() -> Pages.notFound();
        };
    }

    private static AdviserEntry entry(TypedFields form) {
        return new AdviserEntry(
                form.line("name"),
                Arrays.stream(AdviceSubject.values())
                        .filter(subject -> form.ticked("subject-" + subject))
                        .collect(Collectors.toSet()),
                form.text("bio"),
                form.line("place"),
                form.line("account"),
                form.ticked("active"));
    }

    private TypedFields filled(Adviser adviser) {
        var form = TypedFields.fresh()
                .with("name", adviser.name())
                .with("bio", adviser.bio())
                .with("place", adviser.place())
                .with("revision", Integer.toString(adviser.revision()));
        for (var subject : adviser.subjectList()) {
            form = form.with("subject-" + subject, "true");
        }
        var person = adviser.personId();
        if (person != null) {
            form = form.with("account", advisers.emailOf(person).orElse(""));
        }
        return adviser.leftAt() == null ? form.with("active", "true") : form;
    }
}
