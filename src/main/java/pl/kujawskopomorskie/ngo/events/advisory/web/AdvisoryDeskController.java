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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.Advisers;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.events.advisory.EndingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.LookingAtAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.Publishing;
import pl.kujawskopomorskie.ngo.events.advisory.PublishingSlots;
import pl.kujawskopomorskie.ngo.events.advisory.SettlingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.SlotSeries;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** Slots of advisory in the office: publishing, looking, cancelling, confirming what was done. */
@Controller(AdvisoryDeskController.DESK)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AdvisoryDeskController {

    static final String DESK = "/biuro/doradztwo";

    private static final String FORM = "desk/advisory-publish";
    private static final String SLOT = "desk/advisory-slot";
    private static final int PAGE_SIZE = 40;

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final LookingAtAdvice looking;
    private final PublishingSlots publishing;
    private final EndingAdvice ending;
    private final SettlingAdvice settling;
    private final Clock clock;

    AdvisoryDeskController(
            AdvisorySlots slots,
            Advisers advisers,
            LookingAtAdvice looking,
            PublishingSlots publishing,
            EndingAdvice ending,
            SettlingAdvice settling,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.looking = looking;
        this.publishing = publishing;
        this.ending = ending;
        this.settling = settling;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String stan,
            @QueryValue @Nullable String doradca,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var state = stan != null && SlotsDeskPage.STATES.contains(stan) ? stan : "";
        var adviser = doradca != null && doradca.matches("[1-9][0-9]{0,17}") ? doradca : "";
        var adviserId = adviser.isEmpty() ? 0 : Long.parseLong(adviser);
        var now = OfficeTime.now(clock);
        var total = slots.countListed(now, adviserId, state);
        var pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        var asked = strona != null && strona.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(strona) : 1;
        var number = Math.min(asked, pages);
        return Pages.show(
                "desk/advisory",
                new SlotsDeskPage(
                        state,
                        adviser,
                        slots.list(now, adviserId, state, PAGE_SIZE, (number - 1) * PAGE_SIZE),
                        total,
                        number,
                        pages,
                        advisers.all(),
                        EventPolicy.mayRun(actor),
                        now));
    }

    @Get("/terminy/nowe")
    @Secured("CLERK")
    HttpResponse<?> blank(@QueryValue @Nullable String doradca) {
        var form = TypedFields.fresh()
                .with("adviser", doradca == null ? "" : doradca)
                .with("way", AdviceWay.ON_SITE.name())
                .with("minutes", "60");
        return Pages.show(FORM, page(form, FormErrors.none()));
    }

    @Post("/terminy/nowe")
    @Secured("CLERK")
    HttpResponse<?> publish(@Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        var from = TypedMoment.day(form.at("from"));
        var series = !form.line("to").isEmpty();
        var to = series ? TypedMoment.day(form.at("to")) : from;
        var start = TypedMoment.time(form.at("startTime"));
        var end = TypedMoment.time(form.at("endTime"));
        var way = form.one(AdviceWay.class, "way").orElse(null);
        var errors = FormErrors.none()
                .unless(form.key("adviser") > 0, "adviser", "advisory.slots.adviser.missing")
                .unless(from != null, "from", "advisory.slots.from.wrong")
                .unless(to != null || from == null, "to", "advisory.slots.to.wrong")
                .unless(start != null, "startTime", "advisory.slots.start.wrong")
                .unless(end != null, "endTime", "advisory.slots.end.wrong")
                .unless(way != null, "way", "forms.choose");
        if (errors.any() || from == null || to == null || start == null || end == null || way == null) {
            return Pages.invalid(FORM, page(form, errors));
        }
        var days = series ? days(form) : Set.of(from.getDayOfWeek());
        return switch (publishing.publish(
                form.key("adviser"),
                new SlotSeries(from, to, days, start, end, form.number("minutes")),
                way,
                form.line("place"),
                actor)) {
            case Publishing.Done done -> Pages.show("desk/advisory-published", done);
            case Publishing.Invalid(var found) -> Pages.invalid(FORM, page(form, found));
            case Publishing.Forbidden() -> Pages.forbidden();
        };
    }

    @Get("/terminy/{slot:[0-9]+}")
    HttpResponse<?> slot(@PathVariable long slot, Actor actor) {
        return looking.slot(slot)
                .<HttpResponse<?>>map(held -> Pages.show(
                        SLOT,
                        new SlotDeskPage(
                                held,
                                filled(held),
                                EventPolicy.mayRun(actor),
                                OfficeTime.now(clock),
                                FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/terminy/{slot:[0-9]+}/wycofaj")
    @Secured("CLERK")
    HttpResponse<?> withdraw(@PathVariable long slot, Actor actor) {
        return switch (publishing.withdraw(slot, actor)) {
            case DONE -> Pages.done(Done.SLOT_WITHDRAWN, DESK);
            case BOOKED -> Pages.conflict("advisory.desk.withdraw.booked");
            case NOT_FOUND -> Pages.notFound();
            case FORBIDDEN -> Pages.forbidden();
        };
    }

    @Post("/terminy/{slot:[0-9]+}/odwolaj")
    @Secured("CLERK")
    HttpResponse<?> cancel(@PathVariable long slot, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        return switch (ending.cancel(slot, form.text("reason"), form.ticked("withdraws"), actor)) {
            case EndingAdvice.Ending.Done() -> Pages.done(Done.ADVICE_CANCELLED, DESK + "/terminy/" + slot);
            case EndingAdvice.Ending.TooLate() -> Pages.conflict("advisory.desk.cancel.nothing");
            case EndingAdvice.Ending.Invalid(var errors) -> invalid(slot, form, errors, actor);
            case EndingAdvice.Ending.Forbidden() -> Pages.forbidden();
            case EndingAdvice.Ending.NotFound() -> Pages.notFound();
        };
    }

    @Post("/terminy/{slot:[0-9]+}/rozlicz")
    @Secured("CLERK")
    HttpResponse<?> settle(@PathVariable long slot, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        var entry = AdviceDeskController.entry(form);
        return switch (settling.settle(
                slot, form.at("standing"), form.at("outcome").equals("MISSED"), entry, actor)) {
            case SettlingAdvice.Settling.Done() -> Pages.done(Done.ADVICE_SETTLED, DESK + "/terminy/" + slot);
            case SettlingAdvice.Settling.Invalid(var errors) -> invalid(slot, form, errors, actor);
            case SettlingAdvice.Settling.Stale() -> Pages.conflict("advisory.settle.stale");
            case SettlingAdvice.Settling.WrongMoment() -> Pages.conflict("advisory.desk.settle.moment");
            case SettlingAdvice.Settling.Forbidden() -> Pages.forbidden();
            case SettlingAdvice.Settling.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> invalid(long slot, TypedFields form, FormErrors errors, Actor actor) {
        return looking.slot(slot)
                .<HttpResponse<?>>map(held -> Pages.invalid(
                        SLOT, new SlotDeskPage(held, form, EventPolicy.mayRun(actor), OfficeTime.now(clock), errors)))
                .orElseGet(Pages::notFound);
    }

    private static TypedFields filled(LookingAtAdvice.Held held) {
        var booking = held.booking();
        var advice = held.advice();
        if (booking == null) {
            return TypedFields.fresh();
        }
        var standing = SettlingAdvice.standing(booking, advice);
        if (advice != null) {
            return AdviceDeskController.filled(advice).with("standing", standing);
        }
        var minutes =
                Duration.between(held.slot().startsAt(), held.slot().endsAt()).toMinutes();
        return TypedFields.fresh()
                .with("standing", standing)
                .with("subject", booking.subject().name())
                .with(
                        "hours",
                        AdviceGiven.hours(Math.max(1, minutes / 15))
                                .toPlainString()
                                .replace('.', ','));
    }

    private SlotsFormPage page(TypedFields form, FormErrors errors) {
        return new SlotsFormPage(
                form,
                advisers.all().stream()
                        .filter(adviser -> adviser.leftAt() == null)
                        .toList(),
                errors);
    }

    private static Set<DayOfWeek> days(TypedFields form) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> form.ticked("day-" + day.getValue()))
                .collect(Collectors.toSet());
    }
}
