package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.events.AnnouncedEvents;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.RegisteringForEvent;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class EventPagesTest {

    private static final Instant DECEMBER_4 = TestClock.START.plus(Duration.ofDays(14));

    private final AnnouncedEvents events;
    private final RegisteringForEvent registering;

    EventPagesTest(AnnouncedEvents events, RegisteringForEvent registering) {
        this.events = events;
        this.registering = registering;
    }

    @Test
    void the_list_holds_what_is_to_come_and_the_past_is_one_link_away(Web web) {
        var coming = events.titled("Zjazd pszczelarzy nadchodzący");
        events.session(coming, "Zjazd");
        var past = events.titled("Zjazd pszczelarzy miniony");
        events.past(past, "Zjazd");
        var draft = events.draft("Zjazd pszczelarzy skryty");
        events.session(draft, "Zjazd");

        assertThat(web.get("/wydarzenia?szukaj=pszczelarz").page().select(".entry-title a"))
                .extracting(link -> link.attr("href"))
                .containsExactly("/wydarzenia/" + coming.slug());
        var list = web.get("/wydarzenia?szukaj=pszczelarz&kiedy=minione").page();
        assertThat(list.select(".entry-title a"))
                .extracting(link -> link.attr("href"))
                .containsExactly("/wydarzenia/" + past.slug());
        assertThat(list.select(".entry .tag").text()).isEqualTo("Odbyło się");
        assertThat(list.select("input[name=kiedy]").attr("value")).isEqualTo("minione");
    }

    @Test
    void a_word_is_found_in_any_form_and_a_kind_narrows(Web web) {
        var event = events.titled("Warsztaty wikliniarskie dla świetlic");
        events.session(event, "Warsztaty");
        events.kind(event, EventKind.WORKSHOP);

        assertThat(titles(web, "szukaj=świetlicami")).containsExactly("Warsztaty wikliniarskie dla świetlic");
        assertThat(titles(web, "szukaj=swietlice+wikliniarskich&rodzaj=workshop"))
                .hasSize(1);
        assertThat(titles(web, "szukaj=wikliniarskie&rodzaj=FORUM")).isEmpty();
        assertThat(titles(web, "szukaj=%2B%2B%28")).isEmpty();
        assertThat(web.get("/wydarzenia?szukaj=wikliniarskie&rodzaj=FORUM")
                        .page()
                        .text())
                .contains("Nie ma takich wydarzeń");
    }

    @Test
    void an_address_that_asks_for_nonsense_still_shows_a_list(Web web) {
        var page = web.get("/wydarzenia?kiedy=kiedys&miesiac=2026-13&rodzaj=%27OR&strona=-1&szukaj=%00");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select(".chips a[aria-current]").text()).isEqualTo("Nadchodzące");
    }

    @Test
    void each_event_of_the_list_says_whether_one_can_register_and_what_is_free(Web web) {
        var open = events.titled("Kiermasz bursztynowy otwarty");
        events.session(open, "Kiermasz", DECEMBER_4, 3, 5);
        var full = events.titled("Kiermasz bursztynowy pełny");
        var session = events.session(full, "Kiermasz", DECEMBER_4.plusSeconds(60), 1, 0);
        registering.register(
                full.slug(), EventRows.entry("bursztyn@example.pl", session), null, null, Language.POLISH, "192.0.2.7");
        var walkIn = events.titled("Kiermasz bursztynowy bez zapisów");
        events.session(walkIn, "Kiermasz", DECEMBER_4.plusSeconds(120), 0, 0);
        events.walkIn(walkIn);
        var cancelled = events.titled("Kiermasz bursztynowy odwołany");
        events.session(cancelled, "Kiermasz", DECEMBER_4.plusSeconds(180), 9, 0);
        events.cancel(cancelled, "Zalało salę.");

        var entries = web.get("/wydarzenia?szukaj=bursztynowy").page().select(".entry");

        assertThat(entries).hasSize(4);
        assertThat(entries.get(0).text()).contains("Trwają zapisy", "Wolne miejsca: 3 na miejscu, 5 online");
        assertThat(entries.get(1).text()).contains("Lista rezerwowa", "Brak wolnych miejsc");
        assertThat(entries.get(2).text()).contains("Bez zapisów");
        assertThat(entries.get(3).text()).contains("Odwołane").doesNotContain("wolnych");
    }

    @Test
    void a_month_is_a_list_of_days_with_their_events(Web web) {
        var event = events.titled("Wystawa krajek");
        events.session(event, "Otwarcie", DECEMBER_4, 5, 0);
        events.session(event, "Zamknięcie", DECEMBER_4.plus(Duration.ofDays(1)), 5, 0);
        events.session(events.draft("Wystawa krajek w szkicu"), "Otwarcie", DECEMBER_4, 5, 0);

        var page = web.get("/wydarzenia?miesiac=2026-12&szukaj=krajka").page();

        assertThat(page.select(".month-days > li")).hasSize(31);
        assertThat(page.select(".month-some time[datetime]"))
                .extracting(time -> time.attr("datetime"))
                .containsExactly("2026-12-04", "2026-12-05");
        assertThat(page.select(".month-some .month-full").eachText())
                .containsExactly("piątek, 4 grudnia", "sobota, 5 grudnia");
        assertThat(page.select(".month-items a").eachText())
                .containsOnly("Wystawa krajek")
                .hasSize(2);
        assertThat(page.select(".month-days").hasClass("month-from-2")).isTrue();
        assertThat(page.select("a[rel~=next]").attr("href")).isEqualTo("/wydarzenia?miesiac=2027-01&szukaj=krajka");
        assertThat(page.select("input[name=miesiac]").attr("value")).isEqualTo("2026-12");
        assertThat(page.select(".chips a"))
                .extracting(link -> link.attr("href"))
                .containsExactly(
                        "/wydarzenia?szukaj=krajka",
                        "/wydarzenia?miesiac=2026-11&szukaj=krajka",
                        "/wydarzenia?kiedy=minione&szukaj=krajka");
    }

    @Test
    void the_page_of_an_event_shows_its_programme_by_day_and_slot_with_free_places(Web web) {
        var event = events.titled("Forum przykładowe");
        var plenary = events.session(event, "Sesja plenarna", DECEMBER_4, 10, 20);
        events.session(event, "Panel zielony", DECEMBER_4.plus(Duration.ofHours(3)), 5, 0);
        events.session(event, "Panel biały", DECEMBER_4.plus(Duration.ofHours(3)), 5, 0);
        events.session(event, "Wyjazd", DECEMBER_4.plus(Duration.ofDays(1)), 5, 0);
        events.speaker(plenary, "Zofia Mówna", "prezeska");
        registering.register(
                event.slug(),
                EventRows.entry("plenarna@example.pl", plenary),
                null,
                null,
                Language.POLISH,
                "192.0.2.7");

        var page = web.get("/wydarzenia/" + event.slug()).page();

        assertThat(page.select(".programme-day")).hasSize(2);
        assertThat(page.select(".slot")).hasSize(3);
        assertThat(page.select(".slot").get(0).text())
                .contains("Sesja plenarna", "Zofia Mówna, prezeska")
                .contains("na miejscu: 9 wolnych miejsc na 10", "online: 20 wolnych miejsc na 20");
        assertThat(page.select(".slot").get(1).text()).contains("równolegle", "Panel zielony", "Panel biały");
        assertThat(page.select("a.btn-primary").attr("href")).isEqualTo("/wydarzenia/" + event.slug() + "/zapisy");
    }

    @Test
    void nobody_reads_the_address_of_a_stream_anywhere(Web web) {
        var event = events.titled("Transmisja tajemnicza");
        events.session(event, "Transmisja", DECEMBER_4, 0, 20);

        for (var path : new String[] {
            "/wydarzenia?szukaj=tajemnicza",
            "/wydarzenia/" + event.slug(),
            "/wydarzenia/" + event.slug() + ".ics",
            "/wydarzenia.ics",
            "/wydarzenia.atom",
            "/api/v1/events?words=tajemnicza",
            "/api/v1/events/" + event.slug()
        }) {
            var reply = web.send(web.request(path));
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.text()).as(path).doesNotContain(AnnouncedEvents.STREAM.substring(8, 20));
        }
    }

    @Test
    void a_draft_is_seen_by_the_office_alone(Web web, People people) {
        var draft = events.draft("Szkic skryty");
        events.session(draft, "Spotkanie");
        var path = "/wydarzenia/" + draft.slug();

        assertThat(web.get(path).status()).isEqualTo(404);
        assertThat(people.signedIn(Role.RESIDENT).get(path).status()).isEqualTo(404);
        var seen = people.signedIn(Role.CLERK).get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.page().text()).contains("To szkic");
        assertThat(seen.page().select("script[type=application/ld+json]")).isEmpty();
    }

    @Test
    void a_cancelled_event_says_so_with_the_reason_and_takes_nobody(Web web) {
        var event = events.titled("Ognisko odwołane");
        events.session(event, "Ognisko");
        events.cancel(event, "Pożar <lasu> & susza.");

        var page = web.get("/wydarzenia/" + event.slug()).page();

        assertThat(page.select(".note-bad").text()).contains("odwołano 20 listopada 2026", "Pożar <lasu> & susza.");
        assertThat(page.select("a[href$=/zapisy]")).isEmpty();
    }

    @Test
    void events_of_a_series_and_meetings_and_their_consultation_lead_to_each_other(
            Web web, ConsultationRows consultations) {
        var consultation = consultations.open();
        var first = events.titled("Kurs makramy, część 1");
        events.session(first, "Kurs");
        events.kind(first, EventKind.TRAINING);
        var second = events.titled("Kurs makramy, część 2");
        events.session(second, "Kurs");
        events.kind(second, EventKind.TRAINING);
        events.inSeries(second, first);
        events.ofConsultation(second, consultation.key());

        assertThat(web.get("/wydarzenia/" + first.slug()).page().select(".event-links a"))
                .extracting(link -> link.attr("href"))
                .containsExactly("/wydarzenia/" + second.slug());
        var page = web.get("/wydarzenia/" + second.slug()).page();
        assertThat(page.select(".event-links a").attr("href")).isEqualTo("/wydarzenia/" + first.slug());
        assertThat(page.select("main a[href=/konsultacje/" + consultation.slug() + "]")
                        .text())
                .isEqualTo(consultation.title());
        assertThat(web.get("/konsultacje/" + consultation.slug()).page().select("main a[href^=/wydarzenia/]"))
                .extracting(link -> link.attr("href"))
                .containsExactly("/wydarzenia/" + second.slug());
    }

    @Test
    void search_engines_read_the_event_as_linked_data(Web web) throws Exception {
        var event = events.titled("Zlot </script><b>łączony</b>");
        events.session(event, "Zlot", DECEMBER_4, 5, 5);

        var page = web.get("/wydarzenia/" + event.slug()).page();
        var data = new ObjectMapper()
                .readTree(page.selectFirst("script[type=application/ld+json]").data());

        assertThat(data.get("@type").asText()).isEqualTo("Event");
        assertThat(data.get("name").asText()).isEqualTo("Zlot </script><b>łączony</b>");
        assertThat(data.get("startDate").asText()).isEqualTo("2026-12-04T10:00:00+01:00");
        assertThat(data.get("eventStatus").asText()).endsWith("/EventScheduled");
        assertThat(data.get("eventAttendanceMode").asText()).endsWith("/MixedEventAttendanceMode");
        assertThat(data.get("location")).hasSize(2);
        assertThat(data.get("offers").get("availability").asText()).endsWith("/InStock");
    }

    @Test
    void the_home_page_has_a_door_to_what_one_can_register_for(Web web) {
        var door = web.get("/").page().select(".door:has(h2 a[href=/wydarzenia])");

        assertThat(door.select("h2").text()).isEqualTo("Zapisz się");
        assertThat(door.select(".door-facts li")).hasSizeBetween(1, 4);
    }

    @Test
    void more_events_sessions_and_bookings_cost_no_more_queries(Web web, Queries queries) {
        var event = events.titled("Licznik zapytań");
        var session = events.session(event, "Pierwsza");
        var paths = new String[] {
            "/wydarzenia?szukaj=licznik", "/wydarzenia?miesiac=2026-12&szukaj=licznik", "/wydarzenia/" + event.slug()
        };
        var before = IntStream.range(0, paths.length)
                .map(at -> {
                    web.get(paths[at]);
                    return queries.during(() -> web.get(paths[at])).size();
                })
                .toArray();

        events.session(event, "Druga", DECEMBER_4.plus(Duration.ofHours(5)), 5, 5);
        registering.register(
                event.slug(), EventRows.entry("licznik@example.pl", session), null, null, Language.POLISH, "192.0.2.7");
        IntStream.range(0, 4).forEach(at -> {
            var more = events.titled("Licznik zapytań " + at);
            events.session(more, "Pierwsza");
            events.inSeries(more, event);
        });

        for (var at = 0; at < paths.length; at++) {
            var path = paths[at];
            assertThat(queries.during(() -> web.get(path))).as(path).hasSize(before[at]);
        }
    }

    @Test
    void list_month_and_event_are_open_to_all(Browser browser, Web web) {
        var event = events.titled("Dostępne przykładowe");
        events.session(event, "Sesja", DECEMBER_4, 5, 5);
        events.session(event, "Panel jeden", DECEMBER_4.plus(Duration.ofHours(3)), 5, 0);
        events.session(event, "Panel dwa", DECEMBER_4.plus(Duration.ofHours(3)), 5, 0);

        for (var path : new String[] {"/wydarzenia", "/wydarzenia?miesiac=2026-12", "/wydarzenia/" + event.slug()}) {
            assertThat(HtmlValidity.problems(web.get(path).text())).as(path).isEmpty();
            browser.width(Browser.WIDE).open(path);
            assertThat(browser.barriers()).as(path).isEmpty();
            browser.width(Browser.NARROW);
            assertThat(browser.overflow()).as(path).isEmpty();
            assertThat(browser.smallTargets()).as(path).isEmpty();
            assertThat(browser.barriers()).as(path).isEmpty();
            assertThat(browser.complaints()).as(path).isEmpty();
        }
    }

    private static List<String> titles(Web web, String query) {
        return web.get("/wydarzenia?" + query).page().select(".entry-title").eachText();
    }
}
