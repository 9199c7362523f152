package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
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
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Arrival;
import pl.kujawskopomorskie.ngo.events.AttendanceRows;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.Entering;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.ExportingAttendance;
import pl.kujawskopomorskie.ngo.events.HeadCounts;
import pl.kujawskopomorskie.ngo.events.KeepingAttendance;
import pl.kujawskopomorskie.ngo.events.LettingIn;
import pl.kujawskopomorskie.ngo.events.OpeningDoor;
import pl.kujawskopomorskie.ngo.events.PrintingForDoor;
import pl.kujawskopomorskie.ngo.events.PrintingForDoor.Sheet;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.SettlingRefusal;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Who came to an event, as its office keeps it, and what lies on the table at its door. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AttendanceDeskController {

    private static final String VIEW = "desk/event-attendance";
    private static final String FILE = "obecnosc";

    private final Events events;
    private final Sessions sessions;
    private final AttendanceRows rows;
    private final DoorCounts counting;
    private final HeadCounts heads;
    private final KeepingAttendance keeping;
    private final SettlingRefusal settling;
    private final LettingIn letting;
    private final ExportingAttendance exporting;
    private final PrintingForDoor printing;
    private final Clock clock;

    AttendanceDeskController(
            Events events,
            Sessions sessions,
            AttendanceRows rows,
            DoorCounts counting,
            HeadCounts heads,
            KeepingAttendance keeping,
            SettlingRefusal settling,
            LettingIn letting,
            ExportingAttendance exporting,
            PrintingForDoor printing,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.rows = rows;
        this.counting = counting;
        this.heads = heads;
        this.keeping = keeping;
        this.settling = settling;
        this.letting = letting;
        this.exporting = exporting;
        this.printing = printing;
        this.clock = clock;
    }

    @Get("/obecnosc")
    HttpResponse<?> show(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String sesja,
            @QueryValue @Nullable String kto,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var event = found(slug, actor);
        return event == null
                ? Pages.notFound()
                : Pages.show(
                        VIEW,
                        page(
                                event,
                                AttendanceQuery.of(szukaj, sesja, kto, strona),
                                DoorForms.WalkIn.fresh(),
                                AttendanceForms.Heads.fresh(),
                                actor,
                                FormErrors.none()));
    }

    @Post("/obecnosc/odhacz")
    @Secured("CLERK")
    HttpResponse<?> tick(@PathVariable("event") String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        var query = AttendanceQuery.of(body);
        var ticking = keeping.tick(slug, query.sessionId(), AttendanceForms.ticked(body), actor);
        return DeskAnswers.of(
                ticking.change(),
                event -> Pages.done(Done.ATTENDANCE_TICKED, ticking.people(), path(event, query)),
                complaint(slug, query, DoorForms.WalkIn.fresh(), AttendanceForms.Heads.fresh(), actor));
    }

    @Post("/obecnosc/{id:[0-9]+}/cofnij")
    @Secured("CLERK")
    HttpResponse<?> withdraw(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return DeskAnswers.of(
                keeping.withdraw(slug, ProgrammeDeskController.key(id), actor),
                event -> Pages.done(Done.ATTENDANCE_WITHDRAWN, path(event, AttendanceQuery.none())),
                errors -> Pages.notFound());
    }

    @Post("/obecnosc/watpliwosci/{id:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> settle(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body @Nullable Map<String, String> body,
            Actor actor) {
        var came = body != null && "true".equals(body.get("byla"));
        return DeskAnswers.of(
                settling.settle(slug, ProgrammeDeskController.key(id), came, actor),
                event -> Pages.done(Done.DOOR_DOUBT_SETTLED, path(event, AttendanceQuery.none())),
                errors -> Pages.notFound());
    }

    @Post("/obecnosc/bez-zapisu")
    @Secured("CLERK")
    HttpResponse<?> walkIn(@PathVariable("event") String slug, @Body DoorForms.@Nullable WalkIn form, Actor actor) {
        var typed = form == null ? DoorForms.WalkIn.fresh() : form;
        var query = AttendanceQuery.ofSession(typed.sesja());
        var event = found(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        // Written down afterwards: they came when it began, as far as anybody knows.
        var began = sessions.of(event.key()).stream()
                .filter(one -> query.sessionId() == null || one.key() == query.sessionId())
                .findFirst()
                .map(Session::startsAt)
                .orElse(null);
        var arrival = new Arrival(
                DoorForms.id(typed.wpis()),
                new Arrival.Newcomer(text(typed.name()), text(typed.organisation()), text(typed.email())),
                query.sessionId(),
                "",
                began,
                false);
        return switch (letting.enter(slug, arrival, actor)) {
            case Entering.Answered(var note)
            when note.answer().isIn() -> Pages.done(Done.WALK_IN_ADDED, path(event, query));
            case Entering.Answered answered ->
                Pages.conflict(event.cancelledAt() == null ? "events.attendance.tooEarly" : "events.door.cancelled");
            case Entering.Invalid(var errors) ->
                complaint(slug, query, typed, AttendanceForms.Heads.fresh(), actor)
                        .apply(errors);
            case Entering.Forbidden() -> Pages.forbidden();
            case Entering.NotFound() -> Pages.notFound();
        };
    }

    @Post("/obecnosc/policzeni")
    @Secured("CLERK")
    HttpResponse<?> count(@PathVariable("event") String slug, @Body AttendanceForms.@Nullable Heads form, Actor actor) {
        var typed = form == null ? AttendanceForms.Heads.fresh() : form;
        var query = AttendanceQuery.none();
        return DeskAnswers.of(
                keeping.count(slug, typed.chosen(), text(typed.people()), text(typed.note()), actor),
                event -> Pages.done(Done.HEADS_COUNTED, path(event, query)),
                complaint(slug, query, DoorForms.WalkIn.fresh(), typed, actor));
    }

    @Get("/obecnosc.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable("event") String slug, Actor actor) {
        return PeopleFiles.of(
                request, exporting.begin(slug, actor), FILE, FileType.XLSX, clock.instant(), exporting::writeXlsx);
    }

    @Get("/obecnosc.csv")
    @Produces(MediaType.ALL)
    HttpResponse<?> csv(HttpRequest<?> request, @PathVariable("event") String slug, Actor actor) {
        return PeopleFiles.of(
                request, exporting.begin(slug, actor), FILE, FileType.CSV, clock.instant(), exporting::writeCsv);
    }

    @Get("/obecnosc/identyfikatory.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> badges(@PathVariable("event") String slug, @QueryValue @Nullable String czesc, Actor actor) {
        var part = EventListQuery.page(czesc);
        return printed(slug, "identyfikatory", "", part, 0, event -> printing.badges(event, part), actor);
    }

    @Get("/obecnosc/etykiety.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> labels(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String arkusz,
            @QueryValue @Nullable String czesc,
            Actor actor) {
        var part = EventListQuery.page(czesc);
        var sheet = Arrays.stream(Sheet.values())
                .filter(one -> one != Sheet.BADGES && one.name().equalsIgnoreCase(arkusz))
                .findFirst()
                .orElse(Sheet.L7160);
        return printed(slug, "etykiety", "-" + sheet, part, 0, event -> printing.labels(event, sheet, part), actor);
    }

    @Get("/obecnosc/lista.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> list(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String sesja,
            @QueryValue @Nullable String czesc,
            Actor actor) {
        var part = EventListQuery.page(czesc);
        var asked = AttendanceQuery.ofSession(sesja).sessionId();
        var sessionId = asked == null ? 0 : asked;
        return printed(
                slug,
                "lista-obecnosci",
                sessionId == 0 ? "" : "-" + sessionId,
                part,
                sessionId,
                event -> printing.list(event, sessionId, part),
                actor);
    }

    private HttpResponse<?> printed(
            String slug,
            String what,
            String of,
            int part,
            long sessionId,
            Function<Event, byte[]> making,
            Actor actor) {
        var known = found(slug, actor);
        if (known == null
                || part > printing.parts(known, sessionId)
                || (sessionId != 0 && sessions.of(known.key(), sessionId).isEmpty())) {
            return Pages.notFound();
        }
        return printing.begin(slug, what + of, actor)
                .<HttpResponse<?>>map(event -> HttpResponse.ok(making.apply(event))
                        .contentType(MediaType.APPLICATION_PDF_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + what + "-" + slug + of + (part == 1 ? "" : "-" + part)
                                        + ".pdf\""))
                .orElseGet(Pages::notFound);
    }

    private Function<FormErrors, HttpResponse<?>> complaint(
            String slug, AttendanceQuery query, DoorForms.WalkIn walkIn, AttendanceForms.Heads head, Actor actor) {
        return errors -> {
            var event = found(slug, actor);
            return event == null
                    ? Pages.notFound()
                    : Pages.invalid(VIEW, page(event, query, walkIn, head, actor, errors));
        };
    }

    private AttendancePage page(
            Event event,
            AttendanceQuery query,
            DoorForms.WalkIn walkIn,
            AttendanceForms.Heads head,
            Actor actor,
            FormErrors errors) {
        var programme = sessions.of(event.key());
        return new AttendancePage(
                event,
                query,
                rows.find(event, query.filter()),
                counting.of(event, programme),
                heads.of(event.key()),
                printing.parts(event, 0),
                settling.of(event),
                OpeningDoor.time(programme, null),
                OfficeTime.now(clock),
                EventPolicy.mayRun(actor),
                walkIn,
                head,
                errors);
    }

    private static String path(Event event, AttendanceQuery query) {
        return DeskAnswers.EVENTS + "/" + event.slug() + "/obecnosc" + query.address();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private @Nullable Event found(String slug, Actor actor) {
        return events.findBySlug(slug)
                .filter(event -> EventPolicy.mayLookIntoTheOffice(actor))
                .orElse(null);
    }
}
