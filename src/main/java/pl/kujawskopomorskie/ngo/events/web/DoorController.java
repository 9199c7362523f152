package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Arrival;
import pl.kujawskopomorskie.ngo.events.DoorAnswer;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.DoorNote;
import pl.kujawskopomorskie.ngo.events.DoorPeople;
import pl.kujawskopomorskie.ngo.events.DoorTime;
import pl.kujawskopomorskie.ngo.events.Entering;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.LettingIn;
import pl.kujawskopomorskie.ngo.events.OpeningDoor;
import pl.kujawskopomorskie.ngo.events.ReceivingEntries;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.TakingBackEntry;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/**
 * The door of an event, on a phone. Its forms work without scripts; with them the phone keeps the list of people and what happened
 * while it has no network, and sends it later.
 */
@Controller("/wydarzenia/{event:[a-z0-9-]+}/wejscie")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class DoorController {

    private static final String VIEW = "events/door";
    private static final String WORKER = "static/door-worker.js";
    private static final int MOST_FOUND = 20;

    private final OpeningDoor opening;
    private final Sessions sessions;
    private final LettingIn letting;
    private final TakingBackEntry takingBack;
    private final ReceivingEntries receiving;
    private final DoorPeople people;
    private final DoorCounts counting;
    private final Clock clock;
    private final String worker;

    DoorController(
            OpeningDoor opening,
            Sessions sessions,
            LettingIn letting,
            TakingBackEntry takingBack,
            ReceivingEntries receiving,
            DoorPeople people,
            DoorCounts counting,
            Clock clock) {
        this.opening = opening;
        this.sessions = sessions;
        this.letting = letting;
        this.takingBack = takingBack;
        this.receiving = receiving;
        this.people = people;
        this.counting = counting;
        this.clock = clock;
        this.worker = read();
    }

    @Get
    HttpResponse<?> show(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String sesja,
            @QueryValue @Nullable String drzwi,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String wpis,
            Actor actor) {
        var event = event(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        if (event.cancelledAt() != null) {
            return Pages.conflict("events.door.cancelled");
        }
        var asked =
                new Asked(DoorForms.Place.of(sesja, drzwi), EventListQuery.words(szukaj), "", DoorForms.WalkIn.fresh());
        var note =
                DoorData.isId(wpis) && wpis != null ? letting.said(event, wpis).orElse(null) : null;
        if (wpis == null && asked.words().isEmpty()) {
            opening.note(event, actor);
        }
        return page(event, asked, note, FormErrors.none())
                .<HttpResponse<?>>map(page -> Pages.show(VIEW, page)
                        .header(
                                "Permissions-Policy",
                                "camera=(self), microphone=(), geolocation=(), interest-cohort=()"))
                .orElseGet(Pages::notFound);
    }

    @Post("/kod")
    HttpResponse<?> code(@PathVariable("event") String slug, @Body DoorForms.@Nullable Code form, Actor actor) {
        var typed = form == null ? new DoorForms.Code("", "", "", "") : form;
        var code = DoorForms.door(typed.kod());
        return answered(
                slug,
                new Asked(DoorForms.Place.of(typed.sesja(), typed.drzwi()), "", code, DoorForms.WalkIn.fresh()),
                typed.wpis(),
                new Arrival.Ticket(code, false),
                false,
                actor);
    }

    @Post("/osoba")
    HttpResponse<?> person(@PathVariable("event") String slug, @Body DoorForms.@Nullable Person form, Actor actor) {
        var typed = form == null ? new DoorForms.Person("", "", "", "", "") : form;
        var who = who(typed.kto());
        if (who == null) {
            return event(slug, actor) == null ? Pages.notFound() : Pages.conflict("events.door.gone");
        }
        return answered(
                slug,
                new Asked(DoorForms.Place.of(typed.sesja(), typed.drzwi()), "", "", DoorForms.WalkIn.fresh()),
                typed.wpis(),
                who,
                "true".equals(typed.mimo()),
                actor);
    }

    @Post("/bez-zapisu")
    HttpResponse<?> walkIn(@PathVariable("event") String slug, @Body DoorForms.@Nullable WalkIn form, Actor actor) {
        var typed = form == null ? DoorForms.WalkIn.fresh() : form;
        return answered(
                slug,
                new Asked(DoorForms.Place.of(typed.sesja(), typed.drzwi()), "", "", typed),
                typed.wpis(),
                newcomer(typed),
                false,
                actor);
    }

    @Post("/cofnij")
    HttpResponse<?> undo(@PathVariable("event") String slug, @Body DoorForms.@Nullable Undo form, Actor actor) {
        var typed = form == null ? new DoorForms.Undo("", "", "") : form;
        var entry = typed.wpis();
        if (event(slug, actor) == null) {
            return Pages.notFound();
        }
        return entry != null && DoorData.isId(entry) && takingBack.takeBack(slug, entry, actor)
                ? Pages.done(
                        Done.ENTRY_TAKEN_BACK,
                        DoorForms.Place.of(typed.sesja(), typed.drzwi()).path(slug))
                : Pages.conflict("events.door.gone");
    }

    @Get("/lista")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> list(@PathVariable("event") String slug, Actor actor) {
        var event = event(slug, actor);
        if (event == null) {
            return HttpResponse.notFound();
        }
        var programme = sessions.of(event.key());
        var time = OpeningDoor.time(programme, null);
        var now = OfficeTime.now(clock);
        if (!OpeningDoor.mayKeepPeople(time, now)) {
            return HttpResponse.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        opening.noteList(event, actor);
        return HttpResponse.ok(DoorData.DoorList.of(
                        now,
                        time,
                        programme.stream()
                                .filter(Session::bookable)
                                .map(session -> session(programme, session))
                                .toList(),
                        people.all(event),
                        people.in(event)))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/liczby")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> numbers(@PathVariable("event") String slug, Actor actor) {
        var event = event(slug, actor);
        return event == null
                ? HttpResponse.notFound()
                : HttpResponse.ok(DoorData.Numbers.of(counting.of(event, sessions.of(event.key()))))
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Post("/wpisy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> entries(@PathVariable("event") String slug, @Body DoorData.@Nullable Batch batch, Actor actor) {
        var event = event(slug, actor);
        if (event == null) {
            return HttpResponse.notFound();
        }
        var now = batch == null ? null : batch.now();
        var sent = batch == null ? null : batch.read();
        if (now == null || sent == null) {
            return HttpResponse.badRequest();
        }
        var notes = receiving.receive(slug, Instant.ofEpochMilli(now), sent, actor);
        return HttpResponse.ok(new DoorData.Reply(
                        notes.stream().map(DoorData.Answer::of).toList(),
                        DoorData.Numbers.of(counting.of(event, sessions.of(event.key())))))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The script that keeps this door's page on the phone; the header lets it look after this page and no other. */
    @Get("/pracownik.js")
    @Produces("text/javascript")
    HttpResponse<?> worker(@PathVariable("event") String slug) {
        return HttpResponse.ok(worker)
                .contentType(MediaType.of("text/javascript; charset=utf-8"))
                .header("Service-Worker-Allowed", "/wydarzenia/" + slug + "/wejscie");
    }

    private HttpResponse<?> answered(
            String slug, Asked asked, @Nullable String id, Arrival.Who who, boolean despite, Actor actor) {
        var event = event(slug, actor);
        if (event == null) {
            return Pages.notFound();
        }
        var arrival = new Arrival(
                DoorForms.id(id), who, asked.place().sessionId(), asked.place().door(), null, despite);
        return switch (letting.enter(slug, arrival, actor)) {
            case Entering.Answered(var note)
            when note.answer().isIn() -> {
                var path = asked.place().path(slug);
                yield Pages.goTo(path + (path.contains("?") ? "&" : "?") + "wpis=" + note.id());
            }
            case Entering.Answered(var note)
            when note.answer() == DoorAnswer.EVENT_CANCELLED -> Pages.conflict("events.door.cancelled");
            case Entering.Answered(var note)
            when note.answer() == DoorAnswer.UNREADABLE ->
                invalid(event, asked, null, FormErrors.of("kod", "events.door.code.unreadable"));
            case Entering.Answered(var note) -> invalid(event, asked, note, FormErrors.none());
            case Entering.Invalid(var errors) -> invalid(event, asked, null, errors);
            case Entering.Forbidden() -> Pages.forbidden();
            case Entering.NotFound() -> Pages.conflict("events.door.gone");
        };
    }

    private HttpResponse<?> invalid(Event event, Asked asked, @Nullable DoorNote note, FormErrors errors) {
        return page(event, asked, note, errors)
                .<HttpResponse<?>>map(page -> Pages.invalid(VIEW, page))
                .orElseGet(Pages::notFound);
    }

    private Optional<DoorPage> page(Event event, Asked asked, @Nullable DoorNote note, FormErrors errors) {
        var programme = sessions.of(event.key());
        var place = asked.place();
        var bookable = programme.stream().filter(Session::bookable).toList();
        if (!place.session().isEmpty()
                && bookable.stream().noneMatch(one -> Long.toString(one.key()).equals(place.session()))) {
            return Optional.empty();
        }
        var time = OpeningDoor.time(programme, place.sessionId());
        return Optional.of(new DoorPage(
                event,
                bookable,
                place,
                time,
                time != null && time.covers(OfficeTime.now(clock)),
                counting.of(event, programme),
                note,
                asked.words(),
                asked.words().isEmpty()
                        ? List.of()
                        : people.search(event, asked.words(), place.sessionId(), MOST_FOUND),
                asked.code(),
                asked.walkIn(),
                errors));
    }

    private @Nullable Event event(String slug, Actor actor) {
        return opening.event(slug, actor).orElse(null);
    }

    private static DoorData.DoorSession session(List<Session> programme, Session session) {
        DoorTime time = OpeningDoor.time(programme, session.key());
        return new DoorData.DoorSession(
                session.key(),
                time == null ? null : time.begins().toEpochMilli(),
                time == null ? null : time.ends().toEpochMilli());
    }

    private static Arrival.Newcomer newcomer(DoorForms.WalkIn typed) {
        return new Arrival.Newcomer(
                typed.name() == null ? "" : typed.name(),
                typed.organisation() == null ? "" : typed.organisation(),
                typed.email() == null ? "" : typed.email());
    }

    private static Arrival.@Nullable Who who(@Nullable String typed) {
        if (typed == null || !typed.matches("[aw][0-9]{1,18}")) {
            return null;
        }
        var key = Long.parseLong(typed.substring(1));
        return typed.startsWith("a") ? new Arrival.Named(key) : new Arrival.Known(key);
    }

    private static String read() {
        try (var in = DoorController.class.getClassLoader().getResourceAsStream(WORKER)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + WORKER);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was asked of the page.
     *
     * @param place which door
     * @param words of the search
     * @param code as typed
     * @param walkIn as typed
     */
    private record Asked(DoorForms.Place place, String words, String code, DoorForms.WalkIn walkIn) {}
}
