package pl.kujawskopomorskie.ngo.events.advisory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceWay;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisoryRows;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlot;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AdvisoryPagesTest {

    private static final String DESK = "/biuro/doradztwo";

    private final AdvisoryRows rows;
    private final People people;
    private final Web visitor;
    private final Web clerk;
    private final Web auditor;
    private final Mailbox mailbox;
    private final Jobs jobs;
    private final TestClock clock;
    private final Queries queries;

    AdvisoryPagesTest(
            AdvisoryRows rows,
            People people,
            Web visitor,
            Mailbox mailbox,
            Jobs jobs,
            TestClock clock,
            Queries queries) {
        this.rows = rows;
        this.people = people;
        this.visitor = visitor;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
        this.mailbox = mailbox;
        this.jobs = jobs;
        this.clock = clock;
        this.queries = queries;
    }

    @Test
    void a_visitor_finds_a_slot_books_confirms_and_takes_it_back() {
        var adviser = rows.adviser();
        var slot = rows.slot(adviser, 4, 9, AdviceWay.ONLINE);
        var list = visitor.get("/doradztwo?doradca=" + adviser.slug());
        assertThat(list.page().select(".free-time")).hasSize(1);
        assertThat(list.text()).doesNotContain(slot.place());
        assertThat(visitor.get(form(slot)).text()).doesNotContain(slot.place());

        var sent = visitor.post(form(slot), typed("rezerwuje@example.pl"));
        assertThat(sent.location()).isEqualTo("/doradztwo/wyslane");
        assertThat(visitor.get(sent.location()).page().text()).contains("Potwierdź rezerwację w e-mailu");
        assertThat(visitor.get("/doradztwo?doradca=" + adviser.slug()).page().select(".free-time"))
                .isEmpty();

        var link = mailbox.last("rezerwuje@example.pl").link();
        assertThat(visitor.get(link).page().text()).contains("Jeszcze jedno kliknięcie");
        assertThat(visitor.get(link).text()).doesNotContain(slot.place());
        assertThat(visitor.post(link + "/potwierdz", Map.of()).status()).isEqualTo(303);
        var page = visitor.get(link);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains(slot.place());

        assertThat(visitor.post(link + "/rezygnacja", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get(link).page().text()).contains("Ta rozmowa jest odwołana");
        assertThat(visitor.post(link + "/potwierdz", Map.of()).status()).isEqualTo(409);
        assertThat(visitor.get("/doradztwo?doradca=" + adviser.slug()).page().select(".free-time"))
                .hasSize(1);
    }

    @Test
    void a_late_link_and_an_unknown_one_say_so() {
        var slot = rows.slot(4, 9);
        visitor.post(form(slot), typed("spozniony@example.pl"));
        var link = mailbox.last("spozniony@example.pl").link();
        clock.advance(Duration.ofHours(3));
        jobs.runDue();

        var late = visitor.post(link + "/potwierdz", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("main a[href=/doradztwo]")).hasSize(1);
        assertThat(visitor.get(link).page().select("main").text()).contains("niepotwierdzona na czas");
        assertThat(visitor.get("/doradztwo/rezerwacja/nie-ma-takiej").status()).isEqualTo(410);
        assertThat(visitor.post("/doradztwo/rezerwacja/nie-ma-takiej/rezygnacja", Map.of())
                        .status())
                .isEqualTo(410);
    }

    @Test
    void who_was_slower_keeps_their_words_and_chooses_another_slot() {
        var adviser = rows.adviser();
        var slot = rows.slot(adviser, 4, 9, AdviceWay.ON_SITE);
        var free = rows.slot(adviser, 5, 9, AdviceWay.ON_SITE);
        visitor.post(form(slot), typed("szybka@example.pl"));
        var typed = typed("wolna@example.pl");

        var refused = visitor.another().post(form(slot), typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a[href=#other]")).hasSize(1);
        assertThat(refused.page().select("#question").text()).contains("Pytanie o rejestr");
        assertThat(refused.page().select("input[name=other]").eachAttr("value"))
                .containsExactly(Long.toString(free.key()));
        typed.put("other", Long.toString(free.key()));
        assertThat(visitor.another().post(form(slot), typed).status()).isEqualTo(303);
        var taken = visitor.get(form(slot));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.page().select("main a[href=/doradztwo]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "subject, '', subject",
        "question, '', question",
        "name, '', name",
        "email, bez malpy, email",
        "phone, '', phone",
        "phone, <script>, phone",
        "privacyRead, '', privacyRead"
    })
    void what_is_wrong_is_named_at_its_field_and_what_was_typed_stays(String field, String value, String complained) {
        var slot = rows.slot(rows.adviser(), 4, 9, AdviceWay.PHONE);
        var typed = typed("bledny@example.pl");
        typed.put(field, value);

        var refused = visitor.post(form(slot), typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a[href=#" + complained + "]"))
                .hasSize(1);
        assertThat(refused.page().select("#" + complained)).hasSize(1);
    }

    @Test
    void a_third_booking_is_refused_with_how_many_there_may_be_to_whose_address_it_is() {
        var person = people.person();
        var web = people.signedIn(person);
        IntStream.range(4, 6).forEach(day -> web.post(form(rows.slot(day, 9)), typed(person.email())));

        assertThat(visitor.post(form(rows.slot(7, 9)), typed(person.email())).location())
                .as("what anybody else is told")
                .isEqualTo("/doradztwo/wyslane");
        var refused = web.post(form(rows.slot(6, 9)), typed(person.email()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary").text()).contains("najwyżej 2 rezerwacje");
    }

    @Test
    void own_bookings_are_listed_and_only_own() {
        var slot = rows.slot(4, 9);
        var person = people.person();
        var web = people.signedIn(person);
        assertThat(web.get("/konto/doradztwo").page().text()).contains("Nie masz rezerwacji");
        assertThat(web.post(form(slot), typed(person.email())).location()).startsWith("/doradztwo/rezerwacja/");

        assertThat(web.get("/konto/doradztwo").page().select(".entry")).hasSize(1);
        assertThat(people.signedIn().get("/konto/doradztwo").page().select(".entry"))
                .isEmpty();
        assertThat(visitor.get("/konto/doradztwo").status()).isIn(303, 401);
    }

    @Test
    void a_booking_says_who_ended_it_and_whether_the_talk_took_place() {
        var person = people.person();
        var web = people.signedIn(person);
        var back = rows.slot(4, 9);
        web.post(web.post(form(back), typed(person.email())).path() + "/rezygnacja", Map.of());
        var cancelled = rows.slot(5, 9);
        web.post(form(cancelled), typed(person.email()));
        clerk.post(DESK + "/terminy/" + cancelled.key() + "/odwolaj", Map.of("reason", "Choroba."));
        var missed = rows.slot(1, 9);
        var held = rows.slot(2, 9);
        web.post(form(missed), typed(person.email()));
        web.post(form(held), typed(person.email()));
        clock.set(held.endsAt());
        people.signedIn(Role.CLERK)
                .post(DESK + "/terminy/" + missed.key() + "/rozlicz", Map.of("outcome", "MISSED", "standing", "open"));

        assertThat(people.signedIn(person)
                        .get("/konto/doradztwo")
                        .page()
                        .select(".entry .tag")
                        .eachText())
                .containsExactly("odwołana przez biuro", "odwołana przez Ciebie", "odbyła się", "nie odbyła się");
    }

    @Test
    void the_office_adds_an_adviser_publishes_a_series_cancels_and_settles() {
        var refused = clerk.post(DESK + "/doradcy/nowy", Map.of("name", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a").eachAttr("href")).contains("#name", "#subject-GDPR");
        var name = "Halina Publikująca " + System.identityHashCode(refused);
        assertThat(clerk.post(
                                DESK + "/doradcy/nowy",
                                Map.of("name", name, "subject-LAW", "true", "place", "pokój 7", "active", "true"))
                        .status())
                .isEqualTo(303);
        var adviser = clerk.get(DESK + "/doradcy").page().select("h2 a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href")
                .replaceAll(".*/", "");

        var series = new HashMap<>(Map.of(
                "adviser", adviser, "from", "2026-11-23", "to", "2026-12-04", "day-2", "true", "startTime", "09:00"));
        series.putAll(Map.of("endTime", "11:00", "minutes", "60", "way", "ON_SITE", "place", ""));
        assertThat(clerk.post(DESK + "/terminy/nowe", Map.of()).status()).isEqualTo(422);
        assertThat(clerk.post(DESK + "/terminy/nowe", series).page().text()).contains("4 nowe terminy");
        assertThat(clerk.post(DESK + "/terminy/nowe", series).page().select(".note-warn li"))
                .hasSize(4);

        var list = clerk.get(DESK + "?stan=FREE&doradca=" + adviser).page().select("tbody th a");
        assertThat(list).hasSize(4);
        var path = list.first().attr("href");
        var slot = path.replaceAll(".*/", "");
        var person = people.person();
        people.signedIn(person).post("/doradztwo/terminy/" + slot, typed(person.email()));
        assertThat(clerk.post(path + "/wycofaj", Map.of()).status()).isEqualTo(409);
        assertThat(clerk.get(path).page().text()).contains(person.email());
        assertThat(clerk.post(path + "/odwolaj", Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(clerk.post(path + "/odwolaj", Map.of("reason", "Choroba.")).status())
                .isEqualTo(303);

        people.signedIn(person).post("/doradztwo/terminy/" + slot, typed(person.email()));
        assertThat(clerk.post(path + "/rozlicz", Map.of("hours", "1")).status()).isEqualTo(409);
        clock.set(java.time.Instant.parse("2026-11-24T11:00:00Z"));
        clerk.get(DESK);
        var late = people.signedIn(Role.CLERK);
        assertThat(late.get(DESK + "?stan=TO_SETTLE&doradca=" + adviser).page().select("tbody tr"))
                .hasSize(1);
        assertThat(late.post(path + "/rozlicz", Map.of("hours", "x", "subject", "GDPR", "outcome", "DONE"))
                        .page()
                        .select(".error-summary a[href=#hours]"))
                .hasSize(1);
        assertThat(late.post(
                                path + "/rozlicz",
                                Map.of("hours", "1,25", "subject", "GDPR", "outcome", "DONE", "standing", "open"))
                        .status())
                .isEqualTo(303);
        assertThat(late.get(path).page().text()).contains("1,25 godz.");
    }

    @Test
    void advice_by_phone_is_written_down_summed_exported_and_read_by_an_auditor() {
        var adviser = rows.adviser();
        var form = new HashMap<>(Map.of(
                "formToken",
                UUID.randomUUID().toString(),
                "adviser",
                Long.toString(adviser.key()),
                "givenOn",
                "2025-03-04",
                "subject",
                "FUNDING",
                "way",
                "PHONE",
                "hours",
                "2,75",
                "organisation",
                "=1+1 Fundacja"));
        var refused = clerk.post(DESK + "/porady/nowa", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a").eachAttr("href"))
                .containsExactly("#adviser", "#givenOn", "#hours", "#subject", "#way");
        assertThat(clerk.post(DESK + "/porady/nowa", form).status()).isEqualTo(303);
        assertThat(clerk.post(DESK + "/porady/nowa", form).status()).isEqualTo(303);

        var query = "?rok=2025&temat=FUNDING&doradca=" + adviser.key();
        var list = auditor.get(DESK + "/porady" + query).page();
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.text()).contains("2,75 godziny w 1 poradzie");
        assertThat(list.select("main form[method=post]")).isEmpty();
        var csv = auditor.send(auditor.request(DESK + "/porady.csv" + query).GET());
        assertThat(csv.text()).contains("2025-03-04").contains("2.75").contains("'=1+1 Fundacja");
        assertThat(csv.header("Content-Disposition")).contains("doradztwo-2025.csv");
        var xlsx = auditor.send(auditor.request(DESK + "/porady.xlsx" + query).GET());
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(visitor.get("/doradztwo/udzielone?rok=2025")
                        .page()
                        .select("tbody")
                        .text())
                .contains("finansowanie", "2,75")
                .doesNotContain("Fundacja");

        var edit = clerk.get(DESK + "/porady" + query).page().select("tbody a").attr("href");
        form.put("hours", "3");
        form.put("revision", "5");
        assertThat(clerk.post(edit, form).status()).isEqualTo(422);
        form.put("revision", "0");
        assertThat(clerk.post(edit, form).status()).isEqualTo(303);
        assertThat(clerk.post(edit + "/usun", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(edit).status()).isEqualTo(404);
    }

    @Test
    void only_clerks_write_and_only_the_office_reads() {
        var slot = rows.slot(4, 9);
        for (var path : List.of(
                "/terminy/nowe",
                "/terminy/" + slot.key() + "/wycofaj",
                "/terminy/" + slot.key() + "/odwolaj",
                "/terminy/" + slot.key() + "/rozlicz",
                "/porady/nowa",
                "/doradcy/nowy")) {
            assertThat(auditor.post(DESK + path, Map.of()).status()).as(path).isEqualTo(403);
        }
        assertThat(people.signedIn().get(DESK).status()).isEqualTo(403);
        assertThat(people.signedIn().get(DESK + "/porady").status()).isEqualTo(403);
        assertThat(auditor.get(DESK + "/terminy/" + slot.key()).page().select("main form"))
                .isEmpty();
    }

    @Test
    void lists_ask_the_database_as_often_for_one_slot_as_for_thirty() {
        var small = rows.adviser();
        rows.slot(small, 4, 9, AdviceWay.ON_SITE);
        var large = rows.adviser();
        IntStream.range(0, 30).forEach(day -> rows.slot(large, 4 + day, 9, AdviceWay.ON_SITE));
        visitor.get("/doradztwo");
        clerk.get(DESK);

        assertThat(queries.during(() -> visitor.get("/doradztwo?doradca=" + large.slug())))
                .hasSameSizeAs(queries.during(() -> visitor.get("/doradztwo?doradca=" + small.slug())));
        assertThat(queries.during(() -> clerk.get(DESK + "?doradca=" + large.key())))
                .hasSameSizeAs(queries.during(() -> clerk.get(DESK + "?doradca=" + small.key())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void every_page_is_valid_and_open_to_all_at_every_width(String language, Browser browser) {
        var adviser = rows.adviser();
        var slot = rows.slot(adviser, 4, 9, AdviceWay.ON_SITE);
        rows.slot(adviser, 5, 9, AdviceWay.PHONE);
        var advice = rows.advice(2026, 5);
        var address = "dostepny-" + language + "@example.pl";
        visitor.post(form(rows.slot(adviser, 6, 9, AdviceWay.ONLINE)), typed(address));
        var link = mailbox.last(address).link();
        var person = people.person();
        var web = people.signedIn(person);
        var booked = rows.slot(adviser, 7, 9, AdviceWay.ON_SITE);
        web.post(form(booked), typed(person.email()));
        for (var path : List.of(
                "/doradztwo",
                "/doradztwo?temat=FUNDING&tydzien=2026-11-23",
                "/doradztwo/udzielone",
                form(slot),
                "/doradztwo/wyslane",
                link,
                "/konto/doradztwo")) {
            look(browser, web, path, language);
        }
        for (var path : List.of(
                "",
                "/terminy/nowe",
                "/terminy/" + slot.key(),
                "/terminy/" + booked.key(),
                "/porady",
                "/porady/nowa",
                "/porady/" + advice.key(),
                "/doradcy",
                "/doradcy/nowy",
                "/doradcy/" + adviser.key())) {
            look(browser, clerk, DESK + path, language);
        }
        browser.as(web).open(form(slot) + "?lang=" + language);
        browser.page().locator("#question").fill("");
        browser.page().locator("main form button[type=submit]").click();
        assertThat(browser.page().locator(".error-summary").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
        browser.as(clerk).open(DESK + "/terminy/nowe?lang=" + language);
        browser.page().locator("main form button[type=submit]").last().click();
        assertThat(browser.page().locator(".error-summary").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
    }

    private static void look(Browser browser, Web web, String path, String language) {
        var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        assertThat(HtmlValidity.problems(web.get(address).text())).as(address).isEmpty();
        assertThat(browser.as(web).faultsAt(address)).as(address).isEmpty();
    }

    private static String form(AdvisorySlot slot) {
        return "/doradztwo/terminy/" + slot.key();
    }

    private static Map<String, String> typed(String email) {
        return new HashMap<>(Map.of(
                "formToken",
                UUID.randomUUID().toString(),
                "subject",
                "GDPR",
                "question",
                "Pytanie o rejestr",
                "name",
                "Jan Pytający",
                "email",
                email,
                "phone",
                "600 100 200",
                "privacyRead",
                "true"));
    }
}
