package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.DoorRows;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.PrintingForDoor;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The office keeps the list of who was there, and prints what lies at the door. */
@PortalTest
class AttendanceDeskTest {

    private final DoorRows rows;
    private final Queries queries;
    private final Web clerk;
    private final Web auditor;

    AttendanceDeskTest(DoorRows rows, Queries queries, People people) {
        this.rows = rows;
        this.queries = queries;
        this.clerk = people.signedIn(Role.CLERK);
        this.auditor = people.signedIn(Role.AUDITOR);
    }

    @Test
    void people_are_ticked_from_paper_taken_back_added_and_counted() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        rows.session(event, "Warsztat", 2);
        var people = rows.people(panel, "Osoba", 3);
        var list = path(event);

        assertThat(clerk.post(
                                list + "/odhacz",
                                Map.of(
                                        "kto-" + people.get(0).key(),
                                        "true",
                                        "kto-" + people.get(1).key(),
                                        "true",
                                        "sesja",
                                        "" + panel.key()))
                        .status())
                .isEqualTo(303);
        var there = clerk.get(list + "?kto=CAME&sesja=" + panel.key()).page();
        assertThat(there.select("tbody tr")).hasSize(2);
        assertThat(there.select("tbody").text()).contains("z listy papierowej");
        assertThat(clerk.get(list + "?kto=ABSENT").page().select("tbody tr")).hasSize(1);
        assertThat(clerk.get(list + "?szukaj=osoba+3").page().select("tbody tr"))
                .hasSize(1);

        var back = clerk.get(list).page().selectFirst("form[action$=/cofnij]").attr("action");
        assertThat(clerk.post(back, Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(list + "?kto=CAME").page().select("tbody tr")).hasSize(1);

        assertThat(clerk.post(
                                list + "/bez-zapisu",
                                Map.of(
                                        "name",
                                        "Jan Gość",
                                        "wpis",
                                        UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(list).page().select("tbody").text()).contains("Jan Gość", "bez zapisu");
        assertThat(clerk.post(list + "/policzeni", Map.of("mode", "ONLINE", "people", "61", "note", "licznik"))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(list).page().select(".facts").text()).contains("Policzeni na transmisji", "61");
    }

    @Test
    void only_those_of_the_event_are_counted_as_ticked() {
        var event = rows.event();
        var own = rows.person(rows.session(event, "Panel", -1), "Anna");
        var stranger = rows.person(rows.session(rows.event(), "Obcy", -1), "Obca");

        var some = clerk.post(
                path(event) + "/odhacz", Map.of("kto-" + own.key(), "true", "kto-" + stranger.key(), "true"));
        assertThat(clerk.get(some.location()).page().select(".done").text()).contains("Zapisano obecność 1 osoby.");
        var none = clerk.post(path(event) + "/odhacz", Map.of("kto-" + stranger.key(), "true"));
        assertThat(clerk.get(none.location()).page().select(".done").text()).contains("Nikogo nie odhaczono");
    }

    @Test
    void what_is_ticked_is_counted_not_lost_by_turning_the_page_and_said_when_it_is_saved(Browser browser) {
        var event = rows.event();
        rows.people(rows.session(event, "Panel", -1), "Osoba", 60);
        var page = browser.as(clerk).width(390).page();
        browser.open(path(event) + "?kto=ABSENT&strona=2");
        page.locator("tbody input[type=checkbox]").first().check();
        page.locator("tbody input[type=checkbox]").nth(1).check();
        assertThat(page.textContent("[data-ticked]")).isEqualTo("Zaznaczono: 2");
        assertThat((Boolean) page.evaluate("""
                () => {
                  const bar = document.querySelector('.tick-bar').getBoundingClientRect();
                  return bar.bottom <= innerHeight + 1 && bar.top > 0;
                }"""))
                .as("in sight wherever one is in the list")
                .isTrue();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();

        var asked = new ArrayList<String>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.click("a[rel=prev]", new Page.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.textContent("[data-ticked]")).isEqualTo("Zaznaczono: 2");
        page.click(".tick-bar button");
        page.waitForSelector(".done");
        assertThat(page.textContent(".done")).contains("Zapisano obecność 2 osób.");
        assertThat(page.url()).contains("kto=ABSENT", "strona=2");
        assertThat(clerk.get(path(event) + "?kto=CAME").page().select("tbody tr"))
                .hasSize(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void sessions_whose_doors_nobody_counted_say_so_and_the_stream_is_counted_apart() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        rows.session(event, "Warsztat", 2);
        var people = rows.people(panel, "Osoba", 2);
        var ola = rows.person(event.key(), "Ola");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        assertThat(clerk.get(path(event)).page().select(".facts").text()).contains("na miejscu: 0 (zapisanych: 2)");

        clerk.post(path(event) + "/odhacz", Map.of("kto-" + people.getFirst().key(), "true"));

        assertThat(clerk.get(path(event)).page().select(".facts").text())
                .contains("na miejscu: nie liczono osobno (zapisanych: 2)", "online: 0 (zapisanych: 1)");
    }

    @Test
    void one_set_of_tabs_leads_through_the_desk_of_an_event_and_todays_task_comes_first(
            TestClock clock, EventRows events, Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var desk = "/biuro/wydarzenia/" + event.slug();
        var tabs = List.of(
                "Program i dane",
                "Zgłoszenia",
                "Lista rezerwowa",
                "Potrzeby i diety",
                "Wiadomości",
                "Obecność",
                "Po wydarzeniu");
        for (var page : List.of(
                "",
                "/zgloszenia",
                "/zgloszenia/rezerwowa",
                "/zgloszenia/zmiany",
                "/potrzeby",
                "/wiadomosci",
                "/obecnosc",
                "/po",
                "/zaswiadczenia",
                "/materialy",
                "/ankieta")) {
            var shown = clerk.get(desk + page).page();
            assertThat(shown.select("main .chips a").eachText()).as(page).isEqualTo(tabs);
            assertThat(shown.select("main .chips a[aria-current]")).as(page).hasSize(1);
        }
        assertThat(auditor.get(desk).page().select("main .chips a").eachText())
                .doesNotContain("Potrzeby i diety")
                .hasSize(tabs.size() - 1);
        assertThat(clerk.get("/biuro/wydarzenia/" + events.draft().slug())
                        .page()
                        .select("main .chips a")
                        .eachText())
                .containsExactly("Program i dane", "Po wydarzeniu");

        assertThat(primary(desk)).containsExactly("Otwórz wejście");
        assertThat(primary(desk + "/obecnosc").getFirst()).isEqualTo("Otwórz wejście");
        for (var home : List.of("/biuro", "/")) {
            // Other tests have events today too, and then there is their number.
            assertThat(clerk.get(home).page().select(".waiting").text())
                    .as(home)
                    .containsIgnoringCase("dziś");
        }
        assertThat(auditor.get("/biuro").page().select(".waiting")).isEmpty();
        browser.as(clerk).width(Browser.NARROW).open(desk);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();

        clock.set(panel.endsAt().plus(Duration.ofDays(2)));
        assertThat(primary(desk)).containsExactly("Zapisz, kto był");
        assertThat(primary(desk + "/obecnosc")).doesNotContain("Otwórz wejście");
        assertThat(clerk.get(desk + "/obecnosc").page().select("a[href$=/wejscie]"))
                .isEmpty();
    }

    private List<String> primary(String path) {
        return clerk.get(path)
                .page()
                .select("main > article > .actions a.btn-primary")
                .eachText();
    }

    @Test
    void what_is_wrong_is_named_and_an_auditor_only_reads() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", -1), "Anna");
        var list = path(event);

        assertThat(clerk.post(list + "/odhacz", Map.of()).status()).isEqualTo(422);
        var counted = clerk.post(list + "/policzeni", Map.of("people", "dużo"));
        assertThat(counted.status()).isEqualTo(422);
        assertThat(counted.page().select(".error-summary a")).hasSize(3);
        assertThat(HtmlValidity.problems(counted.text())).isEmpty();
        assertThat(clerk.post(list + "/bez-zapisu", Map.of("name", "")).status())
                .isEqualTo(422);
        assertThat(clerk.post(list + "/odhacz", Map.of("kto-" + anna.key(), "true", "sesja", "99999999"))
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post(list + "/99999999/cofnij", Map.of()).status()).isEqualTo(404);

        assertThat(auditor.get(list).page().select("article form[method=post]")).isEmpty();
        assertThat(auditor.post(list + "/odhacz", Map.of("kto-" + anna.key(), "true"))
                        .status())
                .isEqualTo(403);

        var tomorrow = rows.event();
        rows.session(tomorrow, "Jutro", 30);
        assertThat(clerk.get(path(tomorrow)).page().select("#tick")).isEmpty();
        assertThat(clerk.post(path(tomorrow) + "/policzeni", Map.of("mode", "ONLINE", "people", "1", "note", "nic"))
                        .status())
                .isEqualTo(409);
        assertThat(clerk.post(path(tomorrow) + "/bez-zapisu", Map.of("name", "Jan"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whom_a_phone_let_in_and_the_portal_refused_waits_at_the_desk_until_it_is_settled(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var cela = rows.cancelled(event.key(), "Cela Odwołana");
        var ola = rows.person(event.key(), "Ola Online");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        for (var person : List.of(cela, ola)) {
            clerk.send(clerk.request("/wydarzenia/" + event.slug() + "/wejscie/wpisy")
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"now\":1,\"entries\":[{\"id\":\"%s\",\"kind\":\"ticket\",\"code\":\"%s\",\"letIn\":true,\"at\":1}]}"
                                    .formatted(UUID.randomUUID(), person.ticket()))));
        }

        var shown = clerk.get(path(event));
        assertThat(shown.page().select("#watpliwosci li")).hasSize(2);
        assertThat(HtmlValidity.problems(shown.text())).isEmpty();
        assertThat(auditor.get(path(event)).page().select("#watpliwosci form")).isEmpty();
        browser.as(clerk).open(path(event));
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();

        var forms = shown.page().select("#watpliwosci li form");
        assertThat(clerk.post(forms.get(0).attr("action"), Map.of("byla", "true"))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.post(forms.get(2).attr("action"), Map.of("byla", "true"))
                        .status())
                .isEqualTo(303);
        var after = clerk.get(path(event) + "?kto=CAME").page();
        assertThat(after.select("#watpliwosci")).isEmpty();
        assertThat(after.select("tbody").text()).contains("Cela Odwołana", "Ola Online");
    }

    @Test
    void the_list_goes_out_as_a_spreadsheet_and_as_csv() throws Exception {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        var people = rows.people(panel, "Osoba", 3);
        clerk.post(path(event) + "/odhacz", Map.of("kto-" + people.getFirst().key(), "true"));

        var csv = auditor.send(auditor.request(path(event) + ".csv").GET()).text();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("Wejście główne", "z listy papierowej", "Panel");
        var xlsx = auditor.send(auditor.request(path(event) + ".xlsx").GET());
        assertThat(xlsx.header("Content-Disposition")).contains("obecnosc-" + event.slug() + ".xlsx");
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(xlsx.response().body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    @Test
    void badges_labels_and_the_list_to_sign_hold_to_pdf_ua_and_fit_their_sheets() throws Exception {
        var event = rows.event();
        var panel = rows.session(event, "Panel o tym, jak długo może się nazywać część programu Forum", 1);
        rows.session(event, "Warsztat", 4);
        rows.people(panel, "Świętosława Brzęczyszczykiewicz-Wyrwidębska", 45);
        rows.person(panel, "Żaneta Łoś");

        for (var sheet : List.of(
                new Printed("/identyfikatory.pdf", "badges", 5),
                new Printed("/etykiety.pdf?arkusz=L7160", "l7160", 3),
                new Printed("/etykiety.pdf?arkusz=L7163", "l7163", 4),
                new Printed("/lista.pdf", "list", 0),
                new Printed("/lista.pdf?sesja=" + panel.key(), "list-of-session", 0))) {
            var reply = auditor.send(auditor.request(path(event) + sheet.path()).GET());
            assertThat(reply.header("Content-Type")).as(sheet.name()).isEqualTo("application/pdf");
            var pdf = reply.response().body();
            Files.write(Path.of("target", "door-" + sheet.name() + ".pdf"), pdf);
            PdfUa.assertHolds(pdf);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("Żaneta Łoś");
                if (sheet.pages() > 0) {
                    assertThat(document.getNumberOfPages()).as(sheet.name()).isEqualTo(sheet.pages());
                } else {
                    var text = new PDFTextStripper();
                    text.setStartPage(2);
                    assertThat(text.getText(document)).as("the header again").contains("Podpis");
                }
                assertThat(new PDFRenderer(document).renderImageWithDPI(0, 40)).isNotNull();
            }
        }
        assertThat(clerk.send(clerk.request(path(event) + "/identyfikatory.pdf?czesc=2")
                                .GET())
                        .status())
                .isEqualTo(404);
        assertThat(clerk.send(clerk.request(path(event) + "/lista.pdf?sesja=99999999")
                                .GET())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_very_many_people_what_is_printed_comes_in_parts() throws Exception {
        var event = rows.event();
        rows.people(rows.session(event, "Panel", 1), "Osoba", PrintingForDoor.IN_A_PART + 1);

        var links = clerk.get(path(event)).page().select("a[href*='identyfikatory.pdf']");
        assertThat(links).hasSize(2);
        var first = clerk.send(clerk.request(links.getFirst().attr("href")).GET());
        var last = clerk.send(clerk.request(links.getLast().attr("href")).GET());
        try (var all = Loader.loadPDF(first.response().body());
                var one = Loader.loadPDF(last.response().body())) {
            assertThat(all.getNumberOfPages()).isEqualTo(PrintingForDoor.IN_A_PART / 10);
            assertThat(one.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void people_stand_in_the_order_of_their_surnames_as_on_the_paper_list() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        List.of("Zofia Abramska", "Anna Żak", "Jan Maria Łoś", "Adam Miły").forEach(name -> rows.person(panel, name));

        assertThat(clerk.get(path(event)).text())
                .containsSubsequence("Zofia Abramska", "Jan Maria Łoś", "Adam Miły", "Anna Żak");
    }

    @Test
    void the_list_needs_as_many_queries_for_one_as_for_fifty() {
        var few = rows.event();
        rows.people(rows.session(few, "Panel", -1), "Osoba", 1);
        var many = rows.event();
        rows.people(rows.session(many, "Panel", -1), "Osoba", 50)
                .forEach(person ->
                        clerk.post("/wydarzenia/" + many.slug() + "/wejscie/kod", Map.of("kod", person.ticket())));

        assertThat(queries.during(() -> clerk.get(path(many))))
                .hasSameSizeAs(queries.during(() -> clerk.get(path(few))));
    }

    @Test
    void its_page_has_no_barriers_open_or_with_mistakes_wide_or_narrow(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", -1);
        rows.session(event, "Warsztat", 3);
        var people = rows.people(panel, "Osoba", 3);
        clerk.post(
                "/wydarzenia/" + event.slug() + "/wejscie/kod",
                Map.of("kod", people.getFirst().ticket(), "drzwi", "A"));
        var page = browser.as(clerk).open(path(event));
        assertThat(HtmlValidity.problems(page.text())).isEmpty();

        browser.page().evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(browser.barriers()).isEmpty();
        browser.page().click("button:has-text('Zapisz liczbę')");
        browser.page().waitForSelector(".error-summary");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        assertThat(browser.smallTargets()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        browser.open(path(event) + "?lang=en");
        assertThat(browser.barriers()).isEmpty();
    }

    private record Printed(String path, String name, int pages) {}

    private static String path(Event event) {
        return "/biuro/wydarzenia/" + event.slug() + "/obecnosc";
    }
}
