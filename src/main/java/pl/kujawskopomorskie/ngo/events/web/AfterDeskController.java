package pl.kujawskopomorskie.ngo.events.web;

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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.after.AfterDesk;
import pl.kujawskopomorskie.ngo.events.after.ForgettingPeople;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What comes after an event, at its office: one place that leads to certificates, the survey and materials. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}/po")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AfterDeskController {

    private static final String VIEW = "desk/event-after";

    private final Events events;
    private final AfterDesk desk;
    private final ForgettingPeople forgetting;

    AfterDeskController(Events events, AfterDesk desk, ForgettingPeople forgetting) {
        this.events = events;
        this.desk = desk;
        this.forgetting = forgetting;
    }

    @Get
    HttpResponse<?> show(@PathVariable("event") String slug, Actor actor) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(event -> Pages.show(VIEW, page(event, actor, null, FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/przechowywanie")
    @Secured("CLERK")
    HttpResponse<?> keep(@PathVariable("event") String slug, @Body AfterForms.@Nullable Keeping form, Actor actor) {
        var typed = form == null ? "" : Typed.line(form.keptYears());
        return DeskAnswers.of(
                forgetting.keep(slug, EventForm.number(typed), actor),
                event -> Pages.done(Done.KEEPING_SAVED, DeskAnswers.EVENTS + "/" + slug + "/po"),
                errors -> Pages.invalid(VIEW, page(events.findBySlug(slug).orElseThrow(), actor, typed, errors)));
    }

    private AfterDeskPage page(Event event, Actor actor, @Nullable String typed, FormErrors errors) {
        var overview = desk.of(event);
        return new AfterDeskPage(
                overview,
                EventPolicy.mayRun(actor),
                typed == null ? Integer.toString(overview.keptYears()) : typed,
                errors);
    }

    /**
     * What comes after an event.
     *
     * @param overview how it stands
     * @param mayRun whether the reader may change it
     * @param keptYears as typed
     * @param errors in it
     */
    record AfterDeskPage(AfterDesk.Overview overview, boolean mayRun, String keptYears, FormErrors errors) {}
}
