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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.AskedForLink;
import pl.kujawskopomorskie.ngo.accounts.ResettingPassword;
import pl.kujawskopomorskie.ngo.accounts.UsedLink;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** A forgotten password. */
@Controller("/haslo")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class PasswordController {

    private final ResettingPassword resetting;
    private final SessionCookies cookies;
    private final ClientAddress clients;

    PasswordController(ResettingPassword resetting, SessionCookies cookies, ClientAddress clients) {
        this.resetting = resetting;
        this.cookies = cookies;
        this.clients = clients;
    }

    @Get
    HttpResponse<?> form() {
        return Pages.show("accounts/reset", new ResetPage("", FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(@Body ResetForm form, HttpRequest<?> request) {
        var email = form.email() == null ? "" : form.email();
        return switch (resetting.ask(email, clients.of(request))) {
            case AskedForLink.Mailed() -> Pages.goTo("/haslo/wyslano");
            case AskedForLink.Invalid(var errors) -> Pages.invalid("accounts/reset", new ResetPage(email, errors));
            case AskedForLink.TooManyTries() -> Pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "accounts.mails.tooMany");
        };
    }

    @Get("/wyslano")
    HttpResponse<?> asked() {
        return Pages.show("accounts/reset-sent", "");
    }

    @Get("/{token}")
    HttpResponse<?> link(@PathVariable String token) {
        return resetting.works(token)
                ? Pages.show("accounts/new-password", new NewPasswordPage(token, FormErrors.none()))
                : LinkGone.answer();
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(@PathVariable String token, @Body NewPasswordForm form, HttpRequest<?> request) {
        return switch (resetting.reset(token, form.password() == null ? "" : form.password())) {
            case UsedLink.Done(var session) -> {
                cookies.give(request, session);
                yield Pages.goTo("/konto?stan=haslo");
            }
            case UsedLink.Invalid(var errors) ->
                Pages.invalid("accounts/new-password", new NewPasswordPage(token, errors));
            case UsedLink.Gone() -> LinkGone.answer();
        };
    }

    @Serdeable
    record ResetForm(@Nullable String email) {}

    record ResetPage(String email, FormErrors errors) {}

    @Serdeable
    record NewPasswordForm(@Nullable String password) {}

    record NewPasswordPage(String token, FormErrors errors) {}
}
