package pl.kujawskopomorskie.ngo.events.visits.web;

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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices;
import pl.kujawskopomorskie.ngo.events.visits.KeepingVisits;
import pl.kujawskopomorskie.ngo.events.visits.Visit;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitChange;
import pl.kujawskopomorskie.ngo.events.visits.VisitPolicy;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's register of visits. */
@Controller(VisitDeskController.VISITS)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class VisitDeskController {

    static final String VISITS = "/biuro/wizyty";

    private static final String FORM = "desk/visit-form";
    private static final FormErrors STALE = FormErrors.of(FormErrors.WHOLE_FORM, "directory.stale.form");

    private final VisitCatalogue catalogue;
    private final KeepingVisits keeping;
    private final OrganisationChoices organisations;

    VisitDeskController(VisitCatalogue catalogue, KeepingVisits keeping, OrganisationChoices organisations) {
        this.catalogue = catalogue;
        this.keeping = keeping;
        this.organisations = organisations;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String etap,
            @QueryValue @Nullable String zlecone,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var query = VisitsQuery.of(rok, etap, zlecone, szukaj, strona);
        return Pages.show(
                "desk/visits", new VisitsPage(query, catalogue.find(query.filter(false)), VisitPolicy.mayKeep(actor)));
    }

    @Get("/nowa")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        return Pages.show(FORM, form("", VisitForm.fresh(), FormErrors.none()));
    }

    @Post
    @Secured("CLERK")
    HttpResponse<?> begin(@Body VisitForm form, Actor actor) {
        if (form.looks()) {
            return Pages.show(FORM, form("", form, FormErrors.none()));
        }
        var mistyped = form.mistyped();
        return answer(
                mistyped.any() ? new VisitChange.Invalid(mistyped) : keeping.begin(form.entry(), form.token(), actor),
                visit -> Pages.done(Done.VISIT_SAVED, VISITS + "/" + visit.slug()),
                errors -> Pages.invalid(FORM, form("", form, errors)));
    }

    @Get("/{visit:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("visit") String slug, Actor actor) {
        return page(slug, actor, null, FormErrors.none());
    }

    @Get("/{visit:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable("visit") String slug) {
        return catalogue
                .find(slug)
                .<HttpResponse<?>>map(found -> found.visit().cancelledAt() != null
                        ? Pages.conflict("events.visit.cancelled.already")
                        : Pages.show(FORM, form(slug, VisitForm.of(found), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{visit:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable("visit") String slug, @Body VisitForm form, Actor actor) {
        if (form.looks()) {
            return Pages.show(FORM, form(slug, form, FormErrors.none()));
        }
        var mistyped = form.mistyped();
        var change = mistyped.any()
                ? new VisitChange.Invalid(mistyped)
                : keeping.change(slug, form.revisionNumber(), form.entry(), actor);
        if (change instanceof VisitChange.Stale) {
            var saved = catalogue.find(slug).orElse(null);
            // Saving again from this page is a choice made with both texts in sight.
            return saved == null
                    ? Pages.notFound()
                    : Pages.invalid(
                            FORM,
                            form(slug, form.over(saved.visit().revision()), STALE)
                                    .against(form.against(VisitForm.of(saved))));
        }
        return answer(
                change,
                visit -> Pages.done(Done.VISIT_SAVED, VISITS + "/" + slug),
                errors -> Pages.invalid(FORM, form(slug, form, errors)));
    }

    /** Says that it was made. */
    @Post("/{visit:[a-z0-9-]+}/odbyta")
    @Secured("CLERK")
    HttpResponse<?> make(@PathVariable("visit") String slug, Actor actor) {
        return answer(
                keeping.make(slug, actor),
                visit -> Pages.done(Done.VISIT_MADE, VISITS + "/" + slug),
                errors -> page(slug, actor, null, errors));
    }

    @Post("/{visit:[a-z0-9-]+}/odwolaj")
    @Secured("CLERK")
    HttpResponse<?> cancel(@PathVariable("visit") String slug, @Body @Nullable ReasonForm form, Actor actor) {
        return answer(
                keeping.cancel(slug, form == null ? "" : Typed.text(form.cancelReason()), actor),
                visit -> Pages.done(Done.VISIT_CANCELLED, VISITS + "/" + slug),
                errors -> page(slug, actor, form, errors));
    }

    @Post("/{visit:[a-z0-9-]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> discard(@PathVariable("visit") String slug, @Body @Nullable ReasonForm form, Actor actor) {
        return answer(
                keeping.discard(slug, form == null ? "" : Typed.text(form.discardReason()), actor),
                visit -> Pages.done(Done.VISIT_DISCARDED, VISITS),
                errors -> page(slug, actor, form, errors));
    }

    private static HttpResponse<?> answer(
            VisitChange change,
            Function<Visit, HttpResponse<?>> done,
            Function<FormErrors, HttpResponse<?>> complaint) {
        return switch (change) {
            case VisitChange.Done(var visit) -> done.apply(visit);
            case VisitChange.Invalid(var errors) -> complaint.apply(errors);
            case VisitChange.Stale() -> complaint.apply(STALE);
            case VisitChange.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case VisitChange.Forbidden() -> Pages.forbidden();
            case VisitChange.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(String slug, Actor actor, @Nullable ReasonForm typed, FormErrors errors) {
        var whole = catalogue.find(slug).orElse(null);
        if (whole == null) {
            return Pages.notFound();
        }
        var page = VisitPage.of(
                whole,
                VisitPolicy.mayKeep(actor),
                typed == null ? "" : Typed.text(typed.cancelReason()),
                typed == null ? "" : Typed.text(typed.discardReason()),
                errors);
        return errors.any() ? Pages.invalid("desk/visit", page) : Pages.show("desk/visit", page);
    }

    private VisitFormPage form(String slug, VisitForm form, FormErrors errors) {
        var offer = organisations.offer(Typed.line(form.organisationName()), form.chosen(), form.looks());
        return new VisitFormPage(slug, form, offer, errors, List.of());
    }
}
