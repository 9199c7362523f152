package pl.kujawskopomorskie.ngo;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.RegisterRows;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryRows;
import pl.kujawskopomorskie.ngo.events.lending.LendingRows;
import pl.kujawskopomorskie.ngo.testing.People;

/** Something real for each variable in the path of a route, so that every page has what to show. */
@Singleton
final class RouteExamples {

    private static final Pattern VARIABLE = Pattern.compile("\\{/?([A-Za-z]+)[^}]*}");

    private final Map<String, String> values;

    RouteExamples(
            ConsultationRows consultations,
            OrganisationRows organisations,
            EventRows events,
            AdvisoryRows advisory,
            LendingRows lending,
            RegisterRows registers,
            AskingToRepresent asking,
            People people) {
        var organisation = organisations.full("Stowarzyszenie Przykładowe").slug();
        asking.ask(organisation, "STATUTORY", "Jestem skarbniczką, zarząd jest w KRS.", people.person());
        values = Map.ofEntries(
                Map.entry("slug", consultations.open().slug()),
                Map.entry("organisation", organisation),
                Map.entry("event", forum(events).slug()),
                Map.entry("team", registers.team("Zespół przykładowy").slug()),
                Map.entry("visit", registers.planned("Wizyta przykładowa").slug()),
                Map.entry("pair", Long.toString(organisations.pair("Klub Bliźniaczy Przykładowy"))),
                Map.entry("number", "1"),
                Map.entry("position", "1"),
                Map.entry("address", "par_1"),
                Map.entry("volume", "1"),
                Map.entry("action", "2.1"),
                Map.entry("selector", "liveness"),
                Map.entry("token", "nieznany-odnosnik"),
                Map.entry("slot", Long.toString(advisory.slot(40, 9).key())),
                Map.entry("adviser", Long.toString(advisory.adviser().key())),
                Map.entry("advice", Long.toString(advisory.advice(2026, 6).key())),
                Map.entry("thing", lending.room().slug()),
                Map.entry("resource", Long.toString(lending.equipment(3).key())),
                Map.entry(
                        "request",
                        Long.toString(lending.asked(people.person(), lending.room(), 40, 9, 10)
                                .key())),
                Map.entry("role", Role.AUDITOR.name()),
                Map.entry("name", "plik.pdf"),
                Map.entry("id", Long.toString(people.person(Role.CLERK).personId())));
    }

    private static Event forum(EventRows events) {
        var forum = events.open();
        events.session(forum, "Plenarna przykładowa", 0, 100, 50);
        events.session(forum, "Panel przykładowy pierwszy", 2, 30, 0);
        events.session(forum, "Panel przykładowy drugi", 2, 30, 0);
        return forum;
    }

    /** The path with its variables filled in. */
    String fill(String path) {
        return VARIABLE.matcher(path).replaceAll(variable -> example(variable.group(1)));
    }

    private String example(String variable) {
        return Objects.requireNonNull(values.get(variable), "Give an example for {" + variable + "}");
    }
}
