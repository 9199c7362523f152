package pl.kujawskopomorskie.ngo.events.visits.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.events.RegisterRows;
import pl.kujawskopomorskie.ngo.events.visits.Visits;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A clerk keeps the register of visits; everybody reads what is public of it. */
@PortalTest
class VisitPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DESK = "/biuro/wizyty";

    private final RegisterRows rows;
    private final Web clerk;
    private final Web auditor;
    private final Web anybody;

    VisitPagesTest(RegisterRows rows, People people, Web web) {
        this.rows = rows;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
        this.anybody = web;
    }

    @Test
    void a_visit_is_planned_and_made_and_everybody_reads_the_report_but_no_name(TestClock clock) {
        var desk = clerk.post(DESK, visit(Map.of("organisationName", "Fundacja Wizytowana " + NEXT.incrementAndGet())))
                .path();
        assertThat(desk).startsWith(DESK + "/fundacja-wizytowana-");
        assertThat(clerk.get(desk).page().select(".page-head").text()).contains("zaplanowana");
        assertThat(clerk.get(desk).page().select("dt").eachText()).contains("Kto pojedzie");
        assertThat(clerk.get(desk).page().select("form[action$=/odbyta]")).isEmpty();
        assertThat(clerk.post(desk + "/odbyta", Map.of()).status()).isEqualTo(409);

        clock.set(Instant.parse("2026-12-02T09:00:00Z"));
        assertThat(clerk.get(desk).page().select(".note-warn").text()).contains("Dzień wizyty minął");
        assertThat(clerk.post(desk + "/odbyta", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.post(desk + "/odbyta", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.post(desk + "/odwolaj", Map.of("cancelReason", "Jednak nie."))
                        .status())
                .isEqualTo(409);

        var page =
                anybody.get(desk.replace(DESK, "/wizyty")).page().select("main").text();
        assertThat(page)
                .contains("odbyła się", "1 grudnia 2026", "Zobaczyliśmy dużo dobrego.")
                .contains("Kto pojechał")
                .contains("Departament Edukacji: 2 osoby", "Biuro, pokój 3: 1 osoba");
        assertThat(page).doesNotContain("Jan Kowalski").doesNotContain("Notatka");
        assertThat(auditor.get(desk).page().select("main").text())
                .contains("Jan Kowalski, Departament Edukacji")
                .contains("Notatka");
    }

    @Test
    void a_visit_is_made_on_its_day_already(TestClock clock) {
        var desk = clerk.post(DESK, visit(Map.of())).path();
        clock.set(Instant.parse("2026-12-01T09:00:00Z"));

        assertThat(clerk.get(desk).page().select("form[action$=/odbyta]")).hasSize(1);
        assertThat(clerk.post(desk + "/odbyta", Map.of()).status()).isEqualTo(303);
        var later = clerk.post(desk + "/dane", visit(Map.of("visitedOn", "2026-12-24", "revision", "1")));
        assertThat(later.status()).isEqualTo(422);
        assertThat(later.page().select("#visitedOn-error").text()).contains("nie może być w przyszłości");
    }

    @Test
    void a_cancelled_visit_needs_a_reason_and_does_not_change_any_more() {
        var visit = rows.planned("Stowarzyszenie Odwołane");
        var desk = DESK + "/" + visit.slug();
        var refused = clerk.post(desk + "/odwolaj", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a[href=#cancelReason]"))
                .hasSize(1);
        assertThat(clerk.post(desk + "/odwolaj", Map.of("cancelReason", "Remont."))
                        .status())
                .isEqualTo(303);

        assertThat(clerk.get(desk + "/dane").status()).isEqualTo(409);
        assertThat(clerk.post(desk + "/dane", visit(Map.of("revision", "1"))).status())
                .isEqualTo(409);
        assertThat(clerk.post(desk + "/odbyta", Map.of()).status()).isEqualTo(409);
        assertThat(clerk.post(desk + "/odwolaj", Map.of("cancelReason", "Znowu."))
                        .status())
                .isEqualTo(409);
        assertThat(anybody.get("/wizyty/" + visit.slug())
                        .page()
                        .select(".note-bad")
                        .text())
                .contains("Remont.");
        assertThat(anybody.get("/wizyty?szukaj=Odwo%C5%82ane").text()).doesNotContain(visit.slug());
    }

    @Test
    void what_is_not_shown_is_the_offices_alone() {
        var hidden = rows.visit("Dom pod ochroną", LocalDate.of(2026, 3, 3), true, false, TestClock.START, null);

        assertThat(anybody.get("/wizyty/" + hidden.slug()).status()).isEqualTo(404);
        assertThat(anybody.get("/wizyty?szukaj=ochron").text()).doesNotContain(hidden.slug());
        assertThat(clerk.get("/wizyty/" + hidden.slug())
                        .page()
                        .select(".note-warn")
                        .text())
                .contains("tylko urząd");
        assertThat(clerk.get(DESK + "?szukaj=ochron").text()).contains(hidden.slug());
    }

    @Test
    void the_list_is_narrowed_by_year_task_stage_and_words() {
        var word = "Zdzichowo" + NEXT.incrementAndGet();
        rows.made(word, LocalDate.of(2021, 3, 3));
        rows.visit(word, LocalDate.of(2023, 3, 3), false, true, TestClock.START, null);
        rows.visit(word, LocalDate.of(2026, 3, 3), true, true, null, null);

        assertThat(found("/wizyty?szukaj=" + word)).isEqualTo(2);
        assertThat(found("/wizyty?szukaj=" + word + "&rok=2021")).isEqualTo(1);
        assertThat(found("/wizyty?szukaj=" + word + "&zlecone=tak")).isEqualTo(1);
        assertThat(found("/wizyty?szukaj=" + word + "%25")).isZero();
        assertThat(found(DESK + "?szukaj=" + word)).isEqualTo(3);
        assertThat(found(DESK + "?szukaj=" + word + "&etap=TO_CONFIRM")).isEqualTo(1);
        assertThat(found(DESK + "?szukaj=" + word + "&etap=MADE")).isEqualTo(2);
        assertThat(found(DESK + "?szukaj=" + word + "&etap=PLANNED")).isZero();
        assertThat(found(DESK + "?szukaj=" + word + "&etap=CANCELLED")).isZero();
        assertThat(auditor.get(DESK + "?etap=niema&rok=dwa&strona=999").status())
                .isEqualTo(200);
    }

    @Test
    void the_next_visit_comes_first_and_those_that_were_made_after_all_that_are_to_come() {
        var word = "Kolejkowo" + NEXT.incrementAndGet();
        rows.made(word + " dawno", LocalDate.of(2021, 3, 3));
        rows.visit(word + " za rok", LocalDate.of(2027, 11, 3), true, true, null, null);
        rows.made(word + " niedawno", LocalDate.of(2026, 11, 3));
        rows.visit(word + " za tydzień", LocalDate.of(2026, 11, 27), true, true, null, null);

        assertThat(anybody.get("/wizyty?szukaj=" + word)
                        .page()
                        .select(".entry-title")
                        .eachText())
                .containsExactly(word + " za tydzień", word + " za rok", word + " niedawno", word + " dawno");
    }

    @ParameterizedTest
    @CsvSource({
        "organisationName, '', organisationName",
        "visitedOn, '', visitedOn",
        "visitedOn, jutro, visitedOn",
        "purpose, '', purpose",
        "task, '', task",
        "people, Jan Kowalski, people"
    })
    void what_is_wrong_in_a_visit_is_named_at_its_field(String field, String typed, String complained) {
        var reply = clerk.post(DESK, visit(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @Test
    void a_form_sent_twice_at_once_is_one_visit(People people, Visits visits) throws Exception {
        var clerks = List.of(clerk, people.signedIn(Role.CLERK), people.signedIn(Role.CLERK));
        var form = visit(Map.of("organisationName", "Wizyta na wyścigi"));
        var replies = AtOnce.<Web.Reply>run(clerks.stream()
                .map(web -> (Callable<Web.Reply>) () -> web.post(DESK, form))
                .toList());
        assertThat(replies).extracting(Web.Reply::path).containsOnly(DESK + "/wizyta-na-wyscigi");
        assertThat(visits.slugsLike("wizyta-na-wyscigi")).hasSize(1);
        assertThat(visits.people(
                        visits.findBySlug("wizyta-na-wyscigi").orElseThrow().key()))
                .hasSize(3);
    }

    @Test
    void who_saves_after_somebody_else_sees_both_texts_and_may_then_save() {
        var visit = rows.planned("Fundacja Dwojga");
        var path = DESK + "/" + visit.slug() + "/dane";
        assertThat(clerk.post(path, visit(Map.of("purpose", "Pierwszy cel", "revision", "0")))
                        .status())
                .isEqualTo(303);
        var late = clerk.post(path, visit(Map.of("purpose", "Drugi cel", "revision", "0")));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".note-warn dd").text()).contains("Pierwszy cel", "Drugi cel");
        var revision = late.page().select("input[name=revision]").val();
        assertThat(clerk.post(path, visit(Map.of("purpose", "Drugi cel", "revision", revision)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_visit_to_an_organisation_of_the_directory_stands_on_its_page_and_follows_a_merge(
            OrganisationRows organisations, MergingOrganisations merging, Visits visits) {
        var listed = organisations.listed("Koło Odwiedzanych " + NEXT.incrementAndGet());
        var looked = clerk.post(DESK, visit(Map.of("organisationName", listed.name(), "find", "true")));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.page().select("input[name=organisation]").eachAttr("value"))
                .contains(listed.slug());
        var desk = clerk.post(
                        DESK,
                        visit(Map.of(
                                "organisationName", "to koło",
                                "organisation", listed.slug(),
                                "visitedOn", "2026-11-02",
                                "purpose", "Rozmowa o kole.")))
                .path();
        var slug = desk.substring(DESK.length() + 1);
        assertThat(anybody.get("/organizacje/" + listed.slug()).text()).doesNotContain("/wizyty/" + slug);
        clerk.post(desk + "/odbyta", Map.of());

        assertThat(anybody.get("/organizacje/" + listed.slug())
                        .page()
                        .select("a[href=/wizyty/" + slug + "]")
                        .text())
                .isEqualTo("Rozmowa o kole.");
        assertThat(anybody.get("/wizyty/" + slug).page().select("h1").text()).isEqualTo(listed.name());

        var other = organisations.listed("Koło Połączonych " + NEXT.incrementAndGet());
        var paired = merging.pair(listed.slug(), other.slug(), organisations.clerk());
        assertThat(paired).isInstanceOf(MergingOrganisations.Pairing.Done.class);
        var pair = ((MergingOrganisations.Pairing.Done) paired).pairId();
        merging.merge(pair, other.key(), listed.revision(), other.revision(), organisations.clerk());
        assertThat(visits.findBySlug(slug).orElseThrow().organisationId()).isEqualTo(other.key());
    }

    @Test
    void a_visit_written_down_by_mistake_is_deleted_with_a_reason_and_the_log_tells_it_all() {
        var desk = clerk.post(DESK, visit(Map.of("organisationName", "Wizyta z pomyłki")))
                .path();
        clerk.post(
                desk + "/dane", visit(Map.of("organisationName", "Wizyta z pomyłki", "people", "", "revision", "0")));
        var refused = clerk.post(desk + "/usun", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#discardReason-error")).hasSize(1);
        assertThat(clerk.post(desk + "/usun", Map.of("discardReason", "Nie ten rejestr."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk).status()).isEqualTo(404);

        var log = auditor.get("/dziennik?kind=visit&text=" + desk.substring(DESK.length() + 1))
                .page()
                .select("tbody")
                .text();
        assertThat(log)
                .contains("Wpisano wizytę", "kto pojechał: Wizyta z pomyłki", "Nie ten rejestr.")
                .doesNotContain("Jan Kowalski");
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        var visit = rows.planned("Fundacja pod kontrolą");
        var page = auditor.get(DESK + "/" + visit.slug());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("a[href^=/dziennik?]")).hasSize(1);
        assertThat(auditor.post(DESK, visit(Map.of())).status()).isEqualTo(403);
        assertThat(auditor.get(DESK + "/nowa").status()).isEqualTo(403);
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : List.of("/wizyty/nie-ma", DESK + "/nie-ma", DESK + "/nie-ma/dane")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.post(DESK + "/nie-ma/dane", visit(Map.of())).status()).isEqualTo(404);
        assertThat(clerk.post(DESK + "/nie-ma/odbyta", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void pages_cost_the_same_queries_however_many_there_are(Queries queries) {
        var visit = rows.made("Fundacja liczna", LocalDate.of(2021, 5, 5));
        var list = queries.during(() -> anybody.get("/wizyty?rok=2021")).size();
        for (var i = 0; i < 12; i++) {
            rows.made("Fundacja kolejna", LocalDate.of(2021, 5, 5));
        }

        assertThat(queries.during(() -> anybody.get("/wizyty?rok=2021")))
                .hasSize(list)
                .hasSize(3);
        assertThat(queries.during(() -> anybody.get("/wizyty/" + visit.slug()))).hasSize(3);
    }

    @Test
    void an_event_over_without_anybody_noted_says_so_to_the_office() {
        var event = rows.training(
                "Nikt nie zapisał obecności " + NEXT.incrementAndGet(), Instant.parse("2026-11-10T12:00:00Z"));
        var list = "/biuro/wydarzenia?etap=PAST";

        assertThat(clerk.get(list)
                        .page()
                        .select(".entry:has(a[href$=" + event.slug() + "])")
                        .text())
                .contains("obecność niezapisana – nie liczy się w programie");
        assertThat(clerk.get("/biuro/wydarzenia/" + event.slug())
                        .page()
                        .select(".note-warn")
                        .text())
                .contains("nie liczy się w programie współpracy");

        rows.came(event, null);
        assertThat(clerk.get(list)
                        .page()
                        .select(".entry:has(a[href$=" + event.slug() + "])")
                        .text())
                .doesNotContain("niezapisana");
        assertThat(clerk.get("/biuro/wydarzenia/" + event.slug()).page().select(".note-warn"))
                .isEmpty();
    }

    @Test
    void every_page_is_open_to_all_with_mistakes_too(Browser browser, People people) {
        var planned = rows.planned("Fundacja do oglądania");
        var desk = DESK + "/" + planned.slug();
        browser.as(people.signedIn(Role.CLERK));
        for (var path : List.of(
                "/wizyty",
                "/wizyty?rok=2025&lang=en",
                "/wizyty?szukaj=nic-takiego",
                "/wizyty/" + planned.slug(),
                DESK + "?lang=pl",
                DESK + "/nowa",
                desk,
                desk + "/dane")) {
            var reply = browser.width(Browser.WIDE).open(path);
            assertThat(HtmlValidity.problems(reply.text())).as(path).isEmpty();
            assertThat(browser.faults("visits" + path)).as(path).isEmpty();
        }
        browser.width(Browser.WIDE).open(DESK + "/nowa");
        browser.page().locator("#organisationName").fill("koło gospodyń");
        browser.page().locator("button[name=find]").click();
        assertThat(browser.page().locator("input[name=organisation]").count()).isGreaterThan(2);
        assertThat(browser.faults("visit-found")).isEmpty();
        browser.page().locator("#organisationName").fill("");
        browser.page().locator("main form .actions button[type=submit]").first().click();
        assertThat(browser.page().locator(".error-summary a").count()).isEqualTo(3);
        assertThat(browser.faults("visit-wrong")).isEmpty();
        browser.open(desk);
        browser.page().locator("main details summary").first().click();
        browser.page().locator("form[action$='/odwolaj'] button").click();
        assertThat(browser.page().locator("#cancelReason-error").count()).isEqualTo(1);
        assertThat(browser.faults("visit-cancel-wrong")).isEmpty();
    }

    private int found(String path) {
        return (path.startsWith(DESK) ? clerk : anybody)
                .get(path)
                .page()
                .select(".entry")
                .size();
    }

    private static Map<String, String> visit(Map<String, String> other) {
        var form = new HashMap<>(Map.of(
                "organisationName", "Fundacja Wizyt",
                "visitedOn", "2026-12-01",
                "purpose", "Rozmowa o świetlicy.",
                "task", "Prowadzenie świetlicy.",
                "commissioned", "true",
                "people",
                        "Jan Kowalski, Departament Edukacji\r\n\r\nAnna Nowak,Departament Edukacji\r\nEwa Lis, Biuro, pokój 3",
                "summary", "Zobaczyliśmy dużo dobrego.",
                "notes", "Notatka urzędu.",
                "shown", "true",
                "formToken", UUID.randomUUID().toString()));
        form.putAll(other);
        return form;
    }
}
