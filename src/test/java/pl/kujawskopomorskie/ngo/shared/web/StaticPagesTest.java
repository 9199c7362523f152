package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class StaticPagesTest {

    private static final List<String> IDS_OF_THE_STATEMENT = List.of(
            "a11y-wstep",
            "a11y-podmiot",
            "a11y-zakres",
            "a11y-url",
            "a11y-data-publikacja",
            "a11y-data-aktualizacja",
            "a11y-status",
            "a11y-kontakt",
            "a11y-email",
            "a11y-telefon",
            "a11y-procedura",
            "a11y-data-sporzadzenie",
            "a11y-data-przeglad",
            "a11y-architektura",
            "a11y-komunikacja");

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void the_accessibility_statement_has_every_id_that_machines_look_for(String language, Web web) {
        var page = web.get("/deklaracja-dostepnosci?lang=" + language).page();

        for (var id : IDS_OF_THE_STATEMENT) {
            assertThat(page.select("#" + id)).as(id).hasSize(1);
            assertThat(page.getElementById(id).text()).as(id).isNotBlank();
        }
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void dates_of_the_accessibility_statement_can_be_read_by_machines(Web web) {
        var dates = web.get("/deklaracja-dostepnosci").page().select("time[id^=a11y-data-]");

        assertThat(dates).hasSize(4);
        assertThat(dates)
                .allSatisfy(date ->
                        assertThat(LocalDate.parse(date.attr("datetime"))).isNotNull());
    }

    @Test
    void the_page_on_personal_data_says_for_each_purpose_what_why_on_what_basis_and_how_long(Web web) {
        var rows = web.get("/prywatnosc").page().select("tbody tr");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.select("td"))
                        .hasSize(4)
                        .allMatch(cell -> !cell.text().isBlank()));
    }

    @Test
    void the_home_page_shows_the_doors_in_their_order(Web web) {
        var page = web.get("/").page();

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".waiting")).isEmpty();
    }

    @Test
    void machines_learn_what_to_leave_alone(Web web) {
        var reply = web.send(web.request("/robots.txt"));

        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.text()).contains("Disallow: /konto");
    }

    @Test
    void security_txt_never_expires_and_never_promises_more_than_a_year(Web web, TestClock clock) {
        clock.set(Instant.parse("2031-03-31T10:00:00Z"));

        var fields = web.send(web.request("/.well-known/security.txt"))
                .text()
                .lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));

        assertThat(Instant.parse(fields.get("Expires")))
                .isBetween(clock.instant(), Instant.parse("2032-03-31T10:00:00Z"));
        assertThat(fields.get("Contact")).startsWith("mailto:");
        assertThat(fields.get("Canonical")).endsWith("/.well-known/security.txt");
    }
}
