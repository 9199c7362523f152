package pl.kujawskopomorskie.ngo.events.web;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.ParticipantMails;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants.Writing;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What the office writes to the people of an event: the form, its preview, what was sent. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}/wiadomosci")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class MailsController {

    private static final String LIST = "desk/event-mails";

    private final Events events;
    private final Sessions sessions;
    private final ParticipantMails mails;
    private final WritingToParticipants writing;

    MailsController(Events events, Sessions sessions, ParticipantMails mails, WritingToParticipants writing) {
        this.events = events;
        this.sessions = sessions;
        this.mails = mails;
        this.writing = writing;
    }

    @Get
    HttpResponse<?> list(@PathVariable("event") String slug, Actor actor) {
        return found(slug, actor)
                .<HttpResponse<?>>map(
                        event -> Pages.show(LIST, page(event, MailForm.fresh(), actor, FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post
    @Secured("CLERK")
    HttpResponse<?> write(@PathVariable("event") String slug, @Body @Nullable MailForm body, Actor actor) {
        var form = body == null ? MailForm.fresh() : body;
        if (form.asks("edit")) {
            return found(slug, actor)
                    .<HttpResponse<?>>map(event -> Pages.show(LIST, page(event, form, actor, FormErrors.none())))
                    .orElseGet(Pages::notFound);
        }
        var draft = form.draft();
        var sends = form.asks("send");
        var result = sends ? writing.send(slug, draft, form.count(), actor) : writing.preview(slug, draft, actor);
        return switch (result) {
            case Writing.Previewed(var event, var letters) ->
                Pages.show(
                        "desk/event-mail-preview",
                        new MailPreviewPage(event, draft, title(event, draft.sessionId()), letters, sends));
            case Writing.Sent(var mail) ->
                Pages.done(Done.PARTICIPANTS_WRITTEN_TO, DeskAnswers.EVENTS + "/" + slug + "/wiadomosci/" + mail.key());
            case Writing.Invalid(var errors) ->
                Pages.invalid(LIST, page(events.findBySlug(slug).orElseThrow(), form, actor, errors));
            case Writing.WrongMoment() -> Pages.conflict("events.mails.wrongMoment");
            case Writing.Forbidden() -> Pages.forbidden();
            case Writing.NotFound() -> Pages.notFound();
        };
    }

    @Get("/{id:[0-9]+}")
    HttpResponse<?> sent(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var event = found(slug, actor).orElse(null);
        var mail = event == null
                ? null
                : mails.of(event.key(), ProgrammeDeskController.key(id)).orElse(null);
        if (event == null || mail == null) {
            return Pages.notFound();
        }
        var total = mails.countRecipients(mail.key());
        var pages = SentMailPage.pages(total);
        var number = Math.min(EventListQuery.page(strona), pages);
        return Pages.show(
                "desk/event-mail",
                new SentMailPage(
                        event,
                        mail,
                        title(event, mail.sessionId()),
                        mails.recipients(mail.key(), SentMailPage.PAGE_SIZE, (number - 1) * SentMailPage.PAGE_SIZE),
                        total,
                        number,
                        pages));
    }

    private MailsPage page(Event event, MailForm form, Actor actor, FormErrors errors) {
        return MailsPage.of(event, form, sessions.of(event.key()), writing.sent(event), actor, errors);
    }

    private String title(Event event, @Nullable Long sessionId) {
        return sessionId == null
                ? ""
                : sessions.of(event.key(), sessionId).map(Session::title).orElse("");
    }

    private Optional<Event> found(String slug, Actor actor) {
        return events.findBySlug(slug).filter(event -> EventPolicy.mayLookIntoTheOffice(actor));
    }
}
