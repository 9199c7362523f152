package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.KeepingSessions;
import pl.kujawskopomorskie.ngo.accounts.SigningIn;
import pl.kujawskopomorskie.ngo.accounts.SigningIn.SignIn;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** Signing in and out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SignInController {

    private static final String VIEW = "accounts/sign-in";

    private final SigningIn signingIn;
    private final KeepingSessions sessions;
    private final SessionCookies cookies;
    private final ClientAddress clients;

    SignInController(SigningIn signingIn, KeepingSessions sessions, SessionCookies cookies, ClientAddress clients) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.clients = clients;
    }

    @Get("/logowanie")
    HttpResponse<?> form(@QueryValue @Nullable String dalej, @Nullable Actor actor) {
        var next = LocalPath.of(dalej);
        return actor == null ? Pages.show(VIEW, new SignInPage("", next, FormErrors.none())) : Pages.goTo(next.text());
    }

    @Post("/logowanie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(@Body SignInForm form, HttpRequest<?> request) {
        var email = form.email() == null ? "" : form.email();
        var password = form.password() == null ? "" : form.password();
        var next = LocalPath.of(form.dalej());
        var missing = FormErrors.none()
                .unless(!Typed.line(email).isEmpty(), "email", "accounts.email.missing")
                .unless(!password.isEmpty(), "password", "accounts.password.missing");
        if (missing.any()) {
            return Pages.invalid(VIEW, new SignInPage(email, next, missing));
        }
        return switch (signingIn.signIn(email, password, clients.of(request))) {
            case SignIn.Done(var session) -> {
                endFormer(request);
                cookies.give(request, session);
                yield Pages.goTo(next.text());
            }
            case SignIn.Refused() ->
                Pages.invalid(
                        VIEW,
                        new SignInPage(email, next, FormErrors.of(FormErrors.WHOLE_FORM, "accounts.signIn.refused")));
            case SignIn.TooManyTries() -> Pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "accounts.signIn.tooMany");
        };
    }

    @Post("/wylogowanie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        endFormer(request);
        cookies.take(request);
        return Pages.goTo("/");
    }

    // Somebody else may have been signed in here, or the same person; that session has no browser any more.
    private void endFormer(HttpRequest<?> request) {
        var actor = request.getAttribute(SignedIn.ATTRIBUTE, Actor.class);
        Recognition.family(request)
                .ifPresent(family -> actor.ifPresent(person -> sessions.end(person.personId(), family)));
    }

    @Serdeable
    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String dalej) {}

    record SignInPage(String email, LocalPath next, FormErrors errors) {}
}
