package pl.kujawskopomorskie.ngo.events.advisory.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import pl.kujawskopomorskie.ngo.events.advisory.ConfirmingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.EndingAdvice;
import pl.kujawskopomorskie.ngo.events.advisory.LookingAtAdvice;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What can be done with a booking by the link in its mails: confirm it, see it, take it back. */
@Controller("/doradztwo/rezerwacja/{token:[A-Za-z0-9_-]+}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AdvisoryLinkController {

    private final LookingAtAdvice looking;
    private final ConfirmingAdvice confirming;
    private final EndingAdvice ending;
    private final Clock clock;

    AdvisoryLinkController(LookingAtAdvice looking, ConfirmingAdvice confirming, EndingAdvice ending, Clock clock) {
        this.looking = looking;
        this.confirming = confirming;
        this.ending = ending;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> show(@PathVariable String token) {
        var held = looking.of(token).orElse(null);
        var booking = held == null ? null : held.booking();
        if (held == null || booking == null) {
            return gone();
        }
        // Kept nowhere on the way: who has the address may do everything.
        return Pages.show(
                        "advisory/booking",
                        new HeldAdvicePage(token, held.slot(), held.adviser(), booking, OfficeTime.now(clock)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Post("/potwierdz")
    HttpResponse<?> confirm(@PathVariable String token) {
        return switch (confirming.confirm(token)) {
            case DONE -> Pages.done(Done.ADVICE_CONFIRMED, page(token));
            case TOO_LATE -> Pages.conflict("advisory.link.tooLate");
            case NOT_FOUND -> gone();
        };
    }

    @Post("/rezygnacja")
    HttpResponse<?> takeBack(@PathVariable String token) {
        return switch (ending.takeBack(token)) {
            case EndingAdvice.Ending.Done() -> Pages.done(Done.ADVICE_TAKEN_BACK, page(token));
            case EndingAdvice.Ending.TooLate() -> Pages.conflict("advisory.link.noticeOver");
            case EndingAdvice.Ending.Invalid invalid -> gone();
            case EndingAdvice.Ending.Forbidden() -> Pages.forbidden();
            case EndingAdvice.Ending.NotFound() -> gone();
        };
    }

    private static String page(String token) {
        return "/doradztwo/rezerwacja/" + token;
    }

    private static HttpResponse<?> gone() {
        return Pages.refusal(HttpStatus.GONE, "advisory.link.gone");
    }
}
