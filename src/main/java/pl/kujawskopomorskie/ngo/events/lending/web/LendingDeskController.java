package pl.kujawskopomorskie.ngo.events.lending.web;

import io.micronaut.http.HttpRequest;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.lending.DecidingLending;
import pl.kujawskopomorskie.ngo.events.lending.HandingOut;
import pl.kujawskopomorskie.ngo.events.lending.LendingState;
import pl.kujawskopomorskie.ngo.events.lending.Lendings;
import pl.kujawskopomorskie.ngo.events.lending.LookingAtLendings;
import pl.kujawskopomorskie.ngo.events.lending.Resources;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/** Requests to borrow in the office: the list, deciding, handing out and taking back. */
@Controller(LendingDeskController.DESK)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class LendingDeskController {

    static final String DESK = "/biuro/sale-i-sprzet";

    private static final String REQUEST = "desk/lending-request";
    private static final int PAGE_SIZE = 40;

    private final Resources resources;
    private final Lendings lendings;
    private final LookingAtLendings looking;
    private final DecidingLending deciding;
    private final HandingOut handing;
    private final Clock clock;

    LendingDeskController(
            Resources resources,
            Lendings lendings,
            LookingAtLendings looking,
            DecidingLending deciding,
            HandingOut handing,
            Clock clock) {
        this.resources = resources;
        this.lendings = lendings;
        this.looking = looking;
        this.deciding = deciding;
        this.handing = handing;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String stan, @QueryValue @Nullable String co, @QueryValue @Nullable String strona) {
        var state = stan != null && LendingsDeskPage.STATES.contains(stan) ? stan : "";
        var resource = co != null && co.matches("[1-9][0-9]{0,17}") ? co : "";
        var resourceId = resource.isEmpty() ? 0 : Long.parseLong(resource);
        var now = OfficeTime.now(clock);
        var total = lendings.countListed(now, state, resourceId);
        var pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        var asked = strona != null && strona.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(strona) : 1;
        var number = Math.min(asked, pages);
        return Pages.show(
                "desk/lending",
                new LendingsDeskPage(
                        state,
                        resource,
                        looking.list(now, state, resourceId, PAGE_SIZE, (number - 1) * PAGE_SIZE),
                        total,
                        number,
                        pages,
                        resources.all()));
    }

    @Get("/prosby/{request:[0-9]+}")
    HttpResponse<?> show(@PathVariable("request") long id, Actor actor) {
        return page(id, TypedFields.fresh(), FormErrors.none(), actor);
    }

    @Post("/prosby/{request:[0-9]+}/przyjmij")
    @Secured("CLERK")
    HttpResponse<?> accept(@PathVariable("request") long id, HttpRequest<?> http, Actor actor) {
        return answer(deciding.accept(id, actor), id, TypedFields.fresh(), Done.LENDING_ACCEPTED, http, actor);
    }

    @Post("/prosby/{request:[0-9]+}/odmow")
    @Secured("CLERK")
    HttpResponse<?> refuse(
            @PathVariable("request") long id,
            @Body @Nullable Map<String, String> body,
            HttpRequest<?> http,
            Actor actor) {
        var form = TypedFields.of(body);
        return answer(deciding.refuse(id, form.text("refusal"), actor), id, form, Done.LENDING_REFUSED, http, actor);
    }

    @Post("/prosby/{request:[0-9]+}/odwolaj")
    @Secured("CLERK")
    HttpResponse<?> cancel(
            @PathVariable("request") long id,
            @Body @Nullable Map<String, String> body,
            HttpRequest<?> http,
            Actor actor) {
        var form = TypedFields.of(body);
        return answer(
                deciding.cancel(id, form.text("cancellation"), actor), id, form, Done.LENDING_CANCELLED, http, actor);
    }

    @Post("/prosby/{request:[0-9]+}/wydaj")
    @Secured("CLERK")
    HttpResponse<?> handOut(
            @PathVariable("request") long id,
            @Body @Nullable Map<String, String> body,
            HttpRequest<?> http,
            Actor actor) {
        return handed(id, TypedFields.of(body), handing::handOut, Done.EQUIPMENT_TAKEN, http, actor);
    }

    @Post("/prosby/{request:[0-9]+}/zwrot")
    @Secured("CLERK")
    HttpResponse<?> takeBack(
            @PathVariable("request") long id,
            @Body @Nullable Map<String, String> body,
            HttpRequest<?> http,
            Actor actor) {
        return handed(id, TypedFields.of(body), handing::takeBack, Done.EQUIPMENT_RETURNED, http, actor);
    }

    private HttpResponse<?> handed(
            long id, TypedFields form, Handing way, Done done, HttpRequest<?> http, Actor actor) {
        var thing = form.key("thing");
        return answer(way.note(id, thing, form.line("note-" + thing), actor), id, form, done, http, actor);
    }

    private HttpResponse<?> answer(
            DecidingLending.Decision decision, long id, TypedFields form, Done done, HttpRequest<?> http, Actor actor) {
        return switch (decision) {
            case DecidingLending.Decision.Done() -> Pages.done(done, DESK + "/prosby/" + id);
            case DecidingLending.Decision.Clash clash ->
                page(id, form, FormErrors.of(FormErrors.WHOLE_FORM, "lending.decide.clash"), actor);
            case DecidingLending.Decision.Invalid(var errors) -> page(id, form, errors, actor);
            case DecidingLending.Decision.Between(var startsAt, var endsAt) -> {
                var formats = new Formats(RequestLanguage.of(http));
                yield Pages.conflict("lending.handOut.between", formats.dateTime(startsAt), formats.dateTime(endsAt));
            }
            case DecidingLending.Decision.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case DecidingLending.Decision.Forbidden() -> Pages.forbidden();
            case DecidingLending.Decision.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(long id, TypedFields form, FormErrors errors, Actor actor) {
        var detail = looking.of(id).orElse(null);
        if (detail == null) {
            return Pages.notFound();
        }
        var now = OfficeTime.now(clock);
        var waits = detail.lending().state() == LendingState.ASKED;
        var page = new LendingPage(
                detail,
                now,
                waits
                        ? deciding.lacking(
                                detail.lending(),
                                detail.things().stream()
                                        .map(LookingAtLendings.Thing::item)
                                        .toList(),
                                detail.things().stream()
                                        .map(LookingAtLendings.Thing::resource)
                                        .toList())
                        : List.of(),
                looking.overdue(detail, now),
                waits ? looking.meeting(id) : List.of(),
                form,
                EventPolicy.mayRun(actor),
                errors);
        return errors.any() ? Pages.invalid(REQUEST, page) : Pages.show(REQUEST, page);
    }

    /** Handing out or taking back. */
    private interface Handing {
        DecidingLending.Decision note(long lendingId, long resourceId, String note, Actor actor);
    }
}
