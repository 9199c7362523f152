package pl.kujawskopomorskie.ngo.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.events.ActiveTeams;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.RegisterRows;
import pl.kujawskopomorskie.ngo.events.VisitsMade;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryRows;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The programme's pages, on the demo's consultations of 2021–2025. */
@PortalTest
class ProgrammePagesTest {

    @Test
    void goals_and_actions_stand_in_the_words_of_the_programme(Web web) {
        var page = web.get("/program").page();

        assertThat(page.select("h2").eachText()).hasSize(3).allMatch(text -> text.startsWith("Cel szczegółowy"));
        assertThat(page.select("h3").eachText()).hasSize(7);
        assertThat(page.select("h3").text()).contains("Działanie 2.1: Prowadzenie procesów konsultacyjnych");
    }

    @Test
    void consultations_stand_against_their_target_with_the_reason(Web web) {
        var action = web.get("/program").page().selectFirst("#dzialanie-2-1");

        assertThat(values(action))
                .startsWith("2021 4", "2022 6", "2023 12", "2024 7", "2025 5")
                .hasSize(6);
        assertThat(action.text())
                .contains("Średnio 5 w roku")
                .contains("osiągnięty")
                .contains("Średnia z zakończonych lat programu (2021–2025) to 6,8, a powinna wynosić co najmniej 5.");
    }

    @Test
    void while_the_programme_runs_only_its_closed_years_are_averaged(Web web, TestClock clock) {
        clock.set(Instant.parse("2022-06-30T10:00:00Z"));
        var action = web.get("/program").page().selectFirst("#dzialanie-2-1");

        assertThat(values(action)).hasSize(2).first().isEqualTo("2021 4");
        assertThat(action.text()).contains("poniżej celu").contains("(2021) to tylko 4, a");
    }

    @Test
    void in_the_first_year_there_is_no_average_yet(Web web, TestClock clock) {
        clock.set(Instant.parse("2021-06-30T10:00:00Z"));

        assertThat(web.get("/program").page().selectFirst("#dzialanie-2-1").text())
                .contains("Żaden rok programu jeszcze się nie skończył");
    }

    @Test
    void what_nothing_measures_says_so(Web web) {
        var page = web.get("/program").page();

        assertThat(page.select("section.panel:contains(Tego wskaźnika portal jeszcze nie mierzy)"))
                .hasSize(1)
                .allMatch(section -> section.id().equals("dzialanie-1-2"));
    }

    @Test
    void teams_and_visits_stand_against_their_targets_in_words(Web web, ActiveTeams active, VisitsMade made) {
        var page = web.get("/program").page();

        var teams = page.selectFirst("#dzialanie-2-3");
        // Teams and visits of other tests are of 2021, 2022 and 2026.
        assertThat(values(teams))
                .startsWith(
                        "2021 " + active.of(2021).size(),
                        "2022 " + active.of(2022).size(),
                        "2023 9")
                .hasSize(6);
        assertThat(teams.text())
                .contains("osiągnięty")
                .contains("W 2025 r. działało ich 10, a cel to co najmniej 5 naraz, nie co roku nowych.");
        var visits = page.selectFirst("#dzialanie-3-2");
        assertThat(values(visits)).startsWith("2021 " + made.of(2021).size(), "2022 7", "2023 13", "2024 9", "2025 13");
        assertThat(visits.text())
                .contains("Cel, co najmniej 5 w roku, osiągnięto w każdym z zakończonych lat programu (2021–2025).");
    }

    @Test
    void years_that_fell_short_are_named_and_the_current_one_is_told_beside(Web web, TestClock clock) {
        clock.set(Instant.parse("2023-12-30T10:00:00Z"));
        var page = web.get("/program").page();

        assertThat(page.selectFirst("#dzialanie-1-1").text())
                .contains("poniżej celu")
                .contains("osiągnięto w 0 z 2 zakończonych lat programu (2021–2022). Mniej było w latach: 2021, 2022."
                        + " W 2023 r. jest już 0.");
        assertThat(page.selectFirst("#dzialanie-3-2").text()).contains("(2021–2022). W 2023 r. jest już 13.");
        clock.set(Instant.parse("2021-06-30T10:00:00Z"));
        assertThat(web.get("/program").page().selectFirst("#dzialanie-1-1").text())
                .contains("Żaden rok programu jeszcze się nie skończył, a cel to co najmniej 1 w każdym roku.");
    }

    @Test
    void an_event_in_the_list_says_how_many_were_there_by_name_and_how_many_were_counted(
            Web web, RegisterRows rows, TestClock clock) {
        clock.set(Instant.parse("2067-06-01T10:00:00Z"));
        var event = rows.training("Jak pisać uchwały", Instant.parse("2066-05-05T12:00:00Z"));
        rows.came(event, null);
        rows.came(event, null);
        rows.counted(event, Mode.ONLINE, 5);

        for (var action : List.of("1.1", "2.2", "3.1")) {
            var entry = web.get("/program/wskazniki/" + action + "?rok=2066")
                    .page()
                    .select(".entry")
                    .text();
            assertThat(entry)
                    .contains("Jak pisać uchwały", "ostatni dzień: 5 maja 2066")
                    .contains("2 osoby na liście obecności", "5 osób policzonych bez nazwisk");
        }
    }

    @Test
    void a_visit_that_is_not_shown_counts_without_a_name_or_link(Web web) {
        var list = web.get("/program/wskazniki/3.2?rok=2025").page();

        assertThat(list.select(".entry")).hasSize(13);
        assertThat(list.select(".entry-title > .quiet").eachText())
                .containsExactly("Wizyta, której biuro nie opisuje publicznie");
        assertThat(list.select(".entry a").eachAttr("href"))
                .hasSize(12)
                .allSatisfy(link -> assertThat(web.get(link).status()).isEqualTo(200));
    }

    @Test
    void every_number_opens_the_list_behind_it(Web web) {
        var links = web.get("/program").page().select("#dzialanie-2-1 td a");

        assertThat(links).hasSize(6);
        for (var link : links) {
            var list = web.get(link.attr("href"));
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.page().select(".entry"))
                    .as(link.attr("href"))
                    .hasSize(Integer.parseInt(link.child(0).text()));
        }
    }

    @Test
    void the_list_leads_to_the_consultations(Web web) {
        var list = web.get("/program/wskazniki/2.1?rok=2021").page();

        assertThat(list.select(".entry a").eachAttr("href"))
                .hasSize(4)
                .contains("/konsultacje/program-wspolpracy-2022")
                .allSatisfy(link -> assertThat(web.get(link).status()).isEqualTo(200));
        assertThat(list.text()).contains("ostatni dzień zgłaszania uwag: 27 września 2021");
    }

    @Test
    void the_list_without_a_year_is_that_of_the_current_one(Web web) {
        assertThat(web.get("/program/wskazniki/2.1").page().select("h1").text()).contains("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1?rok=2020", "2.1?rok=2099", "2.1?rok=dwa", "1.2", "9.9", "2", "2.1.", "%00"})
    void what_has_no_list_is_not_found(String address, Web web) {
        assertThat(web.get("/program/wskazniki/" + address).status()).isEqualTo(404);
    }

    @Test
    void the_home_page_has_the_number_of_this_year(Web web) {
        var link = web.get("/").page().selectFirst(".door a[href^=/program/wskazniki/2.1]");

        assertThat(link.attr("href")).endsWith("?rok=2026");
        assertThat(link.parent().text()).matches(".* w 2026 r\\.: \\d+");
    }

    @Test
    void english_readers_get_english_around_the_polish_words(Web web) {
        var page = web.get("/program?lang=en").page();

        assertThat(page.select("h1").text()).isEqualTo("Programme in numbers");
        assertThat(page.select("h3 [lang=pl]")).hasSize(7);
        assertThat(page.text()).contains("(2021–2025) is 6.8; it should be at least 5.");
    }

    @Test
    void one_query_for_each_indicator_counts_all_years_and_two_make_a_list(Web web, Queries queries) {
        web.get("/program");

        assertThat(queries.during(() -> web.get("/program"))).hasSize(7);
        for (var action : List.of("1.1", "2.1", "2.2", "2.3", "3.1", "3.2")) {
            assertThat(queries.during(() -> web.get("/program/wskazniki/" + action + "?rok=2023")))
                    .as(action)
                    // The hours of advice beside 3.1 are a query of their own.
                    .hasSize(action.equals("3.1") ? 3 : 2);
        }
    }

    @Test
    void hours_of_advice_stand_beside_the_trainings_and_lead_to_their_list(
            Web web, AdvisoryRows rows, TestClock clock) {
        clock.set(Instant.parse("2068-06-01T10:00:00Z"));
        rows.advice(2067, 48);
        rows.advice(2067, 48);
        rows.advice(2067, 48);
        rows.advice(2067, 16);

        var action = web.get("/program").page().selectFirst("#dzialanie-3-1");
        var beside = action.selectFirst("a[href='/doradztwo/udzielone?rok=2067']");
        assertThat(beside.text()).isEqualTo("obok: 40 godzin doradztwa");
        assertThat(values(action)).contains("2067 0");
        var list = web.get("/program/wskazniki/3.1?rok=2067").page();
        assertThat(list.select("main a[href='/doradztwo/udzielone?rok=2067']").text())
                .isEqualTo("obok: 40 godzin doradztwa");
        assertThat(web.get("/program/wskazniki/3.1?rok=2066").text()).doesNotContain("/doradztwo/udzielone");
        assertThat(web.get("/program?lang=en").page().text()).contains("beside it: 40 hours of advice");
    }

    @Test
    void both_pages_are_open_to_all(Browser browser) {
        for (var path : List.of(
                "/program",
                "/program/wskazniki/2.1?rok=2024",
                "/program/wskazniki/2.3",
                "/program/wskazniki/3.2?rok=2025")) {
            var name = "target/look/program" + path.replaceAll("[^0-9]+", "-");
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            var reply = browser.width(Browser.WIDE).open(path);
            assertThat(HtmlValidity.problems(reply.text())).isEmpty();
            assertThat(browser.barriers()).isEmpty();
            browser.photograph(Path.of(name + "-1280.png"));

            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(browser.barriers()).isEmpty();
            browser.photograph(Path.of(name + "-1280-dark.png"));

            browser.width(390);
            browser.photograph(Path.of(name + "-390-dark.png"));
            assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
            assertThat(browser.smallTargets()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static List<String> values(Element action) {
        return action.select("tbody tr").stream()
                .map(row -> row.selectFirst("th span").text() + " "
                        + row.selectFirst("td a span").text())
                .toList();
    }
}
