package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.AfterRows;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.shared.documents.PdfUa;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** What comes after an event, through its pages: for who was there, for who checks a certificate, for the office. */
@PortalTest
class AfterPagesTest {

    private static final String DESK = "/biuro/wydarzenia/";

    private final AfterRows rows;
    private final EventRows eventRows;
    private final People people;
    private final Web visitor;
    private final TestClock clock;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final Queries queries;

    AfterPagesTest(
            AfterRows rows,
            EventRows eventRows,
            People people,
            Web visitor,
            TestClock clock,
            Jobs jobs,
            Mailbox mailbox,
            Queries queries) {
        this.rows = rows;
        this.eventRows = eventRows;
        this.people = people;
        this.visitor = visitor;
        this.clock = clock;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.queries = queries;
    }

    @Test
    void who_was_there_gets_a_certificate_that_anybody_can_check() throws Exception {
        var held = rows.held("Anna Nowak", "Jan Kowalski");
        var stranger = rows.held("Ktoś Obcy");
        assertThat(visitor.get(held.link()).page().select("#po-wydarzeniu")).isEmpty();
        assertThat(visitor.get(held.link() + "/zaswiadczenie/1.pdf").status()).isEqualTo(409);

        clock.set(AfterRows.AFTER);
        var page = visitor.get(held.link()).page();
        var document =
                page.select("#po-wydarzeniu a[href$=/zaswiadczenie/1.pdf]").attr("href");
        var pdf = visitor.get(document);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).startsWith("application/pdf");
        assertThat(pdf.header("Cache-Control")).isEqualTo("no-store");
        PdfUa.assertHolds(pdf.response().body());
        PdfUa.assertHolds(visitor.get(document + "?jezyk=oba").response().body());
        var number = pdf.header("Content-Disposition")
                .replaceAll("(?s).*zaswiadczenie-(Z-\\d{4}-\\w{4}-\\w{4})\\.pdf.*", "$1");

        var checked = visitor.get("/zaswiadczenia/" + number);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.header("X-Robots-Tag")).contains("noindex");
        assertThat(checked.page().select("main").text())
                .contains("Zaświadczenie jest ważne", "Anna Nowak", held.event().title(), "Panel", "1 godz.")
                .doesNotContain(held.person().email(), "Jan Kowalski");
        assertThat(HtmlValidity.problems(checked.text())).isEmpty();

        // Nobody gets another's by their own link.
        assertThat(visitor.get(stranger.link() + "/zaswiadczenie/2.pdf").status())
                .isEqualTo(409);
        assertThat(visitor.get("/wydarzenia/zgloszenie/obcy/zaswiadczenie/1.pdf")
                        .status())
                .isEqualTo(410);
        var mine = people.signedIn(held.person()).get("/konto/wydarzenia").page();
        assertThat(mine.select("a[href=" + held.link() + "#po-wydarzeniu]")).hasSize(1);
    }

    @Test
    void a_number_is_checked_however_it_is_typed_and_wrong_ones_are_told_so() {
        var held = rows.held("Anna Nowak");
        clock.set(AfterRows.AFTER);
        var number = number(held);

        for (var typed :
                List.of(number, number.toLowerCase(Locale.ROOT), number.replace("-", ""), number.substring(2))) {
            assertThat(visitor.get("/zaswiadczenia?numer=" + typed.replace(" ", "+"))
                            .location())
                    .isEqualTo("/zaswiadczenia/" + number);
        }
        assertThat(visitor.get("/zaswiadczenia").status()).isEqualTo(200);
        assertThat(visitor.get("/zaswiadczenia?numer=").status()).isEqualTo(422);
        var wrong = visitor.get("/zaswiadczenia?numer=%3Cscript%3E");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("#numer").attr("value")).isEqualTo("<script>");
        var unknown = visitor.get("/zaswiadczenia/Z-2026-0000-0000");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.page().select("h1").text()).isEqualTo("Nie ma takiego zaświadczenia");
        assertThat(HtmlValidity.problems(unknown.text())).isEmpty();
    }

    @Test
    void who_tries_many_numbers_is_asked_to_come_back_later() {
        var web = visitor.another();
        var statuses = IntStream.range(0, 61)
                .map(each -> web.get("/zaswiadczenia/Z-2026-0000-" + String.format(Locale.ROOT, "%04d", each))
                        .status())
                .boxed()
                .toList();

        assertThat(statuses.subList(0, 60)).containsOnly(404);
        assertThat(statuses.getLast()).isEqualTo(429);
        assertThat(visitor.another().get("/zaswiadczenia/Z-2026-0000-0000").status())
                .isEqualTo(404);
    }

    @Test
    void the_office_takes_all_certificates_mails_the_links_mends_a_name_and_revokes() throws Exception {
        var held = rows.held("Ana Nowak", "Jan Kowalski");
        rows.walkIn(held.event(), "Ewa Dopisana", "");
        var desk = DESK + held.event().slug();
        assertThat(people.signedIn(Role.CLERK).get(desk + "/zaswiadczenia.pdf").status())
                .isEqualTo(409);
        clock.set(AfterRows.AFTER);
        var clerk = people.signedIn(Role.CLERK);
        var auditor = people.signedIn(Role.AUDITOR);

        var all = clerk.get(desk + "/zaswiadczenia.pdf");
        assertThat(all.status()).isEqualTo(200);
        PdfUa.assertHolds(all.response().body());
        assertThat(auditor.get(desk + "/zaswiadczenia.pdf").status()).isEqualTo(403);
        var list = auditor.get(desk + "/zaswiadczenia").page();
        assertThat(list.select("tbody tr")).hasSize(3);
        assertThat(list.select("main .actions a, tbody a[href$=.pdf]")).isEmpty();
        assertThat(clerk.get(desk + "/zaswiadczenia?szukaj=dopis").page().select("tbody a[href$=.pdf]"))
                .singleElement()
                .satisfies(link ->
                        assertThat(clerk.get(link.attr("href")).status()).isEqualTo(200));

        assertThat(clerk.get(desk + "/zaswiadczenia/wyslij")
                        .page()
                        .select("dd")
                        .first()
                        .text())
                .isEqualTo("na 1 adres");
        assertThat(clerk.post(desk + "/zaswiadczenia/wyslij", Map.of()).status())
                .isEqualTo(303);
        assertThat(auditor.post(desk + "/zaswiadczenia/wyslij", Map.of()).status())
                .isEqualTo(403);
        jobs.runDue();
        assertThat(mailbox.last(held.person().email()).subject()).startsWith("Zaświadczenie i materiały");
        assertThat(clerk.get(desk + "/zaswiadczenia/wyslij").page().select("form[action$=wyslij]"))
                .isEmpty();

        var one = list.select("tbody tr:contains(Ana Nowak) a").attr("href");
        assertThat(auditor.get(one).page().select("main form")).isEmpty();
        assertThat(clerk.post(one + "/popraw", Map.of("name", "Anna Nowak")).status())
                .isEqualTo(422);
        assertThat(clerk.post(one + "/popraw", Map.of("name", "Anna Nowak", "reason", "literówka"))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.post(one + "/uniewaznij", Map.of("revokeReason", "pomyłka"))
                        .status())
                .isEqualTo(409);
        var old = clerk.get(one).page().select("h1 .certificate-number").text().replace('/', '-');
        assertThat(visitor.get("/zaswiadczenia/" + old).page().select(".note").text())
                .contains("zastąpione");
        var mended = clerk.get(desk + "/zaswiadczenia")
                .page()
                .select("tbody tr:contains(Ana Nowak) a")
                .attr("href");
        assertThat(clerk.post(mended + "/uniewaznij", Map.of()).status()).isEqualTo(422);
        assertThat(clerk.post(mended + "/uniewaznij", Map.of("revokeReason", "nie było jej"))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get(held.link() + "/zaswiadczenie/1.pdf").status()).isEqualTo(409);
        assertThat(clerk.get(DESK + "nie-ma/zaswiadczenia").status()).isEqualTo(404);
    }

    @Test
    void a_survey_is_composed_opens_is_answered_once_and_shows_its_results() {
        var held = rows.held("Anna Nowak", "Jan Kowalski", "Ewa Lis");
        var desk = DESK + held.event().slug() + "/ankieta";
        var before = people.signedIn(Role.CLERK);
        assertThat(before.post(desk, Map.of("usual", "true")).status()).isEqualTo(303);
        assertThat(before.post(desk + "/pytania/nowe", Map.of("kind", "ONE", "label", "Skąd?", "choices", "stąd"))
                        .status())
                .isEqualTo(422);
        assertThat(before.post(desk + "/pytania/nowe", Map.of("kind", "TEXT", "label", "Coś jeszcze?"))
                        .status())
                .isEqualTo(303);
        var question = before.get(desk).page().select("a:contains(Coś jeszcze)").attr("href");
        assertThat(before.post(question, Map.of("kind", "TEXT", "label", "Inaczej?", "before", "dawno"))
                        .status())
                .isEqualTo(422);
        assertThat(before.post(question + "/wyzej", Map.of()).status()).isEqualTo(303);
        assertThat(before.post(question + "/usun", Map.of()).status()).isEqualTo(303);
        assertThat(before.post(desk + "/zasady", Map.of("openDays", "0")).status())
                .isEqualTo(422);
        assertThat(before.post(desk + "/zasady", Map.of("openDays", "7", "intro", "Dziękujemy."))
                        .status())
                .isEqualTo(303);
        assertThat(before.post(desk + "/zamknij", Map.of()).status()).isEqualTo(409);
        assertThat(before.post(desk + "/gotowa", Map.of()).status()).isEqualTo(303);

        clock.set(AfterRows.AFTER);
        var clerk = people.signedIn(Role.CLERK);
        var auditor = people.signedIn(Role.AUDITOR);
        assertThat(clerk.get(desk + ".xlsx").status()).isEqualTo(409);
        var links = visitor.get(held.link()).page().select("a[href$=/ankieta]").eachAttr("href");
        assertThat(links).hasSize(3);
        var form = visitor.get(links.getFirst()).page();
        assertThat(form.select("main").text()).contains("Dziękujemy.", "anonimowa");
        var scale = form.select("input[type=radio]").attr("name");
        var words = form.select("textarea").last().attr("name");
        var wrong = visitor.post(links.getFirst(), Map.of(words, "Zostaje."));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("textarea").last().text()).contains("Zostaje.");

        for (var link : links) {
            var sent = visitor.post(link, Map.of(scale, "4", words, "<b>Dobrze</b>"));
            assertThat(sent.status()).isEqualTo(303);
        }
        var again = visitor.post(links.getFirst(), Map.of(scale, "1"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.page().select("main").text()).contains("Twoje odpowiedzi już mamy");
        assertThat(visitor.get(links.getFirst()).status()).isEqualTo(200);
        assertThat(visitor.get("/po-wydarzeniu/obcy/ankieta").status()).isEqualTo(410);

        var results = auditor.get(desk).page();
        assertThat(results.select(".survey-result").first().text()).contains("3 odpowiedzi", "średnia 4,00");
        assertThat(results.select("main form")).isEmpty();
        var read = results.select(".survey-result a").last().attr("href");
        assertThat(auditor.get(read).page().select(".entry").eachText()).containsOnly("<b>Dobrze</b>");
        var xlsx = auditor.get(desk + ".xlsx");
        assertThat(xlsx.status()).isEqualTo(200);
        var sheet = (TableFile.Table) TableFile.read(xlsx.response().body(), "ankieta.xlsx");
        assertThat(sheet.header()).containsExactly("Pytanie", "Odpowiedź", "Ile", "Procent", "Średnia");
        assertThat(sheet.rows()).anyMatch(row -> row.cells().contains("100"));
        assertThat(clerk.post(desk + "/pytania/nowe", Map.of("kind", "TEXT", "label", "Za późno?"))
                        .status())
                .isEqualTo(409);
        assertThat(auditor.post(desk + "/zamknij", Map.of()).status()).isEqualTo(403);
        assertThat(clerk.post(desk + "/zamknij", Map.of()).status()).isEqualTo(303);
    }

    @Test
    void materials_are_added_shown_and_handed_out_only_to_those_for_whom_they_are() {
        var held = rows.held("Anna Nowak");
        var absent = rows.registered(held.event(), held.session(), false, "Jan Nieobecny");
        var desk = DESK + held.event().slug() + "/materialy";
        clock.set(AfterRows.AFTER);
        var clerk = people.signedIn(Role.CLERK);
        assertThat(file(clerk, desk, "ATTENDED", "Slajdy", "slajdy.txt", "Treść slajdów"))
                .isEqualTo(303);
        assertThat(file(clerk, desk, "EVERYONE", "Program", "program.txt", "Program"))
                .isEqualTo(303);
        assertThat(link(clerk, desk, "RECORDING", "REGISTERED", "Film", "https://example.org/f"))
                .isEqualTo(303);
        assertThat(link(clerk, desk, "LINK", "EVERYONE", "Zły", "javascript:alert(1)"))
                .isEqualTo(422);
        assertThat(file(clerk, desk, "EVERYONE", "Strona", "strona.html", "<html>"))
                .isEqualTo(422);
        assertThat(link(clerk, desk, "FILE", "EVERYONE", "", "")).isEqualTo(422);
        assertThat(link(people.signedIn(Role.AUDITOR), desk, "LINK", "EVERYONE", "X", "https://example.org"))
                .isEqualTo(403);

        var event = visitor.get("/wydarzenia/" + held.event().slug()).page();
        assertThat(event.select("a[href*=/materialy/]"))
                .singleElement()
                .satisfies(link ->
                        assertThat(visitor.get(link.attr("href")).text()).isEqualTo("Program"));
        assertThat(event.text()).doesNotContain("Slajdy", "Film");
        var own = visitor.get(held.link()).page();
        var slides = own.select("a:contains(Slajdy)").attr("href");
        assertThat(visitor.get(slides).text()).isEqualTo("Treść slajdów");
        assertThat(visitor.get(slides).header("Content-Disposition")).startsWith("attachment");
        assertThat(visitor.get(absent.link()).page().select("#po-wydarzeniu").text())
                .contains("Film", "Program")
                .doesNotContain("Slajdy");
        var tail = slides.substring(slides.indexOf("/materialy/"));
        assertThat(visitor.get(absent.link() + tail).status()).isEqualTo(404);
        assertThat(visitor.get("/wydarzenia/" + held.event().slug() + tail).status())
                .isEqualTo(404);
        assertThat(visitor.get(DESK + held.event().slug() + tail).location()).startsWith("/logowanie");
        assertThat(people.signedIn().get(DESK + held.event().slug() + tail).status())
                .isEqualTo(403);
        assertThat(clerk.get(DESK + held.event().slug() + tail).status()).isEqualTo(200);

        var id = tail.split("/")[2];
        assertThat(clerk.post(desk + "/" + id + "/usun", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.post(desk + "/" + id + "/usun", Map.of()).status()).isEqualTo(404);
        assertThat(visitor.get(slides).status()).isEqualTo(404);
    }

    @Test
    void one_place_leads_to_all_of_it_and_says_how_long_names_are_kept() {
        var held = rows.held("Anna Nowak");
        var desk = DESK + held.event().slug();
        var clerk = people.signedIn(Role.CLERK);
        assertThat(clerk.get(desk).page().select("a[href$=/po]")).hasSize(1);
        var page = clerk.get(desk + "/po").page();
        assertThat(page.select("main a").eachAttr("href"))
                .contains(desk + "/zaswiadczenia", desk + "/ankieta", desk + "/materialy");
        assertThat(page.text()).contains("5 lat");
        assertThat(clerk.post(desk + "/po/przechowywanie", Map.of("keptYears", "0"))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(desk + "/po/przechowywanie", Map.of("keptYears", "3"))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.get(desk + "/po").page().text()).contains("3 lata");
    }

    @Test
    void lists_and_pages_ask_the_database_as_often_for_one_as_for_many() {
        var few = rows.held("Anna Nowak");
        var many = rows.held("Anna Nowak", "B C", "D E", "F G", "H I");
        IntStream.range(0, 5).forEach(each -> rows.walkIn(many.event(), "Osoba " + each, ""));
        clock.set(AfterRows.AFTER);
        var clerk = people.signedIn(Role.CLERK);
        for (var held : List.of(few, many)) {
            visitor.get(held.link());
            clerk.get(DESK + held.event().slug() + "/zaswiadczenia.pdf");
        }
        for (var path : List.of("/zaswiadczenia", "/po", "/ankieta", "/materialy")) {
            assertThat(queries.during(() -> clerk.get(DESK + many.event().slug() + path)))
                    .as(path)
                    .hasSameSizeAs(
                            queries.during(() -> clerk.get(DESK + few.event().slug() + path)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void every_page_after_an_event_is_valid_and_open_to_all_at_every_width(String language, Browser browser) {
        var held = rows.held("Anna Nowak", "Jan Kowalski", "Ewa Lis");
        rows.walkIn(held.event(), "Ewa Dopisana", "");
        var desk = DESK + held.event().slug();
        var before = people.signedIn(Role.CLERK);
        look(browser, before, desk + "/ankieta", language);
        before.post(desk + "/ankieta", Map.of("usual", "true"));
        look(browser, before, desk + "/ankieta", language);
        look(browser, before, desk + "/ankieta/pytania/nowe", language);
        look(
                browser,
                before,
                before.get(desk + "/ankieta").page().select("main ol a").attr("href"),
                language);
        before.post(desk + "/ankieta/gotowa", Map.of());
        clock.set(AfterRows.AFTER);
        var clerk = people.signedIn(Role.CLERK);
        var links = visitor.get(held.link()).page().select("a[href$=/ankieta]").eachAttr("href");
        var own = links.getFirst().replace("/ankieta", "");
        file(clerk, desk + "/materialy", "EVERYONE", "Slajdy", "slajdy.txt", "Treść");
        var number = number(held);
        look(browser, clerk, links.getFirst(), language);
        browser.page().locator("main form button[type=submit]").click();
        assertThat(browser.page().locator(".error-summary").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
        for (var link : links) {
            var scale = visitor.get(link).page().select("input[type=radio]").attr("name");
            var words = visitor.get(link).page().select("textarea").last().attr("name");
            visitor.post(link, Map.of(scale, "4", words, "Dobrze."));
        }
        for (var path : List.of(
                held.link(),
                own,
                own + "/ankieta",
                "/wydarzenia/" + held.event().slug(),
                "/zaswiadczenia",
                "/zaswiadczenia?numer=zly",
                "/zaswiadczenia/" + number,
                "/zaswiadczenia/Z-2026-0000-0000",
                desk + "/po",
                desk + "/zaswiadczenia",
                desk + "/zaswiadczenia/wyslij",
                clerk.get(desk + "/zaswiadczenia")
                        .page()
                        .select("td a[href*=/zaswiadczenia/]:not([href$=.pdf])")
                        .attr("href"),
                desk + "/ankieta",
                clerk.get(desk + "/ankieta")
                        .page()
                        .select(".survey-result a")
                        .last()
                        .attr("href"),
                desk + "/materialy")) {
            look(browser, clerk, path, language);
        }
    }

    private static void look(Browser browser, Web web, String path, String language) {
        var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        assertThat(HtmlValidity.problems(web.get(address).text())).as(address).isEmpty();
        assertThat(browser.as(web).faultsAt(address)).as(address).isEmpty();
    }

    private String number(AfterRows.Held held) {
        return visitor.get(held.link() + "/zaswiadczenie/1.pdf")
                .header("Content-Disposition")
                .replaceAll("(?s).*zaswiadczenie-(Z-\\d{4}-\\w{4}-\\w{4})\\.pdf.*", "$1");
    }

    private static int file(Web web, String desk, String audience, String title, String name, String content) {
        return material("FILE", audience, title, "")
                .file("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post(web, desk)
                .status();
    }

    private static int link(Web web, String desk, String kind, String audience, String title, String url) {
        return material(kind, audience, title, url).post(web, desk).status();
    }

    private static Multipart material(String kind, String audience, String title, String url) {
        return Multipart.form()
                .field("kind", kind)
                .field("audience", audience)
                .field("title", title)
                .field("url", url)
                .field("session", "");
    }
}
