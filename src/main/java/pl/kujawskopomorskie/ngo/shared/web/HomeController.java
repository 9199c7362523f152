package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Comparator;
import java.util.List;

/** The home page: what waits for whoever is signed in, and the doors of the modules. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
final class HomeController {

    private final List<HomeDoor> doors;

    HomeController(List<HomeDoor> doors) {
        this.doors =
                doors.stream().sorted(Comparator.comparingInt(HomeDoor::order)).toList();
    }

    @Get
    HttpResponse<?> home(HttpRequest<?> request) {
        var person = request.getAttribute(SignedIn.ATTRIBUTE, SignedIn.class).orElse(null);
        var waiting = person == null
                ? List.<HomeDoor.Fact>of()
                : doors.stream()
                        .flatMap(door -> door.waitingFor(person).stream())
                        .toList();
        return Pages.show(
                "home",
                new HomePage(
                        person != null,
                        waiting,
                        doors.stream().map(door -> door.door(person)).toList()));
    }

    /**
     * What the home page shows.
     *
     * @param signedIn whether somebody is
     * @param waiting what waits for that person
     * @param doors of the modules, in their order
     */
    record HomePage(boolean signedIn, List<HomeDoor.Fact> waiting, List<HomeDoor.Door> doors) {}
}
