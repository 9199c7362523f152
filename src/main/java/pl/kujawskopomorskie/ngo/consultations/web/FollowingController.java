package pl.kujawskopomorskie.ngo.consultations.web;

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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.FollowingConsultations;
import pl.kujawskopomorskie.ngo.consultations.FollowingConsultations.Asked;
import pl.kujawskopomorskie.ngo.consultations.FollowingConsultations.Followed;
import pl.kujawskopomorskie.ngo.consultations.Pace;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** Following by e-mail. A link in a mail only shows a button, because scanners of mail open every link before people do. */
@Controller("/obserwuj")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class FollowingController {

    private final FollowingConsultations following;
    private final ClientAddress clients;

    FollowingController(FollowingConsultations following, ClientAddress clients) {
        this.following = following;
        this.clients = clients;
    }

    @Get
    HttpResponse<?> form(@QueryValue @Nullable String konsultacje, @Nullable Actor actor) {
        var slug = konsultacje == null ? "" : konsultacje;
        var title = title(slug);
        return title == null
                ? Pages.notFound()
                : Pages.show(
                        "following/ask",
                        new AskPage(
                                slug,
                                title,
                                actor == null ? "" : actor.email(),
                                Pace.AT_ONCE.name(),
                                FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(@Body FollowForm form, HttpRequest<?> request) {
        var slug = form.konsultacje() == null ? "" : form.konsultacje();
        var email = form.email() == null ? "" : form.email();
        var pace = form.pace() == null ? "" : form.pace();
        return switch (following.ask(slug, email, pace, RequestLanguage.of(request), clients.of(request))) {
            case Asked.Mailed() -> Pages.goTo("/obserwuj/wyslano");
            case Asked.Invalid(var errors) -> {
                var title = title(slug);
                yield Pages.invalid(
                        "following/ask", new AskPage(slug, title == null ? "" : title, email, pace, errors));
            }
            case Asked.NotFound() -> Pages.notFound();
            case Asked.TooManyTries() -> Pages.refusal(HttpStatus.TOO_MANY_REQUESTS, "accounts.mails.tooMany");
        };
    }

    @Get("/wyslano")
    HttpResponse<?> asked() {
        return Pages.show("following/sent", "");
    }

    @Get("/{token}/potwierdzono")
    HttpResponse<?> confirmed(@PathVariable String token) {
        return following
                .look(token)
                .<HttpResponse<?>>map(followed -> Pages.show("following/confirmed", new LinkPage(token, followed)))
                .orElseGet(FollowingController::gone);
    }

    @Get("/{token}")
    HttpResponse<?> link(@PathVariable String token, @QueryValue @Nullable String tempo) {
        return following
                .look(token)
                .<HttpResponse<?>>map(followed -> Pages.show(
                        "following/confirm",
                        new LinkPage(
                                token,
                                new Followed(followed.title(), Pace.named(tempo).orElse(followed.pace())))))
                .orElseGet(FollowingController::gone);
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(@PathVariable String token, @Body ConfirmForm form) {
        return following.confirm(token, form.tempo()) ? Pages.goTo("/obserwuj/" + token + "/potwierdzono") : gone();
    }

    @Get("/{token}/koniec")
    HttpResponse<?> stopLink(@PathVariable String token) {
        return following
                .look(token)
                .<HttpResponse<?>>map(followed -> Pages.show("following/stop", new LinkPage(token, followed)))
                .orElseGet(() -> Pages.show("following/stopped", ""));
    }

    // Mail programs post here by themselves (RFC 8058), in either type, and follow
    // no redirect. The answer is the same for a token that never was.
    @Post("/{token}/koniec")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    HttpResponse<?> stop(@PathVariable String token) {
        following.stop(token);
        return Pages.show("following/stopped", "");
    }

    /** The title of what is followed, empty for all; null when there is no such consultation. */
    private @Nullable String title(String slug) {
        return slug.isEmpty()
                ? ""
                : following.followable(slug).map(Consultation::title).orElse(null);
    }

    private static HttpResponse<?> gone() {
        return Pages.refusal(HttpStatus.GONE, "following.link.gone");
    }

    @Serdeable
    record FollowForm(
            @Nullable String konsultacje,
            @Nullable String email,
            @Nullable String pace) {}

    @Serdeable
    record ConfirmForm(@Nullable String tempo) {}

    /**
     * The form.
     *
     * @param slug of the consultation, empty for all
     * @param title of it, empty for all
     * @param email as typed
     * @param pace as chosen
     * @param errors of the form
     */
    record AskPage(String slug, String title, String email, String pace, FormErrors errors) {

        /** How often mail may come. */
        public List<Choice> paces() {
            return Arrays.stream(Pace.values())
                    .map(choice -> Choice.keyed(choice.name(), "following.pace." + choice.name()))
                    .toList();
        }
    }

    /**
     * Behind a link in a mail.
     *
     * @param token of the link
     * @param followed what it is about
     */
    record LinkPage(String token, Followed followed) {}
}
