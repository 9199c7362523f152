package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpResponse;
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
import pl.kujawskopomorskie.ngo.accounts.ChangingAccount;
import pl.kujawskopomorskie.ngo.accounts.ChangingAccount.NewEmail;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The link to a new address. It may be opened where nobody is signed in: on the phone, say, while the form was on a desk. */
@Controller("/konto/adres/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class NewEmailController {

    private final ChangingAccount changing;

    NewEmailController(ChangingAccount changing) {
        this.changing = changing;
    }

    @Get
    HttpResponse<?> link(@PathVariable String token) {
        return changing.look(token)
                .<HttpResponse<?>>map(email -> Pages.show("accounts/new-email", new NewEmailPage(token, email)))
                .orElseGet(LinkGone::answer);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(@PathVariable String token) {
        return switch (changing.confirmEmail(token)) {
            case NewEmail.Done() -> Pages.goTo("/konto?stan=nowy-adres");
            case NewEmail.Taken() -> Pages.conflict("accounts.newEmail.taken");
            case NewEmail.Gone() -> LinkGone.answer();
        };
    }

    record NewEmailPage(String token, String email) {}
}
