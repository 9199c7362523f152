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
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.CopyingEvent;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.HeldEvents;
import pl.kujawskopomorskie.ngo.events.LinkedConsultations;
import pl.kujawskopomorskie.ngo.events.OfficeEvents;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme;
import pl.kujawskopomorskie.ngo.events.PreparingEvent;
import pl.kujawskopomorskie.ngo.events.Questions;
import pl.kujawskopomorskie.ngo.events.RunningEvent;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.OfficeContact;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** The office's desk of events: all of them, and the life of each from its draft to its last session. */
@Controller(DeskAnswers.EVENTS)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class EventDeskController {

    private static final String FORM = "desk/event-form";
    private static final String COPY = "desk/event-copy";
    private static final String REPEAT = "desk/event-repeat";
    private static final String PUBLISH = "desk/event-publish";

    private final OfficeEvents list;
    private final OfficeProgramme programme;
    private final Events events;
    private final Questions questions;
    private final LinkedConsultations consultations;
    private final PreparingEvent preparing;
    private final RunningEvent running;
    private final CopyingEvent copying;
    private final HeldEvents held;
    private final OfficeContact office;
    private final Messages messages;
    private final Clock clock;

    EventDeskController(
            OfficeEvents list,
            OfficeProgramme programme,
            Events events,
            Questions questions,
            LinkedConsultations consultations,
            PreparingEvent preparing,
            RunningEvent running,
            CopyingEvent copying,
            HeldEvents held,
            OfficeContact office,
            Messages messages,
            Clock clock) {
        this.list = list;
        this.programme = programme;
        this.events = events;
        this.questions = questions;
        this.consultations = consultations;
        this.preparing = preparing;
        this.running = running;
        this.copying = copying;
        this.held = held;
        this.office = office;
        this.messages = messages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String etap,
            @QueryValue @Nullable String rodzaj,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var query = EventListQuery.of(etap, rodzaj, szukaj, strona);
        return Pages.show(
                "desk/events", EventListPage.from(query, list.find(query.filter()), EventPolicy.mayRun(actor)));
    }

    @Get("/nowe")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        // The clause is a document of the office, so what is proposed for it is Polish whatever the clerk reads.
        var form = EventForm.fresh(
                messages.get(Language.POLISH, "events.form.privacy.usual", office.dataProtectionEmail()));
        return Pages.show(FORM, form("", null, form));
    }

    @Post
    @Secured("CLERK")
    HttpResponse<?> begin(@Body @Nullable Map<String, String> body, Actor actor) {
        var form = EventForm.sent(body);
        var page = form("", null, form);
        return DeskAnswers.of(
                preparing.begin(form.read(page.consultationKeys()), actor),
                event -> Pages.done(Done.EVENT_BEGUN, DeskAnswers.EVENTS + "/" + event.slug()),
                errors -> Pages.invalid(FORM, page.with(errors)));
    }

    @Get("/{event:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("event") String slug, Actor actor) {
        return page(slug, actor, FormErrors.none(), "");
    }

    @Get("/{event:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable("event") String slug) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(found -> found.cancelledAt() != null
                        ? Pages.conflict("events.desk.cancelled.already")
                        : Pages.show(FORM, form(slug, found, EventForm.of(found))))
                .orElseGet(Pages::notFound);
    }

    @Post("/{event:[a-z0-9-]+}/dane")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable("event") String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        var form = EventForm.sent(body);
        var page = form(slug, events.findBySlug(slug).orElse(null), form);
        var change = preparing.change(slug, form.revisionNumber(), form.read(page.consultationKeys()), actor);
        if (change instanceof EventChange.Stale) {
            var saved = events.findBySlug(slug).orElseThrow();
            // Saving again from this page is a choice made with both texts in sight.
            return Pages.invalid(
                    FORM,
                    form(slug, saved, form.over(saved))
                            .with(DeskAnswers.STALE)
                            .against(form.against(EventForm.of(saved))));
        }
        return DeskAnswers.of(
                change,
                event -> Pages.done(Done.EVENT_SAVED, DeskAnswers.EVENTS + "/" + slug),
                errors -> Pages.invalid(FORM, page.with(errors)));
    }

    /** What will happen when it is announced, and what is missing. */
    @Get("/{event:[a-z0-9-]+}/oglos")
    @Secured("CLERK")
    HttpResponse<?> beforePublishing(@PathVariable("event") String slug) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        if (event.cancelledAt() != null || event.publishedAt() != null) {
            return Pages.conflict(
                    event.cancelledAt() != null ? "events.desk.cancelled.already" : "events.desk.published.already");
        }
        return Pages.show(PUBLISH, new EventPublishPage(event, programme.of(event), running.missing(event)));
    }

    @Post("/{event:[a-z0-9-]+}/oglos")
    @Secured("CLERK")
    HttpResponse<?> publish(@PathVariable("event") String slug, Actor actor) {
        return DeskAnswers.of(
                running.publish(slug, actor),
                event -> Pages.done(Done.EVENT_PUBLISHED, DeskAnswers.EVENTS + "/" + slug),
                errors -> {
                    var event = events.findBySlug(slug).orElseThrow();
                    return Pages.invalid(PUBLISH, new EventPublishPage(event, programme.of(event), errors));
                });
    }

    @Post("/{event:[a-z0-9-]+}/odwolaj")
    @Secured("CLERK")
    HttpResponse<?> cancel(@PathVariable("event") String slug, @Body DeskForms.@Nullable Cancel form, Actor actor) {
        var reason = form == null ? "" : Typed.text(form.cancelReason());
        return DeskAnswers.of(
                running.cancel(slug, reason, actor),
                event -> Pages.done(Done.EVENT_CANCELLED, DeskAnswers.EVENTS + "/" + slug),
                errors -> page(slug, actor, errors, reason));
    }

    @Post("/{event:[a-z0-9-]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> discard(@PathVariable("event") String slug, Actor actor) {
        return DeskAnswers.of(
                preparing.discard(slug, actor), event -> Pages.done(Done.EVENT_DISCARDED, DeskAnswers.EVENTS));
    }

    @Get("/{event:[a-z0-9-]+}/kopia")
    @Secured("CLERK")
    HttpResponse<?> beforeCopying(@PathVariable("event") String slug) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(found -> Pages.show(
                        COPY,
                        new EventCopyPage(
                                found, programme.of(found), new DeskForms.Copy(found.title(), ""), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{event:[a-z0-9-]+}/kopia")
    @Secured("CLERK")
    HttpResponse<?> copy(@PathVariable("event") String slug, @Body DeskForms.@Nullable Copy form, Actor actor) {
        var typed = form == null ? new DeskForms.Copy("", "") : form;
        return DeskAnswers.of(
                copying.copy(slug, Typed.line(typed.title()), TypedMoment.day(typed.firstDay()), actor),
                event -> Pages.done(Done.EVENT_COPIED, DeskAnswers.EVENTS + "/" + event.slug()),
                errors -> {
                    var event = events.findBySlug(slug).orElseThrow();
                    return Pages.invalid(COPY, new EventCopyPage(event, programme.of(event), typed, errors));
                });
    }

    @Get("/{event:[a-z0-9-]+}/powtorz")
    @Secured("CLERK")
    HttpResponse<?> beforeRepeating(@PathVariable("event") String slug) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(found -> Pages.show(
                        REPEAT,
                        new EventRepeatPage(found, programme.of(found), DeskForms.Repeat.fresh(), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{event:[a-z0-9-]+}/powtorz")
    @Secured("CLERK")
    HttpResponse<?> repeat(@PathVariable("event") String slug, @Body DeskForms.@Nullable Repeat form, Actor actor) {
        var typed = form == null ? DeskForms.Repeat.fresh() : form;
        var mistyped = typed.errors();
        return DeskAnswers.of(
                mistyped.any() ? new EventChange.Invalid(mistyped) : copying.repeat(slug, typed.days(), actor),
                event -> Pages.done(Done.EVENT_REPEATED, DeskAnswers.EVENTS + "?etap=DRAFTS"),
                errors -> events.findBySlug(slug)
                        .<HttpResponse<?>>map(event ->
                                Pages.invalid(REPEAT, new EventRepeatPage(event, programme.of(event), typed, errors)))
                        .orElseGet(Pages::notFound));
    }

    private EventFormPage form(String slug, @Nullable Event saved, EventForm form) {
        var linked = saved == null ? null : saved.consultationId();
        return EventFormPage.of(slug, form, consultations.toChoose(linked == null ? 0 : linked));
    }

    private HttpResponse<?> page(String slug, Actor actor, FormErrors errors, String cancelReason) {
        var event = events.findBySlug(slug)
                .filter(found -> EventPolicy.maySee(actor, found))
                .orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        var linked = event.consultationId();
        var page = new EventDeskPage(
                event,
                programme.of(event),
                questions.of(event.key()),
                linked == null
                        ? null
                        : consultations.toChoose(linked).stream()
                                .filter(each -> each.id() == linked)
                                .findFirst()
                                .orElse(null),
                held.somebodyCame(event.key()),
                OfficeTime.now(clock),
                EventPolicy.mayRun(actor),
                cancelReason,
                errors);
        return errors.any() ? Pages.invalid("desk/event", page) : Pages.show("desk/event", page);
    }
}
