package pl.kujawskopomorskie.ngo.events.lending.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.lending.LendingRows;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class LendingPagesTest {

    private static final String DESK = "/biuro/sale-i-sprzet";
    private static final String ASK = "/sale-i-sprzet/prosba";

    private final LendingRows rows;
    private final People people;
    private final Web visitor;
    private final Web clerk;
    private final Web auditor;
    private final TestClock clock;
    private final Queries queries;

    LendingPagesTest(LendingRows rows, People people, Web visitor, TestClock clock, Queries queries) {
        this.rows = rows;
        this.people = people;
        this.visitor = visitor;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
        this.clock = clock;
        this.queries = queries;
    }

    @Test
    void a_room_is_asked_for_accepted_shown_as_taken_without_a_name_and_taken_back() {
        var room = rows.room();
        var person = people.named("Tajemnicza Osoba");
        var web = people.signedIn(person);
        assertThat(web.get(ASK + "?co=" + room.slug())
                        .page()
                        .select("input[name=room][checked]")
                        .val())
                .isEqualTo(Long.toString(room.key()));
        var typed = typed(room, null);
        var asked = web.post(ASK, typed);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(web.post(ASK, typed).path()).isEqualTo(asked.path());
        var own = asked.path();
        var id = own.replaceAll(".*/", "");
        assertThat(web.get(own).page().text()).contains("czeka na decyzję", room.name());
        assertThat(people.signedIn().get(own).status()).isEqualTo(404);
        assertThat(people.signedIn().post(own + "/wycofaj", Map.of()).status()).isEqualTo(404);

        assertThat(clerk.get(DESK + "?stan=ASKED&co=" + room.key()).page().select("tbody tr"))
                .hasSize(1);
        assertThat(clerk.post(DESK + "/prosby/" + id + "/przyjmij", Map.of()).status())
                .isEqualTo(303);
        var shown = visitor.get("/sale-i-sprzet/" + room.slug() + "?tydzien=2026-11-23");
        assertThat(shown.page().select(".week").text()).contains("10:00–12:00 zajęta");
        assertThat(shown.text()).doesNotContain("Tajemnicza").doesNotContain("Zebranie zarządu");

        assertThat(web.post(own + "/wycofaj", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/sale-i-sprzet/" + room.slug() + "?tydzien=2026-11-23")
                        .page()
                        .select(".week")
                        .text())
                .doesNotContain("10:00–12:00");
        assertThat(web.get("/konto/wypozyczenia").page().select(".entry")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "startsOn, '', startsOn",
        "startsOn, jutro, startsOn",
        "startsTime, 25:00, startsTime",
        "startsTime, 06:00, startsTime",
        "endsTime, 09:00, endsTime",
        "startsOn, 2026-11-01, startsOn",
        "room, '', things",
        "purpose, '', purpose",
        "people, kilka, people",
        "people, 21, people",
        "phone, zadzwoń, phone",
        "privacyRead, '', privacyRead"
    })
    void what_is_wrong_is_named_at_its_field_and_what_was_typed_stays(String field, String value, String complained) {
        var typed = typed(rows.room(), null);
        typed.put(field, value);

        var refused = people.signedIn().post(ASK, typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
        assertThat(refused.page().select("#" + complained)).hasSize(1);
        assertThat(refused.page().select("#endsTime").val()).isEqualTo(typed.get("endsTime"));
    }

    @Test
    void pieces_beyond_those_there_are_stay_in_the_form_with_how_many_there_are() {
        var chairs = rows.equipment(4);
        var typed = typed(null, chairs);
        typed.put("pieces-" + chairs.key(), "5");
        var web = people.signedIn();

        assertThat(web.post(ASK, typed)
                        .page()
                        .select("#pieces-" + chairs.key() + "-error")
                        .text())
                .contains("do 4");
        typed.put("pieces-" + chairs.key(), "-2");
        assertThat(web.post(ASK, typed).status()).isEqualTo(422);
        typed.put("pieces-" + chairs.key(), "4");
        assertThat(web.post(ASK, typed).status()).isEqualTo(303);
    }

    @Test
    void the_page_of_a_decision_shows_what_clashes_and_accepting_is_refused() {
        var room = rows.room();
        var first = rows.asked(people.person(), room, 5, 9, 12);
        var second = rows.asked(people.person(), room, 5, 10, 11);
        assertThat(clerk.get(DESK + "/prosby/" + second.key()).page().select("#meeting-title"))
                .hasSize(1);
        clerk.post(DESK + "/prosby/" + first.key() + "/przyjmij", Map.of());

        var page = clerk.get(DESK + "/prosby/" + second.key()).page();
        assertThat(page.select(".note-bad").text()).contains(room.name());
        var refused = clerk.post(DESK + "/prosby/" + second.key() + "/przyjmij", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary").text()).contains("Nie da się przyjąć");
        assertThat(clerk.post(DESK + "/prosby/" + second.key() + "/odmow", Map.of("refusal", ""))
                        .page()
                        .select(".error-summary a[href=#refusal]"))
                .hasSize(1);
        assertThat(clerk.post(DESK + "/prosby/" + second.key() + "/odmow", Map.of("refusal", "Zajęta."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.post(DESK + "/prosby/" + second.key() + "/przyjmij", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(clerk.post(DESK + "/prosby/999999999/przyjmij", Map.of()).status())
                .isEqualTo(404);
        assertThat(clerk.post(DESK + "/prosby/" + first.key() + "/odwolaj", Map.of("cancellation", "Remont."))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_room_takes_as_many_people_as_it_seats_and_the_office_sees_when_more_come() {
        var room = rows.room();
        var typed = typed(room, null);
        typed.put("people", "21");
        var web = people.signedIn();
        assertThat(web.post(ASK, typed).page().select("#people-error").text()).contains(room.name(), "20 miejsc");
        typed.put("people", "20");
        var id = web.post(ASK, typed).path().replaceAll(".*/", "");
        var page = DESK + "/prosby/" + id;
        assertThat(clerk.get(page).page().select(".facts").text()).contains("20 na 20 miejsc");
        assertThat(clerk.get(page).page().select(".facts .tag-warn")).isEmpty();

        var fewer = new HashMap<>(Map.of("name", room.name(), "address", "Toruń", "seats", "12", "revision", "0"));
        fewer.putAll(Map.of("opens-3", "08:00", "closes-3", "20:00", "inUse", "true"));
        assertThat(clerk.post(DESK + "/zasoby/" + room.key(), fewer).status()).isEqualTo(303);
        assertThat(clerk.get(page).page().select(".facts .tag-warn").text()).isEqualTo("20 na 12 miejsc");
    }

    @Test
    void a_term_that_is_not_typed_is_asked_for_at_each_of_its_fields_in_words_of_its_own() {
        var typed = typed(rows.room(), null);
        typed.putAll(Map.of("startsOn", "", "startsTime", "", "endsTime", ""));

        var summary = people.signedIn().post(ASK, typed).page().select(".error-summary li");

        assertThat(summary.eachText()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void equipment_goes_out_and_comes_back_with_its_condition() {
        var speakers = rows.equipment(2);
        var asked = rows.asked(people.person(), speakers, 0, 12, 14);
        var path = DESK + "/prosby/" + asked.key();
        clerk.post(path + "/przyjmij", Map.of());
        var thing = Long.toString(speakers.key());

        assertThat(clerk.post(path + "/zwrot", Map.of("thing", thing)).status()).isEqualTo(409);
        assertThat(clerk.post(path + "/wydaj", Map.of("thing", thing, "note-" + thing, "a".repeat(501)))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(path + "/wydaj", Map.of("thing", thing, "note-" + thing, "Sprawne."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(DESK + "?stan=OUT&co=" + thing).page().select("tbody tr"))
                .hasSize(1);
        assertThat(clerk.post(path + "/zwrot", Map.of("thing", thing, "note-" + thing, "Rysa."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(path).page().text()).contains("Sprawne.", "Rysa.");
        assertThat(clerk.post(path + "/wydaj", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void rooms_and_equipment_are_written_down_and_taken_out_of_use() {
        var name = "Sala Nowa " + System.identityHashCode(clerk);
        assertThat(clerk.post(DESK + "/zasoby/nowa-sala", Map.of())
                        .page()
                        .select(".error-summary a")
                        .eachAttr("href"))
                .contains("#name", "#address", "#seats", "#opens-1");
        var form = new HashMap<>(
                Map.of("name", name, "address", "Bydgoszcz", "seats", "12", "opens-1", "08:00", "closes-1", "07:00"));
        form.put("inUse", "true");
        assertThat(clerk.post(DESK + "/zasoby/nowa-sala", form).page().select("#closes-1-error"))
                .hasSize(1);
        form.put("closes-1", "16:00");
        assertThat(clerk.post(DESK + "/zasoby/nowa-sala", form).status()).isEqualTo(303);
        var edit = clerk.get(DESK + "/zasoby").page().select("h2 a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href");
        assertThat(clerk.get(edit).page().select("#closes-1").val()).isEqualTo("16:00");
        assertThat(visitor.get("/sale-i-sprzet").page().text()).contains(name);

        form.remove("inUse");
        form.put("revision", "0");
        assertThat(clerk.post(edit, form).status()).isEqualTo(303);
        assertThat(visitor.get("/sale-i-sprzet").page().text()).doesNotContain(name);
        assertThat(clerk.post(edit, form).status()).isEqualTo(422);
        assertThat(clerk.post(DESK + "/zasoby/nowy-sprzet", Map.of("name", "Krzesła", "pieces", "0"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void only_clerks_write_only_the_office_reads_and_nobody_asks_without_an_account() {
        var asked = rows.asked(people.person(), rows.room(), 5, 9, 10);
        for (var path : List.of("przyjmij", "odmow", "odwolaj", "wydaj", "zwrot")) {
            assertThat(auditor.post(DESK + "/prosby/" + asked.key() + "/" + path, Map.of())
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(auditor.get(DESK + "/prosby/" + asked.key()).page().select("main form"))
                .isEmpty();
        assertThat(auditor.post(DESK + "/zasoby/nowa-sala", Map.of()).status()).isEqualTo(403);
        assertThat(people.signedIn().get(DESK).status()).isEqualTo(403);
        assertThat(visitor.get(ASK).location()).startsWith("/logowanie");
        assertThat(visitor.post(ASK, Map.of()).status()).isIn(303, 401);
        assertThat(visitor.get("/sale-i-sprzet/nie-ma").status()).isEqualTo(404);
    }

    @Test
    void pages_ask_the_database_as_often_for_one_request_as_for_twenty() {
        var small = rows.equipment(50);
        var large = rows.equipment(50);
        rows.asked(people.person(), small, 5, 9, 10);
        IntStream.range(0, 20).forEach(day -> {
            var asked = rows.asked(people.person(), large, 5 + day, 9, 10);
            clerk.post(DESK + "/prosby/" + asked.key() + "/przyjmij", Map.of());
        });
        visitor.get("/sale-i-sprzet/" + small.slug());
        clerk.get(DESK);

        assertThat(queries.during(() -> visitor.get("/sale-i-sprzet/" + large.slug())))
                .hasSameSizeAs(queries.during(() -> visitor.get("/sale-i-sprzet/" + small.slug())));
        assertThat(queries.during(() -> clerk.get(DESK + "?co=" + large.key())))
                .hasSameSizeAs(queries.during(() -> clerk.get(DESK + "?co=" + small.key())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void every_page_is_valid_and_open_to_all_at_every_width(String language, Browser browser) {
        var room = rows.room();
        var speakers = rows.equipment(3);
        var person = people.person();
        var web = people.signedIn(person);
        var waits = rows.asked(person, room, 5, 9, 12);
        rows.asked(people.person(), room, 5, 11, 13);
        var out = rows.asked(person, speakers, 0, 12, 14);
        clerk.post(DESK + "/prosby/" + out.key() + "/przyjmij", Map.of());
        for (var path : List.of(
                "/sale-i-sprzet",
                "/sale-i-sprzet/" + room.slug(),
                "/sale-i-sprzet/" + speakers.slug(),
                ASK,
                "/konto/wypozyczenia",
                "/konto/wypozyczenia/" + waits.key())) {
            look(browser, web, path, language);
        }
        for (var path : List.of(
                "",
                "/prosby/" + waits.key(),
                "/prosby/" + out.key(),
                "/zasoby",
                "/zasoby/nowa-sala",
                "/zasoby/nowy-sprzet",
                "/zasoby/" + room.key())) {
            look(browser, clerk, DESK + path, language);
        }
        browser.as(web).open(ASK + "?lang=" + language);
        browser.page().locator("main form button[type=submit]").click();
        assertThat(browser.page().locator(".error-summary").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
        browser.as(clerk).open(DESK + "/prosby/" + waits.key() + "?lang=" + language);
        browser.page().locator("main form button.btn-outline-danger").first().click();
        assertThat(browser.page().locator(".error-summary").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
    }

    private static void look(Browser browser, Web web, String path, String language) {
        var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        assertThat(HtmlValidity.problems(web.get(address).text())).as(address).isEmpty();
        assertThat(browser.as(web).faultsAt(address)).as(address).isEmpty();
    }

    private static Map<String, String> typed(@Nullable Resource room, @Nullable Resource equipment) {
        var typed = new HashMap<>(Map.of(
                "formToken",
                UUID.randomUUID().toString(),
                "startsOn",
                "2026-11-25",
                "startsTime",
                "10:00",
                "endsTime",
                "12:00",
                "purpose",
                "Zebranie zarządu",
                "people",
                "8",
                "privacyRead",
                "true"));
        if (room != null) {
            typed.put("room", Long.toString(room.key()));
        }
        if (equipment != null) {
            typed.put("pieces-" + equipment.key(), "1");
        }
        return typed;
    }
}
