package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.after.CertificateNumber;
import pl.kujawskopomorskie.ngo.events.after.CheckingCertificate;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Whether a certificate holds, for whoever has its number. No search engine keeps these pages, and nobody tries many numbers. */
@Controller("/zaswiadczenia")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class CertificateCheckController {

    /** Numbers looked up from one place in the network: an employer may check those of a whole course. */
    private static final Limit FROM = new Limit("check-certificate", 60, Duration.ofHours(1));

    private static final String FORM = "events/certificate-form";
    private static final int LONGEST = 60;

    private final CheckingCertificate checking;
    private final LimitingTries tries;
    private final ClientAddress clients;

    CertificateCheckController(CheckingCertificate checking, LimitingTries tries, ClientAddress clients) {
        this.checking = checking;
        this.tries = tries;
        this.clients = clients;
    }

    @Get
    HttpResponse<?> form(@QueryValue @Nullable String numer) {
        if (numer == null) {
            return unlisted(Pages.show(FORM, new CertificateFormPage("", FormErrors.none())));
        }
        var typed = Typed.line(numer);
        var number = CertificateNumber.read(typed).orElse(null);
        return number != null
                ? Pages.goTo(number.path())
                : unlisted(Pages.invalid(
                        FORM,
                        new CertificateFormPage(
                                typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST),
                                FormErrors.of(
                                        "numer",
                                        typed.isEmpty()
                                                ? "events.certificate.check.missing"
                                                : "events.certificate.check.wrong"))));
    }

    @Get("/{number:[A-Za-z0-9-]+}")
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable("number") String typed) {
        var number = CertificateNumber.read(typed).orElse(null);
        if (number == null) {
            return unlisted(unknown(typed));
        }
        if (!tries.allow(FROM, clients.of(request))) {
            return Pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "events.certificate.check.tooMany");
        }
        return unlisted(checking.check(number)
                .<MutableHttpResponse<?>>map(found -> Pages.show(
                        "events/certificate", CertificatePage.of(found, checking.attested(found.certificate()))))
                .orElseGet(() -> unknown(number.printed())));
    }

    private static MutableHttpResponse<?> unknown(String number) {
        return HttpResponse.status(HttpStatus.NOT_FOUND)
                .body(new ModelAndView<>("events/certificate-unknown", Map.of("page", new UnknownNumber(number))));
    }

    private static MutableHttpResponse<?> unlisted(MutableHttpResponse<?> response) {
        return response.header("X-Robots-Tag", "noindex, nofollow");
    }

    /**
     * The form.
     *
     * @param number as typed
     * @param errors in it
     */
    record CertificateFormPage(String number, FormErrors errors) {}

    /** @param number that nobody has */
    record UnknownNumber(String number) {}
}
