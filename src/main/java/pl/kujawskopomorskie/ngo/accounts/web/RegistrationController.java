package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.AskedForLink;
import pl.kujawskopomorskie.ngo.accounts.Registering;
import pl.kujawskopomorskie.ngo.accounts.UsedLink;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** Making an account of one's own. */
@Controller("/rejestracja")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RegistrationController {

    private final Registering registering;
    private final SessionCookies cookies;
    private final ClientAddress clients;

    RegistrationController(Registering registering, SessionCookies cookies, ClientAddress clients) {
        this.registering = registering;
        this.cookies = cookies;
        this.clients = clients;
    }

    @Get
    HttpResponse<?> form(@QueryValue @Nullable String dalej) {
        return Pages.show("accounts/register", new RegistrationPage("", "", LocalPath.of(dalej), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(@Body RegistrationForm form, HttpRequest<?> request) {
        var name = form.name() == null ? "" : form.name();
        var email = form.email() == null ? "" : form.email();
        var next = LocalPath.of(form.dalej());
        return switch (registering.ask(name, email, RequestLanguage.of(request), next, clients.of(request))) {
            case AskedForLink.Mailed() -> Pages.goTo("/rejestracja/wyslano");
            case AskedForLink.Invalid(var errors) ->
                Pages.invalid("accounts/register", new RegistrationPage(name, email, next, errors));
            case AskedForLink.TooManyTries() -> Pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "accounts.mails.tooMany");
        };
    }

    @Get("/wyslano")
    HttpResponse<?> asked() {
        return Pages.show("accounts/register-sent", "");
    }

    // Looking uses nothing up: scanners of mail follow every link before the person does.
    @Get("/potwierdzenie/{token}")
    HttpResponse<?> link(@PathVariable String token, @QueryValue @Nullable String dalej) {
        return registering
                .look(token)
                .<HttpResponse<?>>map(name -> Pages.show(
                        "accounts/confirm", new ConfirmationPage(token, name, LocalPath.of(dalej), FormErrors.none())))
                .orElseGet(LinkGone::answer);
    }

    @Post("/potwierdzenie/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(@PathVariable String token, @Body ConfirmationForm form, HttpRequest<?> request) {
        var name = form.name() == null ? "" : form.name();
        var password = form.password() == null ? "" : form.password();
        var next = LocalPath.of(form.dalej());
        return switch (registering.confirm(token, name, password)) {
            case UsedLink.Done(var session) -> {
                cookies.give(request, session);
                yield Pages.goTo(next.leadsOn() ? next.text() : "/konto?stan=gotowe");
            }
            case UsedLink.Invalid(var errors) ->
                Pages.invalid("accounts/confirm", new ConfirmationPage(token, name, next, errors));
            case UsedLink.Gone() -> LinkGone.answer();
        };
    }

    @Serdeable
    record RegistrationForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String dalej) {}

    record RegistrationPage(String name, String email, LocalPath next, FormErrors errors) {}

    @Serdeable
    record ConfirmationForm(
            @Nullable String name,
            @Nullable String password,
            @Nullable String dalej) {}

    record ConfirmationPage(String token, String name, LocalPath next, FormErrors errors) {}
}
