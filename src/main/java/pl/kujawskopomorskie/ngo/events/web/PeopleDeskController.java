package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EndingRegistration;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.ExportingPeople;
import pl.kujawskopomorskie.ngo.events.MovingInQueue;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme;
import pl.kujawskopomorskie.ngo.events.QueueRows;
import pl.kujawskopomorskie.ngo.events.RegisteredPeople;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.ViewingNeeds;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Who registered for an event: people, the waiting list and its history, needs, and files of people. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class PeopleDeskController {

    private static final String FILE = "zgloszenia";
    private static final String MOVE = "desk/event-move";

    private final Events events;
    private final Sessions sessions;
    private final OfficeProgramme programme;
    private final RegisteredPeople people;
    private final QueueRows queue;
    private final MovingInQueue moving;
    private final EndingRegistration ending;
    private final ViewingNeeds viewing;
    private final ExportingPeople exporting;
    private final Clock clock;

    PeopleDeskController(
            Events events,
            Sessions sessions,
            OfficeProgramme programme,
            RegisteredPeople people,
            QueueRows queue,
            MovingInQueue moving,
            EndingRegistration ending,
            ViewingNeeds viewing,
            ExportingPeople exporting,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.programme = programme;
        this.people = people;
        this.queue = queue;
        this.moving = moving;
        this.ending = ending;
        this.viewing = viewing;
        this.exporting = exporting;
        this.clock = clock;
    }

    @Get("/zgloszenia")
    HttpResponse<?> people(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String sesja,
            @QueryValue @Nullable String tryb,
            @QueryValue @Nullable String stan,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var event = found(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        var query = PeopleQuery.of(szukaj, sesja, tryb, stan, strona);
        var found = people.find(event, query.filter());
        return Pages.show(
                "desk/event-people",
                new PeoplePage(
                        event,
                        query,
                        found,
                        found.total() == 0 && people.any(event),
                        sessions.of(event.key()),
                        EventPolicy.mayRun(actor)));
    }

    @Get("/zgloszenia.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable("event") String slug, Actor actor) {
        return PeopleFiles.of(
                request, exporting.begin(slug, actor), FILE, FileType.XLSX, clock.instant(), exporting::writeXlsx);
    }

    @Get("/zgloszenia.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request, @PathVariable("event") String slug, Actor actor) {
        return PeopleFiles.of(
                request, exporting.begin(slug, actor), FILE, FileType.CSV, clock.instant(), exporting::writeCsv);
    }

    @Post("/zgloszenia/{id:[0-9]+}/wypisz")
    @Secured("CLERK")
    HttpResponse<?> takeOut(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return ending.takeOut(slug, ProgrammeDeskController.key(id), actor)
                ? Pages.done(Done.TAKEN_OUT, DeskAnswers.EVENTS + "/" + slug + "/zgloszenia")
                : Pages.notFound();
    }

    @Get("/zgloszenia/rezerwowa")
    HttpResponse<?> waiting(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String kolejka,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var event = found(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        var page = WaitingPage.of(
                event, programme.of(event), kolejka, EventListQuery.page(strona), EventPolicy.mayRun(actor));
        var chosen = page.chosen();
        return Pages.show(
                "desk/event-waiting",
                chosen == null
                        ? page
                        : page.with(queue.waiting(
                                chosen.session().key(),
                                chosen.mode(),
                                OfficeTime.now(clock),
                                WaitingPage.PAGE_SIZE,
                                page.offset())));
    }

    @Get("/zgloszenia/rezerwowa/{id:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> place(@PathVariable("event") String slug, @PathVariable String id) {
        return move(slug, id, new DeskForms.Move("", ""), FormErrors.none());
    }

    @Post("/zgloszenia/rezerwowa/{id:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> move(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body DeskForms.@Nullable Move form,
            Actor actor) {
        var typed = form == null ? new DeskForms.Move("", "") : form;
        return switch (moving.move(
                slug,
                ProgrammeDeskController.key(id),
                EventForm.number(typed.rank()),
                Typed.line(typed.reason()),
                actor)) {
            case MovingInQueue.Moving.Done() ->
                Pages.done(Done.QUEUE_MOVED, DeskAnswers.EVENTS + "/" + slug + "/zgloszenia/rezerwowa");
            case MovingInQueue.Moving.Invalid(var errors) -> move(slug, id, typed, errors);
            case MovingInQueue.Moving.Gone() -> Pages.conflict("events.queue.gone");
            case MovingInQueue.Moving.Forbidden() -> Pages.forbidden();
            case MovingInQueue.Moving.NotFound() -> Pages.notFound();
        };
    }

    @Get("/zgloszenia/zmiany")
    HttpResponse<?> changes(@PathVariable("event") String slug, @QueryValue @Nullable String strona, Actor actor) {
        var event = found(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        var pages = QueueChangesPage.pages(queue.countChanges(event.key()));
        var number = Math.min(EventListQuery.page(strona), pages);
        return Pages.show(
                "desk/event-changes",
                new QueueChangesPage(
                        event,
                        queue.changes(
                                event.key(), QueueChangesPage.PAGE_SIZE, (number - 1) * QueueChangesPage.PAGE_SIZE),
                        number,
                        pages));
    }

    @Get("/potrzeby")
    @Secured("CLERK")
    HttpResponse<?> needs(@PathVariable("event") String slug, Actor actor) {
        return viewing.of(slug, actor)
                .<HttpResponse<?>>map(needs -> Pages.show("desk/event-needs", needs))
                .orElseGet(Pages::notFound);
    }

    private HttpResponse<?> move(String slug, String id, DeskForms.Move form, FormErrors errors) {
        var event = events.findBySlug(slug).orElse(null);
        var place = moving.place(slug, ProgrammeDeskController.key(id)).orElse(null);
        if (event == null || place == null) {
            return Pages.notFound();
        }
        var page = new MovePage(event, place, form, errors);
        return errors.any() ? Pages.invalid(MOVE, page) : Pages.show(MOVE, page);
    }

    private @Nullable Event found(String slug, Actor actor) {
        return events.findBySlug(slug)
                .filter(event -> EventPolicy.mayLookIntoTheOffice(actor))
                .orElse(null);
    }
}
