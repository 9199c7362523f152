package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.events.AnsweringOffer;
import pl.kujawskopomorskie.ngo.events.AnsweringOffer.Answering;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.ChangingRegistration;
import pl.kujawskopomorskie.ngo.events.ConfirmingRegistration;
import pl.kujawskopomorskie.ngo.events.CorrectingRegistration;
import pl.kujawskopomorskie.ngo.events.CorrectingRegistration.Correcting;
import pl.kujawskopomorskie.ngo.events.CountingPlaces;
import pl.kujawskopomorskie.ngo.events.EndingRegistration;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.HeldRegistration;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.Registering;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.WithdrawingNeeds;
import pl.kujawskopomorskie.ngo.events.after.LookingAfterEvent;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What can be done with a registration by the link in its mails: confirm it, see it, change it, take it back. */
@Controller("/wydarzenia/zgloszenie/{token:[A-Za-z0-9_-]+}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RegistrationLinkController {

    private static final String CHANGE = "events/change";
    private static final String CORRECTION = "events/correction";

    private final LookingAtRegistration looking;
    private final LookingAfterEvent after;
    private final ConfirmingRegistration confirming;
    private final ChangingRegistration changing;
    private final CorrectingRegistration correcting;
    private final EndingRegistration ending;
    private final AnsweringOffer answering;
    private final WithdrawingNeeds withdrawing;
    private final Sessions sessions;
    private final CountingPlaces counting;
    private final Clock clock;

    RegistrationLinkController(
            LookingAtRegistration looking,
            LookingAfterEvent after,
            ConfirmingRegistration confirming,
            ChangingRegistration changing,
            CorrectingRegistration correcting,
            EndingRegistration ending,
            AnsweringOffer answering,
            WithdrawingNeeds withdrawing,
            Sessions sessions,
            CountingPlaces counting,
            Clock clock) {
        this.looking = looking;
        this.after = after;
        this.confirming = confirming;
        this.changing = changing;
        this.correcting = correcting;
        this.ending = ending;
        this.answering = answering;
        this.withdrawing = withdrawing;
        this.sessions = sessions;
        this.counting = counting;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> show(@PathVariable String token) {
        return looking.of(token)
                .<HttpResponse<?>>map(held -> secret(Pages.show(
                        "events/registration",
                        RegistrationPage.of(
                                token,
                                held,
                                correcting.mayCorrect(held),
                                after.of(held.registration()),
                                OfficeTime.now(clock)))))
                .orElseGet(RegistrationLinkController::gone);
    }

    @Post("/potwierdz")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(@PathVariable String token) {
        return switch (confirming.confirm(token)) {
            case DONE -> Pages.done(Done.REGISTRATION_CONFIRMED, page(token));
            case TOO_LATE -> Pages.conflict("events.registration.tooLate");
            case NOT_FOUND -> gone();
        };
    }

    @Post("/rezygnacja")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(@PathVariable String token) {
        return switch (ending.takeBack(token)) {
            case DONE -> Pages.done(Done.REGISTRATION_TAKEN_BACK, page(token));
            case TOO_LATE -> Pages.conflict("events.registration.begun");
            case NOT_FOUND -> gone();
        };
    }

    @Post("/potrzeby")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdrawNeeds(@PathVariable String token) {
        return withdrawing.withdraw(token) ? Pages.done(Done.NEEDS_WITHDRAWN, page(token)) : gone();
    }

    @Post("/miejsca/{id:[0-9]+}/przyjmij")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(@PathVariable String token, @PathVariable long id) {
        return answered(token, answering.take(token, id), Done.PLACE_TAKEN);
    }

    @Post("/miejsca/{id:[0-9]+}/oddaj")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveBack(@PathVariable String token, @PathVariable long id) {
        return answered(token, answering.decline(token, id), Done.PLACE_GIVEN_BACK);
    }

    private static HttpResponse<?> answered(String token, Answering answering, Done done) {
        return switch (answering) {
            case Answering.Done() -> Pages.done(done, page(token));
            case Answering.Lapsed() -> Pages.conflict("events.registration.offerLapsed");
            case Answering.NotFound() -> gone();
        };
    }

    @Get("/zmiana")
    HttpResponse<?> changeForm(@PathVariable String token) {
        var held = looking.of(token).orElse(null);
        if (held == null) {
            return gone();
        }
        var now = OfficeTime.now(clock);
        if (!held.registration().livesAt(now)) {
            return Pages.conflict("events.registration.tooLate");
        }
        return held.event().takesRegistrationsAt(now)
                ? secret(Pages.show(CHANGE, changePage(token, held, chosen(held), List.of(), FormErrors.none())))
                : Pages.conflict("events.registration.closed");
    }

    @Post("/zmiana")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(@PathVariable String token, @Body @Nullable Map<String, String> body) {
        var form = RegistrationForm.of(body);
        var held = looking.of(token).orElse(null);
        if (held == null) {
            return gone();
        }
        var now = OfficeTime.now(clock);
        var unanswered = form.unanswered(programme(held, now));
        if (unanswered.any() && held.registration().livesAt(now) && EventPolicy.mayRegister(held.event(), now)) {
            return secret(Pages.invalid(CHANGE, changePage(token, held, form, List.of(), unanswered)));
        }
        return switch (changing.change(token, form.chosen(), form.untouched(), form.ticked("waitIfFull"))) {
            case Registering.Done done -> Pages.done(Done.REGISTRATION_CHANGED, page(token));
            case Registering.Invalid(var errors) ->
                secret(Pages.invalid(CHANGE, changePage(token, held, form, List.of(), errors)));
            case Registering.Full(var full) ->
                secret(Pages.invalid(
                        CHANGE,
                        changePage(
                                token,
                                held,
                                form,
                                full,
                                FormErrors.of("sessions", "events.register.full", full.size()))));
            case Registering.Closed(var state) -> Pages.conflict("events.register.closed." + state.name());
            case Registering.Known known -> Pages.goTo(page(token));
            case Registering.TooMany() -> Pages.conflict("events.register.tooMany");
            case Registering.Busy() -> Pages.conflict("events.register.busy");
            case Registering.NotFound() -> Pages.conflict("events.registration.tooLate");
        };
    }

    @Get("/dane")
    HttpResponse<?> correctionForm(@PathVariable String token) {
        var held = looking.of(token).orElse(null);
        if (held == null) {
            return gone();
        }
        return correcting.mayCorrect(held)
                ? secret(Pages.show(
                        CORRECTION, correctionPage(token, held, RegistrationForm.of(held), FormErrors.none())))
                : Pages.conflict("events.correct.tooLate");
    }

    @Post("/dane")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(@PathVariable String token, @Body @Nullable Map<String, String> body) {
        var form = RegistrationForm.of(body);
        var held = looking.of(token).orElse(null);
        if (held == null) {
            return gone();
        }
        return switch (correcting.correct(token, form.correction(held.people()))) {
            case Correcting.Done() -> Pages.done(Done.REGISTRATION_CHANGED, page(token));
            case Correcting.Invalid(var errors) ->
                secret(Pages.invalid(CORRECTION, correctionPage(token, held, form, errors)));
            case Correcting.TooLate() ->
                secret(Pages.outdated(
                        CORRECTION,
                        correctionPage(
                                token, held, form, FormErrors.of(FormErrors.WHOLE_FORM, "events.correct.tooLate"))));
            case Correcting.NotFound() -> gone();
        };
    }

    private CorrectionPage correctionPage(
            String token, HeldRegistration held, RegistrationForm form, FormErrors errors) {
        return new CorrectionPage(
                token,
                held.event(),
                held.people(),
                form,
                correcting.mayCorrect(held),
                !held.event().takesRegistrationsAt(OfficeTime.now(clock)),
                errors);
    }

    @Get("/bilety/{position:[0-9]+}/kod.png")
    @Produces(MediaType.IMAGE_PNG)
    HttpResponse<?> picture(@PathVariable String token, @PathVariable int position) {
        return looking.picture(token, position)
                .<HttpResponse<?>>map(png -> secret(HttpResponse.ok(png).contentType(MediaType.IMAGE_PNG_TYPE)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/bilety.pdf")
    @Produces(MediaType.APPLICATION_PDF)
    HttpResponse<?> tickets(@PathVariable String token) {
        return looking.tickets(token)
                .<HttpResponse<?>>map(pdf -> secret(HttpResponse.ok(pdf)
                        .contentType(MediaType.APPLICATION_PDF_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bilety.pdf\"")))
                .orElseGet(HttpResponse::notFound);
    }

    private ChangePage changePage(
            String token,
            HeldRegistration held,
            RegistrationForm form,
            List<Registering.FullSession> full,
            FormErrors errors) {
        return new ChangePage(token, held.event(), programme(held, OfficeTime.now(clock)), form, full, errors);
    }

    private ProgrammeChoice programme(HeldRegistration held, Instant now) {
        var programme = sessions.of(held.event().key());
        return ProgrammeChoice.of(programme, counting.of(programme, now));
    }

    // A place shows before what is only waited for; what the form was opened with goes along, so that what people of a
    // group have differently is not made alike by who did not touch it.
    private static RegistrationForm chosen(HeldRegistration held) {
        Map<String, String> fields = new HashMap<>();
        held.places().stream()
                .sorted(Comparator.comparing(
                        place -> place.booking().state() == Booking.State.BOOKED, Comparator.naturalOrder()))
                .forEach(place -> {
                    var mode = place.booking().mode().name();
                    fields.put(RegistrationForm.SESSION + place.session().key(), mode);
                    fields.put(RegistrationForm.WAS + place.session().key(), mode);
                });
        return new RegistrationForm(fields);
    }

    private static String page(String token) {
        return "/wydarzenia/zgloszenie/" + token;
    }

    /** Kept nowhere on the way: who has the address may do everything. */
    private static HttpResponse<?> secret(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static HttpResponse<?> gone() {
        return Pages.refusal(HttpStatus.GONE, "events.registration.gone");
    }
}
