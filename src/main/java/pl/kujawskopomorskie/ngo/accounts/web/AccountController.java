package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.ChangingAccount;
import pl.kujawskopomorskie.ngo.accounts.ChangingAccount.Change;
import pl.kujawskopomorskie.ngo.accounts.ErasingAccount;
import pl.kujawskopomorskie.ngo.accounts.ExportingOwnData;
import pl.kujawskopomorskie.ngo.accounts.KeepingSessions;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** One's own account. */
@Controller("/konto")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AccountController {

    private static final Set<String> DONE = Set.of("gotowe", "haslo", "dane", "adres", "nowy-adres");

    private final ChangingAccount changing;
    private final ExportingOwnData exporting;
    private final ErasingAccount erasing;
    private final KeepingSessions sessions;
    private final SessionCookies cookies;
    private final ClientAddress clients;
    private final ObjectMapper json;

    AccountController(
            ChangingAccount changing,
            ExportingOwnData exporting,
            ErasingAccount erasing,
            KeepingSessions sessions,
            SessionCookies cookies,
            ClientAddress clients,
            ObjectMapper json) {
        this.changing = changing;
        this.exporting = exporting;
        this.erasing = erasing;
        this.sessions = sessions;
        this.cookies = cookies;
        this.clients = clients;
        this.json = json;
    }

    @Get
    HttpResponse<?> overview(Actor actor, @QueryValue @Nullable String stan) {
        var done = stan != null && DONE.contains(stan) ? "accounts.own.done." + stan : null;
        var roles = actor.roles().stream()
                .filter(role -> role != Role.RESIDENT)
                .sorted()
                .toList();
        return Pages.show("accounts/own", new OwnPage(actor, roles, done));
    }

    @Get("/dane")
    HttpResponse<?> details(Actor actor) {
        return Pages.show(
                "accounts/details",
                new DetailsPage(actor.displayName(), actor.language().tag(), FormErrors.none()));
    }

    @Post("/dane")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> present(Actor actor, @Body DetailsForm form) {
        var name = text(form.name());
        var language = text(form.language());
        return switch (changing.present(actor, name, language)) {
            case Change.Done() -> Pages.goTo("/konto?stan=dane");
            case Change.Invalid(var errors) ->
                Pages.invalid("accounts/details", new DetailsPage(name, language, errors));
        };
    }

    @Get("/haslo")
    HttpResponse<?> passwordForm() {
        return Pages.show("accounts/change-password", new PasswordPage(FormErrors.none()));
    }

    @Post("/haslo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> password(Actor actor, @Body PasswordForm form, HttpRequest<?> request) {
        var family = Recognition.family(request).orElse("");
        return switch (changing.password(actor, family, text(form.current()), text(form.password()))) {
            case Change.Done() -> Pages.goTo("/konto?stan=haslo");
            case Change.Invalid(var errors) -> Pages.invalid("accounts/change-password", new PasswordPage(errors));
        };
    }

    @Get("/adres")
    HttpResponse<?> emailForm(Actor actor) {
        return Pages.show("accounts/change-email", new EmailPage(actor.email(), "", FormErrors.none()));
    }

    @Post("/adres")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> email(Actor actor, @Body EmailForm form, HttpRequest<?> request) {
        var email = text(form.email());
        return switch (changing.askForEmail(actor, text(form.current()), email, clients.of(request))) {
            case Change.Done() -> Pages.goTo("/konto?stan=adres");
            case Change.Invalid(var errors) ->
                Pages.invalid("accounts/change-email", new EmailPage(actor.email(), email, errors));
        };
    }

    @Post("/wyloguj-wszedzie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOutEverywhere(Actor actor, HttpRequest<?> request) {
        sessions.endAll(actor.personId());
        cookies.take(request);
        return Pages.goTo("/logowanie");
    }

    @Get("/moje-dane.json")
    @Produces(MediaType.ALL)
    HttpResponse<?> export(Actor actor) throws IOException {
        return HttpResponse.ok(json.writeValueAsBytes(exporting.export(actor)))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"moje-dane.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/usuniecie")
    HttpResponse<?> eraseForm() {
        return Pages.show("accounts/erase", new ErasePage(FormErrors.none()));
    }

    @Post("/usuniecie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> erase(Actor actor, @Body EraseForm form, HttpRequest<?> request) {
        var errors = erasing.erase(actor, text(form.current()));
        if (errors.any()) {
            return Pages.invalid("accounts/erase", new ErasePage(errors));
        }
        cookies.take(request);
        return Pages.goTo("/konto/usuniete");
    }

    @Get("/usuniete")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> erased() {
        return Pages.show("accounts/erased", "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    record OwnPage(Actor person, List<Role> roles, @Nullable String done) {}

    @Serdeable
    record DetailsForm(@Nullable String name, @Nullable String language) {}

    record DetailsPage(String name, String language, FormErrors errors) {

        /** The languages of mails. */
        public List<Choice> languages() {
            return List.of(
                    Choice.keyed("pl", "accounts.own.language.pl"), Choice.keyed("en", "accounts.own.language.en"));
        }
    }

    @Serdeable
    record PasswordForm(@Nullable String current, @Nullable String password) {}

    record PasswordPage(FormErrors errors) {}

    @Serdeable
    record EmailForm(@Nullable String email, @Nullable String current) {}

    record EmailPage(String current, String email, FormErrors errors) {}

    @Serdeable
    record EraseForm(@Nullable String current) {}

    record ErasePage(FormErrors errors) {}
}
