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
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.advisory.Advice;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceEntry;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceFilter;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.Advices;
import pl.kujawskopomorskie.ngo.events.advisory.Advisers;
import pl.kujawskopomorskie.ngo.events.advisory.ExportingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.SettlingAdvice;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** Advice that was given, in the office: the list with its sums, files, and what was given outside slots. */
@Controller(AdvisoryDeskController.DESK)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AdviceDeskController {

    static final String ADVICE = AdvisoryDeskController.DESK + "/porady";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FORM = "desk/advisory-advice";
    private static final int PAGE_SIZE = 50;

    private final Advices advices;
    private final Advisers advisers;
    private final SettlingAdvice settling;
    private final ExportingAdvice exporting;
    private final Clock clock;

    AdviceDeskController(
            Advices advices, Advisers advisers, SettlingAdvice settling, ExportingAdvice exporting, Clock clock) {
        this.advices = advices;
        this.advisers = advisers;
        this.settling = settling;
        this.exporting = exporting;
        this.clock = clock;
    }

    @Get("/porady")
    HttpResponse<?> list(
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String doradca,
            @QueryValue @Nullable String temat,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var filter = filter(rok, doradca, temat);
        var total = advices.total(filter.from(), filter.to(), filter.adviserId(), filter.subjectName());
        var pages = (int) Math.max(1, (total.advices() + PAGE_SIZE - 1) / PAGE_SIZE);
        var asked = strona != null && strona.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(strona) : 1;
        var number = Math.min(asked, pages);
        return Pages.show(
                "desk/advisory-given",
                new AdviceDeskPage(
                        filter,
                        advices.list(
                                filter.from(),
                                filter.to(),
                                filter.adviserId(),
                                filter.subjectName(),
                                PAGE_SIZE,
                                (number - 1) * PAGE_SIZE),
                        total,
                        advices.totals(filter.from(), filter.to(), filter.adviserId(), filter.subjectName()),
                        number,
                        pages,
                        advices.years(),
                        advisers.all(),
                        EventPolicy.mayRun(actor)));
    }

    @Get("/porady.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(
            HttpRequest<?> request,
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String doradca,
            @QueryValue @Nullable String temat,
            Actor actor) {
        return file(request, filter(rok, doradca, temat), ".xlsx", XLSX, exporting::writeXlsx, actor);
    }

    @Get("/porady.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(
            HttpRequest<?> request,
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String doradca,
            @QueryValue @Nullable String temat,
            Actor actor) {
        return file(request, filter(rok, doradca, temat), ".csv", "text/csv", exporting::writeCsv, actor);
    }

    @Get("/porady/nowa")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        var form = TypedFields.fresh()
                .with("way", AdviceWay.PHONE.name())
                .with("givenOn", OfficeTime.today(clock).toString());
        return Pages.show(FORM, page(0, form, FormErrors.none()));
    }

    @Post("/porady/nowa")
    @Secured("CLERK")
    HttpResponse<?> write(@Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        return answer(settling.write(entry(form), actor), 0, form);
    }

    @Get("/porady/{advice:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable long advice) {
        return advices.findById(advice)
                .<HttpResponse<?>>map(found -> found.bookingId() == null
                        ? Pages.show(FORM, page(advice, filled(found), FormErrors.none()))
                        : Pages.conflict("advisory.advice.ofSlot"))
                .orElseGet(Pages::notFound);
    }

    @Post("/porady/{advice:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> correct(@PathVariable long advice, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = TypedFields.of(body);
        return answer(settling.correct(advice, form.number("revision"), entry(form), actor), advice, form);
    }

    @Post("/porady/{advice:[0-9]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> delete(@PathVariable long advice, Actor actor) {
        return answer(settling.delete(advice, actor), advice, TypedFields.fresh());
    }

    private HttpResponse<?> answer(SettlingAdvice.Settling settled, long id, TypedFields form) {
        return switch (settled) {
            case SettlingAdvice.Settling.Done() -> Pages.done(Done.ADVICE_SAVED, ADVICE);
            case SettlingAdvice.Settling.Invalid(var errors) -> Pages.invalid(FORM, page(id, form, errors));
            case SettlingAdvice.Settling.Stale() ->
                Pages.invalid(FORM, page(id, form, FormErrors.of(FormErrors.WHOLE_FORM, "advisory.advice.stale")));
            case SettlingAdvice.Settling.WrongMoment() -> Pages.conflict("advisory.desk.settle.moment");
            case SettlingAdvice.Settling.Forbidden() -> Pages.forbidden();
            case SettlingAdvice.Settling.NotFound() -> Pages.notFound();
        };
    }

    static AdviceEntry entry(TypedFields form) {
        return new AdviceEntry(
                form.token(),
                form.key("adviser"),
                TypedMoment.day(form.at("givenOn")),
                form.one(AdviceSubject.class, "subject").orElse(null),
                form.one(AdviceWay.class, "way").orElse(null),
                form.line("hours"),
                form.line("organisation"),
                form.text("note"));
    }

    static TypedFields filled(Advice advice) {
        return TypedFields.fresh()
                .with("adviser", Long.toString(advice.adviserId()))
                .with("givenOn", advice.givenOn().toString())
                .with("subject", advice.subject().name())
                .with("way", advice.way().name())
                .with("hours", advice.hours().toPlainString().replace('.', ','))
                .with("organisation", advice.organisationName())
                .with("note", advice.note())
                .with("revision", Integer.toString(advice.revision()));
    }

    private AdviceFilter filter(@Nullable String year, @Nullable String adviser, @Nullable String subject) {
        return new AdviceFilter(
                year != null && year.matches("20[0-9]{2}")
                        ? Integer.parseInt(year)
                        : OfficeTime.today(clock).getYear(),
                adviser != null && adviser.matches("[1-9][0-9]{0,17}") ? Long.parseLong(adviser) : 0,
                Arrays.stream(AdviceSubject.values())
                        .filter(each -> each.name().equals(subject))
                        .findFirst()
                        .orElse(null));
    }

    private AdviceFormPage page(long id, TypedFields form, FormErrors errors) {
        return new AdviceFormPage(id, form, advisers.all(), errors);
    }

    private HttpResponse<?> file(
            HttpRequest<?> request,
            AdviceFilter filter,
            String ending,
            String mediaType,
            Writing writing,
            Actor actor) {
        if (!exporting.begin(filter, actor)) {
            return Pages.forbidden();
        }
        return Downloads.made(
                request,
                "doradztwo-" + filter.year() + ending,
                mediaType,
                ending + filter + clock.instant(),
                out -> writing.write(filter, out));
    }

    /** Writes advice in one format. */
    private interface Writing {
        void write(AdviceFilter filter, OutputStream out) throws IOException;
    }
}
