package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventLinkedData;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.LookingAtRegistration;
import pl.kujawskopomorskie.ngo.events.after.ReadingMaterials;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The list of events, its months, and the page of each event. */
@Controller("/wydarzenia")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class EventsController {

    private final EventCatalogue catalogue;
    private final EventLinkedData linkedData;
    private final ReadingMaterials materials;
    private final LookingAtRegistration looking;
    private final Clock clock;

    EventsController(
            EventCatalogue catalogue,
            EventLinkedData linkedData,
            ReadingMaterials materials,
            LookingAtRegistration looking,
            Clock clock) {
        this.catalogue = catalogue;
        this.linkedData = linkedData;
        this.materials = materials;
        this.looking = looking;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String kiedy,
            @QueryValue @Nullable String miesiac,
            @QueryValue @Nullable String rodzaj,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona) {
        var asked = EventsQuery.of(kiedy, miesiac, rodzaj, szukaj, strona);
        var today = OfficeTime.today(clock);
        var month = asked.month();
        if (month != null) {
            var found = catalogue.in(month, asked.eventKind(), asked.words());
            return Pages.show("events/list", EventsPage.month(asked, month, found, today));
        }
        return Pages.show("events/list", EventsPage.list(asked, catalogue.find(asked.filter()), today));
    }

    // A slug has no dot, so that the calendar of an event beside its page is no event.
    @Get("/{event:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable String event, @Nullable Actor actor) {
        var found = catalogue.find(event).orElse(null);
        if (found == null || !EventPolicy.maySee(actor, found.event())) {
            return Pages.notFound();
        }
        var programme = catalogue.programme(found);
        return Pages.show(
                "events/show",
                EventPage.of(
                        programme,
                        linkedData.of(programme),
                        EventPolicy.mayLookIntoTheOffice(actor),
                        actor == null
                                ? null
                                : looking.living(found.event(), actor).orElse(null),
                        materials.ofEveryone(found.event())));
    }
}
