package pl.kujawskopomorskie.ngo.events.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.RegisterRows;
import pl.kujawskopomorskie.ngo.events.Sector;
import pl.kujawskopomorskie.ngo.events.teams.TeamMembers;
import pl.kujawskopomorskie.ngo.events.teams.Teams;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A clerk keeps the register of teams; everybody reads what is public of it. */
@PortalTest
class TeamPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DESK = "/biuro/zespoly";

    private final RegisterRows rows;
    private final Web clerk;
    private final Web auditor;
    private final Web anybody;

    TeamPagesTest(RegisterRows rows, People people, Web web) {
        this.rows = rows;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
        this.anybody = web;
    }

    @Test
    void a_team_is_written_down_gets_members_and_is_told_when_it_is_cross_sector() {
        var name = "Zespół od ścieżek " + NEXT.incrementAndGet();
        var begun = clerk.post(DESK, team(Map.of("name", name)));
        assertThat(begun.status()).isEqualTo(303);
        var desk = begun.path();
        assertThat(desk).startsWith(DESK + "/zespol-od-sciezek-");

        assertThat(clerk.post(desk + "/osoby/nowa", member(Map.of("sector", "PUBLIC")))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk).page().select(".note-warn").text()).contains("nie jest międzysektorowy");
        var other = Map.of("name", "Olga Społeczna", "sector", "NGO", "role", "przewodnicząca");
        assertThat(clerk.post(desk + "/osoby/nowa", member(other)).status()).isEqualTo(303);
        assertThat(clerk.get(desk).page().select(".note-warn")).isEmpty();

        var page = anybody.get(desk.replace(DESK, "/zespoly")).page();
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select("main").text())
                .contains("Olga Społeczna, przewodnicząca")
                .contains("zarządzenie Marszałka nr 7/2026")
                .contains("z dnia 2 stycznia 2026")
                .contains("organizacje pozarządowe", "administracja");
    }

    @Test
    void who_does_not_want_their_name_shown_is_seen_by_sector_alone() {
        var team = rows.team("Zespół cichy");
        rows.member(team, "Cicha Osoba", Sector.OTHER, LocalDate.of(2026, 2, 2), null, false);

        var page = anybody.get("/zespoly/" + team.slug()).page().select("main").text();
        assertThat(page).contains("Osoba, która nie podaje tu nazwiska").contains("inni");
        assertThat(page).doesNotContain("Cicha Osoba");
        assertThat(auditor.get(DESK + "/" + team.slug()).page().select("table").text())
                .contains("Cicha Osoba", "tylko sektor");
    }

    @Test
    void who_left_stands_apart_and_an_ended_team_is_among_the_former() {
        var team = rows.team("Zespół dawny", LocalDate.of(2020, 1, 1), LocalDate.of(2022, 6, 30));
        rows.member(team, "Ktoś Doskońca", Sector.PUBLIC, LocalDate.of(2020, 1, 1), null, true);
        rows.member(team, "Ktoś Wcześniej", Sector.NGO, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), true);

        var page = anybody.get("/zespoly/" + team.slug()).page();
        assertThat(page.select("details").text()).contains("Odeszła wcześniej 1 osoba", "Ktoś Wcześniej");
        assertThat(page.select(".split .entries").first().text()).contains("Ktoś Doskońca");
        assertThat(anybody.get("/zespoly?kiedy=dawne&strona=1").text()).contains(team.slug());
        assertThat(anybody.get("/zespoly").text()).doesNotContain(team.slug());
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name",
        "purpose, '', purpose",
        "activeFrom, '', activeFrom",
        "activeFrom, wczoraj, activeFrom",
        "activeTo, 2019-01-01, activeTo",
        "actDate, 3 marca, actDate",
        "actLink, javascript:alert(1), actLink"
    })
    void what_is_wrong_in_a_team_is_named_at_its_field(String field, String typed, String complained) {
        var reply = clerk.post(DESK, team(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name",
        "sector, MAFIA, sector",
        "memberFrom, '', memberFrom",
        "memberTo, 2019-01-01, memberTo",
        "memberTo, nigdy, memberTo"
    })
    void what_is_wrong_in_a_member_is_named_at_its_field(String field, String typed, String complained) {
        var team = rows.team("Zespół z pomyłkami");
        var reply = clerk.post(DESK + "/" + team.slug() + "/osoby/nowa", member(Map.of(field, typed)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
    }

    @Test
    void nobody_joins_a_team_after_its_end() {
        var team = rows.team("Zespół skończony", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));

        var reply = clerk.post(DESK + "/" + team.slug() + "/osoby/nowa", member(Map.of("memberFrom", "2021-01-02")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#memberFrom-error").text()).contains("skończył");
    }

    @Test
    void a_form_sent_twice_is_one_team_and_one_member(Teams teams, TeamMembers members) {
        var form = team(Map.of("name", "Zespół raz jeden"));
        var first = clerk.post(DESK, form);
        assertThat(clerk.post(DESK, form).path()).isEqualTo(first.path());
        var desk = first.path();
        var one = member(Map.of());
        clerk.post(desk + "/osoby/nowa", one);
        assertThat(clerk.post(desk + "/osoby/nowa", one).status()).isEqualTo(303);

        var team = teams.findBySlug(desk.substring(DESK.length() + 1)).orElseThrow();
        assertThat(members.count(team.key())).isEqualTo(1);
    }

    @Test
    void a_form_sent_twice_at_once_is_one_team(People people, Teams teams) throws Exception {
        var clerks = List.of(clerk, people.signedIn(Role.CLERK), people.signedIn(Role.CLERK));
        var form = team(Map.of("name", "Zespół na wyścigi"));
        var replies = AtOnce.<Web.Reply>run(clerks.stream()
                .map(web -> (Callable<Web.Reply>) () -> web.post(DESK, form))
                .toList());
        assertThat(replies).extracting(Web.Reply::path).containsOnly(DESK + "/zespol-na-wyscigi");
        assertThat(teams.slugsLike("zespol-na-wyscigi")).hasSize(1);
    }

    @Test
    void who_saves_after_somebody_else_sees_both_texts_and_may_then_save() {
        var team = rows.team("Zespół dwojga");
        var path = DESK + "/" + team.slug() + "/dane";
        assertThat(clerk.post(path, team(Map.of("name", "Pierwsza nazwa", "revision", "0")))
                        .status())
                .isEqualTo(303);
        var late = clerk.post(path, team(Map.of("name", "Druga nazwa", "revision", "0")));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".note-warn dd").text()).contains("Pierwsza nazwa", "Druga nazwa");
        var revision = late.page().select("input[name=revision]").val();
        assertThat(clerk.post(path, team(Map.of("name", "Druga nazwa", "revision", revision)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_member_shows_both_texts_too_and_is_deleted_with_a_reason_only(TeamMembers members) {
        var team = rows.team("Zespół z osobą");
        var added = rows.member(team, "Jan Pomyłka", Sector.NGO, LocalDate.of(2026, 2, 2), null, true);
        var path = DESK + "/" + team.slug() + "/osoby/" + added.key();
        assertThat(clerk.post(path, member(Map.of("name", "Jan Pierwszy", "revision", "0")))
                        .status())
                .isEqualTo(303);
        var late = clerk.post(path, member(Map.of("name", "Jan Drugi", "revision", "0")));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select(".note-warn dd").text()).contains("Jan Pierwszy", "Jan Drugi");

        var refused = clerk.post(path + "/usun", Map.of("discardReason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#discardReason-error")).hasSize(1);
        assertThat(clerk.post(path + "/usun", Map.of("discardReason", "Wpisany drugi raz."))
                        .status())
                .isEqualTo(303);
        assertThat(members.count(team.key())).isEqualTo(2);
        assertThat(clerk.post(path + "/usun", Map.of("discardReason", "Znowu.")).status())
                .isEqualTo(404);
    }

    @Test
    void an_organisation_is_found_in_the_directory_without_losing_what_is_typed(OrganisationRows organisations) {
        var listed = organisations.listed("Towarzystwo Przyjaciół Zespołowni " + NEXT.incrementAndGet());
        var team = rows.team("Zespół z bazą");
        var path = DESK + "/" + team.slug() + "/osoby/nowa";

        var looked = clerk.post(path, member(Map.of("body", listed.name(), "find", "true", "name", "Zenobia Typowa")));

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.page().select("#name").val()).isEqualTo("Zenobia Typowa");
        assertThat(looked.page().select("input[name=organisation]").eachAttr("value"))
                .contains("", listed.slug());
        assertThat(clerk.post(path, member(Map.of("body", "qqq xxx yyy", "find", "true")))
                        .page()
                        .select("#organisation")
                        .text())
                .contains("W bazie nie ma");
        assertThat(clerk.post(path, member(Map.of("body", "", "organisation", listed.slug())))
                        .status())
                .isEqualTo(303);
        assertThat(anybody.get("/zespoly/" + team.slug())
                        .page()
                        .select("a[href=/organizacje/" + listed.slug() + "]")
                        .text())
                .isEqualTo(listed.name());
    }

    @Test
    void meetings_are_events_of_which_everybody_sees_those_announced(EventRows events) {
        var team = rows.team("Zespół, który się spotyka");
        var announced = events.open();
        var draft = events.draft();
        var desk = DESK + "/" + team.slug();
        assertThat(clerk.post(desk + "/spotkania", Map.of("event", "nie-ma")).status())
                .isEqualTo(422);
        var cancelled =
                rows.event("Odwołane spotkanie", EventKind.WORKSHOP, TestClock.START, TestClock.START, TestClock.START);
        for (var event : List.of(announced, draft, announced, cancelled)) {
            assertThat(clerk.post(desk + "/spotkania", Map.of("event", event.slug()))
                            .status())
                    .isEqualTo(303);
        }

        assertThat(clerk.get(desk).page().select("form[action*=/spotkania/]")).hasSize(3);
        assertThat(clerk.get(desk).page().select(".entry .tag-bad").text()).isEqualTo("Odwołane");
        var page = anybody.get("/zespoly/" + team.slug()).text();
        assertThat(page).contains("/wydarzenia/" + announced.slug()).doesNotContain(draft.slug(), cancelled.slug());
        assertThat(clerk.post(desk + "/spotkania/" + announced.slug() + "/usun", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk).page().select("form[action*=/spotkania/]")).hasSize(2);
    }

    @Test
    void a_team_written_down_by_mistake_is_deleted_with_a_reason_and_the_log_tells_it_all() {
        var name = "Zespół z pomyłki " + NEXT.incrementAndGet();
        var desk = clerk.post(DESK, team(Map.of("name", name))).path();
        clerk.post(desk + "/osoby/nowa", member(Map.of("role", "sekretarz")));
        clerk.post(desk + "/dane", team(Map.of("name", name + "!", "activeTo", "2026-12-31", "revision", "0")));

        assertThat(clerk.post(desk + "/usun", Map.of()).status()).isEqualTo(422);
        assertThat(clerk.post(desk + "/usun", Map.of("discardReason", "To była rada."))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk).status()).isEqualTo(404);
        assertThat(anybody.get(desk.replace(DESK, "/zespoly")).status()).isEqualTo(404);

        var slug = desk.substring(DESK.length() + 1);
        var log = auditor.get("/dziennik?kind=team&text=" + slug)
                .page()
                .select("tbody")
                .text();
        assertThat(log)
                .contains("Wpisano zespół", "Dodano osobę do zespołu", "Usunięto zespół wpisany przez pomyłkę")
                .contains("nazwa, ostatni dzień: " + name + "!")
                .contains("To była rada.")
                .contains("organizacje pozarządowe: sekretarz")
                .doesNotContain("Anna Zespołowa");
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        var team = rows.team("Zespół pod kontrolą");
        var page = auditor.get(DESK + "/" + team.slug());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("a[href^=/dziennik?]")).hasSize(1);
        assertThat(auditor.post(DESK, team(Map.of())).status()).isEqualTo(403);
        assertThat(auditor.get(DESK + "/nowy").status()).isEqualTo(403);
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path :
                List.of("/zespoly/nie-ma", DESK + "/nie-ma", DESK + "/nie-ma/dane", DESK + "/nie-ma/osoby/nowa")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.post(DESK + "/nie-ma/dane", team(Map.of())).status()).isEqualTo(404);
        assertThat(anybody.get("/zespoly?strona=999&kiedy=kiedys").status()).isEqualTo(200);
    }

    @Test
    void pages_cost_the_same_queries_however_many_there_are(Queries queries) {
        var team = rows.team("Zespół liczny");
        var list = queries.during(() -> anybody.get("/zespoly")).size();
        var one = queries.during(() -> anybody.get("/zespoly/" + team.slug())).size();
        for (var i = 0; i < 12; i++) {
            rows.team("Zespół kolejny");
            rows.member(team, "Osoba " + i, Sector.NGO, LocalDate.of(2026, 2, 2), null, true);
        }

        assertThat(queries.during(() -> anybody.get("/zespoly"))).hasSize(list).hasSize(2);
        assertThat(queries.during(() -> anybody.get("/zespoly/" + team.slug())))
                .hasSize(one)
                .hasSize(3);
    }

    @Test
    void every_page_is_open_to_all_with_mistakes_too(Browser browser, People people) {
        var team = rows.team("Zespół do oglądania");
        var desk = DESK + "/" + team.slug();
        browser.as(people.signedIn(Role.CLERK));
        for (var path : List.of(
                "/zespoly",
                "/zespoly?kiedy=dawne",
                "/zespoly/zespol-do-spraw-dostepnosci",
                "/zespoly/zespol-do-spraw-dostepnosci?lang=en",
                DESK,
                DESK + "/nowy",
                DESK + "/zespol-do-spraw-sportu-dla-wszystkich",
                desk + "/dane",
                desk + "/osoby/nowa")) {
            var reply = browser.width(Browser.WIDE).open(path);
            assertThat(HtmlValidity.problems(reply.text())).as(path).isEmpty();
            assertThat(browser.faults("teams" + path)).as(path).isEmpty();
        }
        browser.width(Browser.WIDE).open(desk + "/osoby/nowa?lang=pl");
        browser.page().locator("#body").fill("stowarzyszenie");
        browser.page().locator("button[name=find]").click();
        assertThat(browser.page().locator("input[name=organisation]").count()).isGreaterThan(2);
        assertThat(browser.faults("team-found")).isEmpty();
        browser.page().locator("main form .actions button[type=submit]").first().click();
        assertThat(browser.page().locator(".error-summary a").count()).isEqualTo(2);
        assertThat(browser.faults("team-member-wrong")).isEmpty();
        browser.open(desk);
        browser.page().locator("main details summary").last().click();
        browser.page().locator("form[action$='/usun'] button").last().click();
        assertThat(browser.page().locator("#discardReason-error").count()).isEqualTo(1);
        assertThat(browser.faults("team-discard-wrong")).isEmpty();
    }

    private static Map<String, String> team(Map<String, String> other) {
        var form = new HashMap<>(Map.of(
                "name", "Zespół",
                "purpose", "Po coś.",
                "activeFrom", "2026-01-05",
                "activeTo", "",
                "actName", "zarządzenie Marszałka",
                "actNumber", "7/2026",
                "actDate", "2026-01-02",
                "actLink", "https://bip.example.pl/7",
                "formToken", UUID.randomUUID().toString()));
        form.putAll(other);
        return form;
    }

    private static Map<String, String> member(Map<String, String> other) {
        var form = new HashMap<>(Map.of(
                "name", "Anna Zespołowa",
                "role", "",
                "sector", "NGO",
                "body", "Fundacja",
                "shown", "true",
                "memberFrom", "2026-01-05",
                "memberTo", "",
                "formToken", UUID.randomUUID().toString()));
        form.putAll(other);
        return form;
    }
}
