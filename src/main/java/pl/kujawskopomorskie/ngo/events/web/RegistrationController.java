package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.CountingPlaces;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.Questions;
import pl.kujawskopomorskie.ngo.events.Registering;
import pl.kujawskopomorskie.ngo.events.RegisteringForEvent;
import pl.kujawskopomorskie.ngo.events.Registration;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.ClientAddress;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** Registering for an event, with an account or without. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RegistrationController {

    private static final String FORM = "events/register";

    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final CountingPlaces counting;
    private final RegisteringForEvent registering;
    private final LookingAtRegistration looking;
    private final ClientAddress clients;
    private final Clock clock;

    RegistrationController(
            Events events,
            Sessions sessions,
            Questions questions,
            CountingPlaces counting,
            RegisteringForEvent registering,
            LookingAtRegistration looking,
            ClientAddress clients,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.counting = counting;
        this.registering = registering;
        this.looking = looking;
        this.clients = clients;
        this.clock = clock;
    }

    @Get("/wydarzenia/{event:[a-z0-9-]+}/zapisy")
    HttpResponse<?> form(@PathVariable("event") String slug, @Nullable Actor actor, @Nullable Voice voice) {
        var form = actor == null
                ? RegistrationForm.empty("", "")
                : RegistrationForm.empty(actor.displayName(), actor.email());
        return visible(slug, actor)
                .<HttpResponse<?>>map(
                        event -> Pages.show(FORM, page(event, form, List.of(), actor, voice, FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    private Optional<Event> visible(String slug, @Nullable Actor actor) {
        return events.findBySlug(slug).filter(event -> EventPolicy.maySee(actor, event));
    }

    @Post("/wydarzenia/{event:[a-z0-9-]+}/zapisy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> register(
            @PathVariable("event") String slug,
            @Body @Nullable Map<String, String> body,
            @Nullable Actor actor,
            @Nullable Voice voice,
            HttpRequest<?> request) {
        var form = RegistrationForm.of(body);
        if (form.asksForMore()) {
            return visible(slug, actor)
                    .<HttpResponse<?>>map(event -> Pages.show(
                            FORM,
                            page(
                                    event,
                                    form.withOneMore(event.peoplePerRegistration()),
                                    List.of(),
                                    actor,
                                    voice,
                                    FormErrors.none())))
                    .orElseGet(Pages::notFound);
        }
        var result = registering.register(
                slug, form.entry(), actor, voice, RequestLanguage.of(request), clients.of(request));
        return switch (result) {
            case Registering.Done(var registration) -> registered(slug, actor, registration, Done.EVENT_REGISTERED);
            case Registering.Known(var registration) ->
                registered(slug, actor, registration, Done.EVENT_REGISTERED_BEFORE);
            case Registering.Refused refused -> refused(slug, form, refused, actor, voice);
            case Registering.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> refused(
            String slug,
            RegistrationForm form,
            Registering.Refused refused,
            @Nullable Actor actor,
            @Nullable Voice voice) {
        var full = refused instanceof Registering.Full(var taken) ? taken : List.<Registering.FullSession>of();
        var errors = switch (refused) {
            case Registering.Invalid(var mistakes) -> mistakes;
            case Registering.Full(var taken) -> FormErrors.of("sessions", "events.register.full", taken.size());
            case Registering.Closed(var state) -> FormErrors.of(FormErrors.WHOLE_FORM, closed(state));
            case Registering.TooMany() -> FormErrors.of(FormErrors.WHOLE_FORM, "events.register.tooMany");
            case Registering.Busy() -> FormErrors.of(FormErrors.WHOLE_FORM, "events.register.busy");
        };
        return visible(slug, actor)
                .<HttpResponse<?>>map(event -> Pages.invalid(FORM, page(event, form, full, actor, voice, errors)))
                .orElseGet(Pages::notFound);
    }

    @Get("/wydarzenia/{event:[a-z0-9-]+}/zapisy/wyslane")
    HttpResponse<?> sent(@PathVariable("event") String slug) {
        return events.findBySlug(slug)
                .filter(event -> EventPolicy.maySee(null, event))
                .<HttpResponse<?>>map(event -> Pages.show("events/sent", event))
                .orElseGet(Pages::notFound);
    }

    @Get("/konto/wydarzenia")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> own(Actor actor) {
        return Pages.show("events/mine", new OwnRegistrationsPage(looking.own(actor), OfficeTime.now(clock)));
    }

    // Only who is signed in as the registration's own person goes on to it; everybody else finds the link in their
    // mail.
    private HttpResponse<?> registered(String slug, @Nullable Actor actor, Registration registration, Done done) {
        if (actor != null && registration.confirmedAt() != null) {
            var link = looking.link(registration, actor);
            if (link.isPresent()) {
                return Pages.done(done, link.get());
            }
        }
        return Pages.goTo("/wydarzenia/" + slug + "/zapisy/wyslane");
    }

    private RegisterPage page(
            Event event,
            RegistrationForm form,
            List<Registering.FullSession> full,
            @Nullable Actor actor,
            @Nullable Voice voice,
            FormErrors errors) {
        var now = OfficeTime.now(clock);
        var programme = sessions.of(event.key());
        return new RegisterPage(
                event,
                ProgrammeChoice.of(programme, counting.of(programme, now)),
                questions.of(event.key()),
                form,
                full,
                voice == null ? "" : voice.name(),
                actor == null ? null : looking.living(event, actor).orElse(null),
                EventState.of(
                        event,
                        programme.stream()
                                .map(Session::endsAt)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                        now),
                EventPolicy.mayRegister(event, now),
                errors);
    }

    private static String closed(EventState state) {
        return "events.register.closed." + state.name();
    }
}
