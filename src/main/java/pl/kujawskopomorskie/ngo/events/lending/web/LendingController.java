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
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.lending.AskingToBorrow;
import pl.kujawskopomorskie.ngo.events.lending.DecidingLending;
import pl.kujawskopomorskie.ngo.events.lending.LendingEntry;
import pl.kujawskopomorskie.ngo.events.lending.LentItems;
import pl.kujawskopomorskie.ngo.events.lending.LookingAtLendings;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.events.lending.Resources;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** Lending for everybody: what there is, when it is lent, and asking for it. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class LendingController {

    /** Requests of one account. */
    private static final Limit ASKS = new Limit("lending-ask", 30, Duration.ofHours(12));

    private static final String FORM = "lending/ask";
    private static final int WEEKS_AHEAD = 53;

    private final Resources resources;
    private final LentItems items;
    private final AskingToBorrow asking;
    private final DecidingLending deciding;
    private final LookingAtLendings looking;
    private final LimitingTries tries;
    private final Clock clock;

    LendingController(
            Resources resources,
            LentItems items,
            AskingToBorrow asking,
            DecidingLending deciding,
            LookingAtLendings looking,
            LimitingTries tries,
            Clock clock) {
        this.resources = resources;
        this.items = items;
        this.asking = asking;
        this.deciding = deciding;
        this.looking = looking;
        this.tries = tries;
        this.clock = clock;
    }

    @Get("/sale-i-sprzet")
    HttpResponse<?> list() {
        var lent = resources.lent();
        return Pages.show("lending/list", new ResourcesPage(rooms(lent), equipment(lent)));
    }

    @Get("/sale-i-sprzet/{thing:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("thing") String slug, @QueryValue @Nullable String tydzien) {
        var resource = resources.findBySlug(slug).orElse(null);
        if (resource == null) {
            return Pages.notFound();
        }
        var today = OfficeTime.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var asked = TypedMoment.day(tydzien);
        var last = today.plusWeeks(WEEKS_AHEAD);
        // Terms that are over are nobody's business, and so far ahead nothing is lent.
        var monday = asked == null || asked.isBefore(today) || asked.isAfter(last)
                ? today
                : asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var taken = items.taken(
                List.of(resource.key()),
                OfficeTime.startOf(monday),
                OfficeTime.startOf(monday.plusWeeks(1)),
                OfficeTime.now(clock));
        return Pages.show(
                "lending/show",
                new ResourcePage(
                        resource,
                        monday,
                        ResourcePage.days(resource, monday, OfficeTime.today(clock), taken),
                        monday.isAfter(today) ? monday.minusWeeks(1) : null,
                        monday.isBefore(last) ? monday.plusWeeks(1) : null));
    }

    @Get("/sale-i-sprzet/prosba")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> blank(@QueryValue @Nullable String co, @Nullable Voice voice) {
        var form = TypedFields.fresh();
        var chosen = co == null ? null : resources.findBySlug(co).orElse(null);
        if (chosen != null) {
            form = chosen.room()
                    ? form.with("room", Long.toString(chosen.key()))
                    : form.with("pieces-" + chosen.key(), "1");
        }
        return Pages.show(FORM, page(form, voice, FormErrors.none()));
    }

    @Post("/sale-i-sprzet/prosba")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(
            @Body @Nullable Map<String, String> body, Actor actor, @Nullable Voice voice, HttpRequest<?> request) {
        var form = TypedFields.of(body);
        if (!tries.allow(ASKS, "person " + actor.personId())) {
            return Pages.invalid(FORM, page(form, voice, FormErrors.of(FormErrors.WHOLE_FORM, "lending.ask.tooOften")));
        }
        var starts = TypedMoment.of("startsOn", form.at("startsOn"), "startsTime", form.at("startsTime"), null);
        // A term of one day names that day once.
        var sameDay = form.line("endsOn").isEmpty();
        var ends = form.line("endsTime").isEmpty() && sameDay
                ? new TypedMoment(null, FormErrors.none())
                : TypedMoment.of(
                        sameDay ? "startsOn" : "endsOn",
                        sameDay ? form.at("startsOn") : form.at("endsOn"),
                        "endsTime",
                        form.at("endsTime"),
                        null);
        var typed = starts.errors().and(ends.errors()).and(pieceErrors(form));
        var entry = new LendingEntry(
                form.token(),
                pieces(form),
                starts.moment(),
                ends.moment(),
                form.text("purpose"),
                form.number("people"),
                form.line("phone"),
                form.line("organisation"),
                form.ticked("privacyRead"));
        if (typed.any()) {
            return Pages.invalid(FORM, page(form, voice, typed));
        }
        return switch (asking.ask(entry, actor, voice, RequestLanguage.of(request))) {
            case AskingToBorrow.Asked.Done(var lending) ->
                Pages.done(Done.LENDING_ASKED, "/konto/wypozyczenia/" + lending.key());
            case AskingToBorrow.Asked.Invalid(var errors) -> Pages.invalid(FORM, page(form, voice, errors));
        };
    }

    @Get("/konto/wypozyczenia")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> own(Actor actor) {
        return Pages.show("lending/mine", new OwnLendingsPage(looking.own(actor)));
    }

    @Get("/konto/wypozyczenia/{request:[0-9]+}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> own(@PathVariable("request") long id, Actor actor) {
        return looking.own(id, actor)
                .<HttpResponse<?>>map(detail -> Pages.show(
                        "lending/request",
                        new LendingPage(
                                detail,
                                OfficeTime.now(clock),
                                List.of(),
                                List.of(),
                                List.of(),
                                TypedFields.fresh(),
                                false,
                                FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/konto/wypozyczenia/{request:[0-9]+}/wycofaj")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(@PathVariable("request") long id, Actor actor) {
        return switch (deciding.withdraw(id, actor)) {
            case DecidingLending.Decision.Done() -> Pages.done(Done.LENDING_WITHDRAWN, "/konto/wypozyczenia/" + id);
            case DecidingLending.Decision.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case DecidingLending.Decision.Clash clash -> Pages.conflict("lending.withdraw.late");
            case DecidingLending.Decision.Between between -> Pages.conflict("lending.withdraw.late");
            case DecidingLending.Decision.Invalid invalid -> Pages.conflict("lending.withdraw.late");
            case DecidingLending.Decision.Forbidden() -> Pages.forbidden();
            case DecidingLending.Decision.NotFound() -> Pages.notFound();
        };
    }

    private AskPage page(TypedFields form, @Nullable Voice voice, FormErrors errors) {
        var lent = resources.lent();
        return new AskPage(form, rooms(lent), equipment(lent), voice == null ? "" : voice.name(), errors);
    }

    private static Map<Long, Integer> pieces(TypedFields form) {
        Map<Long, Integer> pieces = new LinkedHashMap<>();
        if (form.key("room") > 0) {
            pieces.put(form.key("room"), 1);
        }
        form.fields().keySet().stream()
                .filter(field -> field.matches("pieces-[0-9]{1,18}"))
                .filter(field -> form.number(field) > 0)
                .forEach(field -> pieces.put(Long.parseLong(field.substring("pieces-".length())), form.number(field)));
        return pieces;
    }

    private static FormErrors pieceErrors(TypedFields form) {
        var errors = FormErrors.none();
        for (var field : form.fields().keySet().stream().sorted().toList()) {
            if (field.matches("pieces-[0-9]{1,18}")) {
                errors = errors.unless(
                        form.line(field).isEmpty() || form.number(field) >= 0, field, "lending.ask.pieces.number");
            }
        }
        return errors;
    }

    private static List<Resource> rooms(List<Resource> lent) {
        return lent.stream().filter(Resource::room).toList();
    }

    private static List<Resource> equipment(List<Resource> lent) {
        return lent.stream().filter(resource -> !resource.room()).toList();
    }
}
