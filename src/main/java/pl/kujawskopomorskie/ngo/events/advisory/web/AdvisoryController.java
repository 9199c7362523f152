package pl.kujawskopomorskie.ngo.events.advisory.web;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.events.advisory.Advisers;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryBooking;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.events.advisory.Booked;
import pl.kujawskopomorskie.ngo.events.advisory.BookingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.BookingEntry;
import pl.kujawskopomorskie.ngo.events.advisory.LookingAtAdvice;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;

/** Advisory for everybody: free slots, booking one, and what was given. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AdvisoryController {

    private static final String FORM = "advisory/book";
    private static final int PAGE_SIZE = 40;
    private static final int WEEKS = 9;
    private static final int OTHERS = 8;
    private static final Duration AHEAD = Duration.ofDays(500);

    private final AdvisorySlots slots;
    private final Advisers advisers;
    private final AdviceGiven given;
    private final BookingAdvice booking;
    private final LookingAtAdvice looking;
    private final ClientAddress clients;
    private final Clock clock;

    AdvisoryController(
            AdvisorySlots slots,
            Advisers advisers,
            AdviceGiven given,
            BookingAdvice booking,
            LookingAtAdvice looking,
            ClientAddress clients,
            Clock clock) {
        this.slots = slots;
        this.advisers = advisers;
        this.given = given;
        this.booking = booking;
        this.looking = looking;
        this.clients = clients;
        this.clock = clock;
    }

    @Get("/doradztwo")
    HttpResponse<?> list(
            @QueryValue @Nullable String temat,
            @QueryValue @Nullable String doradca,
            @QueryValue @Nullable String tydzien,
            @QueryValue @Nullable String strona,
            HttpRequest<?> request) {
        var query = AdvisoryQuery.of(temat, doradca, tydzien, strona);
        var now = OfficeTime.now(clock);
        var week = query.week();
        var after = week == null ? now : OfficeTime.startOf(week);
        var until = week == null ? now.plus(AHEAD) : OfficeTime.startOf(week.plusWeeks(1));
        var total = slots.countFree(now, after, until, query.adviser(), query.subject());
        var pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        var number = Math.min(query.page(), pages);
        var found =
                slots.free(now, after, until, query.adviser(), query.subject(), PAGE_SIZE, (number - 1) * PAGE_SIZE);
        var year = OfficeTime.day(now).getYear();
        return Pages.show(
                "advisory/list",
                new AdvisoryPage(
                        query,
                        AdvisoryPage.days(found),
                        total,
                        number,
                        pages,
                        advisers.all().stream()
                                .filter(adviser -> adviser.leftAt() == null)
                                .toList(),
                        weeks(OfficeTime.day(now), new Formats(RequestLanguage.of(request))),
                        year,
                        given.hoursBetween(year, year).getOrDefault(year, BigDecimal.ZERO)));
    }

    private static List<Choice> weeks(LocalDate today, Formats formats) {
        return Stream.iterate(
                        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), monday -> monday.plusWeeks(1))
                .limit(WEEKS)
                .map(monday -> Choice.named(
                        monday.toString(), formats.shortDate(monday) + " – " + formats.shortDate(monday.plusDays(6))))
                .toList();
    }

    /** Every hour that is counted can be opened here. */
    @Get("/doradztwo/udzielone")
    HttpResponse<?> given(@QueryValue @Nullable String rok) {
        var now = OfficeTime.today(clock).getYear();
        var asked = rok != null && rok.matches("20[0-9]{2}") ? Integer.parseInt(rok) : now;
        var rows = given.of(asked);
        return Pages.show(
                "advisory/given",
                new GivenPage(
                        asked,
                        given.hoursBetween(now - 10, now).entrySet().stream()
                                .filter(year -> year.getValue().signum() > 0)
                                .map(Map.Entry::getKey)
                                .sorted(Comparator.reverseOrder())
                                .toList(),
                        rows,
                        rows.stream().map(AdviceGiven.Given::hours).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    @Get("/doradztwo/terminy/{slot:[0-9]+}")
    HttpResponse<?> form(
            @PathVariable long slot, @QueryValue @Nullable String temat, @Nullable Actor actor, @Nullable Voice voice) {
        var held = looking.slot(slot).orElse(null);
        if (held == null) {
            return Pages.notFound();
        }
        var closed = closed(held);
        if (!closed.isEmpty()) {
            return Pages.conflict(closed);
        }
        var form = TypedFields.fresh().with("subject", temat == null ? "" : temat);
        if (actor != null) {
            form = form.with("name", actor.displayName()).with("email", actor.email());
        }
        return Pages.show(FORM, page(held, form, List.of(), voice, FormErrors.none()));
    }

    @Post("/doradztwo/terminy/{slot:[0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> book(
            @PathVariable long slot,
            @Body @Nullable Map<String, String> body,
            @Nullable Actor actor,
            @Nullable Voice voice,
            HttpRequest<?> request) {
        var held = looking.slot(slot).orElse(null);
        if (held == null) {
            return Pages.notFound();
        }
        var form = TypedFields.of(body);
        var entry = new BookingEntry(
                form.token(),
                form.one(AdviceSubject.class, "subject").orElse(null),
                form.text("question"),
                form.line("name"),
                form.line("email"),
                form.line("phone"),
                form.line("organisation"),
                form.ticked("privacyRead"));
        var chosen = form.key("other") > 0 ? form.key("other") : slot;
        return switch (booking.book(chosen, entry, actor, voice, RequestLanguage.of(request), clients.of(request))) {
            case Booked.Done(var booked) -> booked(actor, booked);
            case Booked.Known(var booked) -> booked(actor, booked);
            case Booked.Invalid(var errors) -> Pages.invalid(FORM, page(held, form, others(form, held), voice, errors));
            case Booked.Taken() -> faster(held, form, voice, "advisory.book.taken");
            case Booked.Closed() -> faster(held, form, voice, "advisory.book.closed");
            case Booked.TooMany(var most) ->
                Pages.invalid(
                        FORM,
                        page(
                                held,
                                form,
                                List.of(),
                                voice,
                                FormErrors.of(FormErrors.WHOLE_FORM, "advisory.book.tooMany", most)));
            case Booked.Written() -> Pages.goTo("/doradztwo/wyslane");
            case Booked.TooOften() ->
                Pages.invalid(
                        FORM,
                        page(
                                held,
                                form,
                                List.of(),
                                voice,
                                FormErrors.of(FormErrors.WHOLE_FORM, "advisory.book.tooOften")));
            case Booked.NotFound() -> Pages.notFound();
        };
    }

    @Get("/doradztwo/wyslane")
    HttpResponse<?> sent() {
        return Pages.show("advisory/sent", Map.of());
    }

    @Get("/konto/doradztwo")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> own(Actor actor) {
        return Pages.show("advisory/mine", new OwnAdvicePage(looking.own(actor), OfficeTime.now(clock)));
    }

    // Only who is signed in as the booking's own person goes on to it; everybody else finds the link in their mail.
    private HttpResponse<?> booked(@Nullable Actor actor, AdvisoryBooking booked) {
        if (actor != null && booked.confirmedAt() != null) {
            var path = looking.path(booked, actor);
            if (path.isPresent()) {
                return Pages.done(Done.ADVICE_BOOKED, path.get());
            }
        }
        return Pages.goTo("/doradztwo/wyslane");
    }

    private HttpResponse<?> faster(LookingAtAdvice.Held held, TypedFields form, @Nullable Voice voice, String key) {
        var others = free(held);
        return Pages.invalid(
                FORM,
                page(
                        held,
                        form,
                        others,
                        voice,
                        others.isEmpty()
                                ? FormErrors.of(FormErrors.WHOLE_FORM, key)
                                : FormErrors.of("other", "advisory.book.other")));
    }

    private List<AdvisorySlots.Free> others(TypedFields form, LookingAtAdvice.Held held) {
        return form.key("other") > 0 ? free(held) : List.of();
    }

    private List<AdvisorySlots.Free> free(LookingAtAdvice.Held held) {
        var now = OfficeTime.now(clock);
        return slots.free(now, now, now.plus(AHEAD), held.adviser().slug(), "", OTHERS, 0);
    }

    private String closed(LookingAtAdvice.Held held) {
        if (held.booking() != null) {
            return "advisory.book.taken";
        }
        return held.slot().opensAt(OfficeTime.now(clock)) && held.adviser().leftAt() == null
                ? ""
                : "advisory.book.closed";
    }

    private static BookPage page(
            LookingAtAdvice.Held held,
            TypedFields form,
            List<AdvisorySlots.Free> others,
            @Nullable Voice voice,
            FormErrors errors) {
        return new BookPage(held.slot(), held.adviser(), form, others, voice == null ? "" : voice.name(), errors);
    }
}
