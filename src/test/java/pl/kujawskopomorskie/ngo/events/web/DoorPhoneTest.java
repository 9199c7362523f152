package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.DoorRows;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.FakeCamera;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A phone at the door, with a real browser: with a network, without one, and with one again. */
@PortalTest
class DoorPhoneTest {

    private final DoorRows rows;
    private final Web clerk;

    DoorPhoneTest(DoorRows rows, People people) {
        this.rows = rows;
        this.clerk = people.signedIn(Role.CLERK);
    }

    @Test
    void offline_tickets_and_newcomers_come_in_the_page_opens_again_and_all_is_sent_once(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var people = rows.people(panel, "Osoba", 3);
        var online = rows.person(event.key(), "Ola Online");
        rows.booked(online, panel, Mode.ONLINE, Booking.State.BOOKED);
        var page = browser.as(clerk).width(390).page();
        browser.open(path(event) + "?drzwi=A");
        page.waitForSelector("#door[data-kept=true]", attached());
        assertThat(browser.complaints()).isEmpty();

        page.context().setOffline(true);
        type(page, people.get(0).ticket());
        answered(page, "LET_IN");
        assertThat(page.textContent("#door-answer")).contains("Proszę wejść.", "Osoba 1", "wyślemy, gdy wróci sieć");
        type(page, people.get(1).ticket().toLowerCase(java.util.Locale.ROOT));
        page.waitForSelector("#door-answer :text('Osoba 2')");
        type(page, people.get(0).ticket());
        answered(page, "ALREADY_IN");
        type(page, online.ticket());
        answered(page, "ONLINE_ONLY");
        type(page, "0000-0000-0000-0000");
        answered(page, "UNKNOWN_HERE");
        page.click("#door-newcomer summary");
        page.fill("#name", "Jan Gość");
        page.click("#door-walk-in button");
        page.waitForSelector("#door-answer :text('Jan Gość')");
        assertThat(page.textContent("#door-queue")).isEqualTo("4 wejścia czekają na wysłanie");
        assertThat(page.isVisible("#door-offline")).isTrue();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();
        assertThat(rows.cameAt(people.get(0))).isNull();

        browser.complaints();
        page.reload();
        page.waitForSelector("#door[data-ready=true]", attached());
        assertThat(page.textContent("h1")).contains("Forum Organizacji");
        assertThat(page.textContent("#door-queue")).isEqualTo("4 wejścia czekają na wysłanie");
        type(page, people.get(0).ticket());
        answered(page, "ALREADY_IN");
        type(page, people.get(2).ticket());
        answered(page, "LET_IN");
        page.click("#door-answer button:has-text('Cofnij')");
        answered(page, "TAKEN_BACK");
        assertThat(page.textContent("#door-queue")).isEqualTo("5 wejść czeka na wysłanie");

        page.context().setOffline(false);
        page.waitForSelector("#door-queue[data-length='0']", attached());
        page.waitForSelector("#door-came:text-is('3 (zapisanych: 3)')");
        assertThat(page.isVisible("#door-offline")).isFalse();
        assertThat(rows.cameAt(people.get(0))).isNotNull();
        assertThat(rows.row(people.get(0), null).door()).isEqualTo("A");
        assertThat(rows.cameAt(people.get(1))).isNotNull();
        assertThat(rows.cameAt(people.get(2))).isNull();
        assertThat(clerk.get("/biuro/wydarzenia/" + event.slug() + "/obecnosc?kto=CAME")
                        .page()
                        .select("tbody tr"))
                .hasSize(3);
    }

    @Test
    void with_a_network_the_portal_answers_and_an_online_place_is_overruled_and_taken_back(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        var ola = rows.person(event.key(), "Ola Online");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        var page = browser.as(clerk).width(390).page();
        var shown = browser.open(path(event));
        assertThat(HtmlValidity.problems(shown.text())).isEmpty();
        page.waitForSelector("#door[data-ready=true]", attached());
        assertThat(browser.barriers()).isEmpty();

        type(page, anna.ticket());
        answered(page, "LET_IN");
        assertThat(rows.cameAt(anna)).isNotNull();
        type(page, "krótki");
        page.waitForSelector("#kod-error");
        assertThat(browser.barriers()).isEmpty();
        type(page, ola.ticket());
        answered(page, "ONLINE_ONLY");
        assertThat(browser.barriers()).isEmpty();
        page.click("#door-answer button:has-text('Wpuść mimo to')");
        answered(page, "LET_IN");
        assertThat(page.textContent("#door-answer")).contains("Wpuszczono mimo to: Zapis tylko na transmisję.");
        page.click("#door-answer button:has-text('Cofnij')");
        answered(page, "TAKEN_BACK");
        page.waitForSelector("#door-queue[data-length='0']", attached());
        assertThat(rows.cameAt(ola)).isNull();

        page.fill("#szukaj", "nowak");
        page.waitForSelector("#door-found :text('w środku od')");
        page.fill("#szukaj", "ola");
        page.click("#door-found button");
        answered(page, "ONLINE_ONLY");
        assertThat(browser.smallTargets()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_the_portal_knows_better_is_put_before_a_person(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        var page = browser.as(clerk).width(390).page();
        browser.open(path(event) + "?drzwi=A");
        page.waitForSelector("#door[data-kept=true]", attached());
        // Another door lets her in while this phone has no network.
        page.context().setOffline(true);
        clerk.post(path(event) + "/kod", Map.of("kod", anna.ticket(), "drzwi", "B"));
        type(page, anna.ticket());
        answered(page, "LET_IN");
        type(page, "0000-0000-0000-0000");
        answered(page, "UNKNOWN_HERE");
        page.click("#door-answer button:has-text('Wpuść mimo to')");
        answered(page, "LET_IN");

        page.context().setOffline(false);
        page.waitForSelector("#door-attention:not([hidden])");
        page.waitForSelector("#door-queue[data-length='0']", attached());

        assertThat(page.textContent("#door-doubts")).contains("Nie ma takiego biletu.", "0000000000000000");
        assertThat(browser.barriers()).isEmpty();
        while (page.isVisible("#door-doubts button")) {
            page.locator("#door-doubts button").first().click();
            page.waitForTimeout(100);
        }
        assertThat(page.isVisible("#door-attention")).isFalse();
    }

    @Test
    void a_session_that_ends_meanwhile_loses_nothing_and_the_list_goes_with_the_door(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var people = rows.people(panel, "Osoba", 2);
        var page = browser.as(clerk).width(390).page();
        browser.open(path(event));
        page.waitForSelector("#door[data-kept=true]", attached());

        page.context().clearCookies();
        type(page, people.get(0).ticket());
        answered(page, "LET_IN");
        page.waitForSelector("#door-signed-out:not([hidden])");
        assertThat(page.textContent("#door-queue")).isEqualTo("1 wejście czeka na wysłanie");
        assertThat(page.getAttribute("#door-signed-out a", "href")).startsWith("/logowanie?dalej=");
        assertThat(browser.barriers()).isEmpty();
        page.click("#door-forget");
        page.waitForSelector("#door-forgotten:text('Najpierw połącz się')");
        browser.complaints();

        browser.as(clerk).open(path(event));
        page.waitForSelector("#door-queue[data-length='0']", attached());
        page.waitForSelector("#door[data-kept=true]", attached());
        assertThat(rows.cameAt(people.get(0))).isNotNull();

        page.click("#door-forget");
        page.waitForSelector("#door-forgotten:text('Lista zniknęła')");
        assertThat(kept(page)).isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void signing_out_takes_the_list_off_the_phone(Browser browser) {
        var event = rows.event();
        rows.people(rows.session(event, "Panel", 1), "Osoba", 2);
        var page = browser.as(clerk).page();
        browser.open(path(event));
        page.waitForSelector("#door[data-kept=true]", attached());
        assertThat(kept(page)).isNotEqualTo(List.of(0, 0, 0));

        browser.open("/konto");
        page.click("form[action='/wylogowanie'] button");
        page.waitForURL(url -> !url.endsWith("/konto"));

        assertThat(kept(page)).isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void the_camera_reads_a_ticket_and_the_person_is_in(Browser asked) throws Exception {
        assertThat(asked.complaints()).isEmpty();
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 1), "Anna Nowak");
        try (var camera = FakeCamera.seeing(anna.ticket(), clerk)) {
            var browser = camera.browser();
            browser.open(path(event) + "?drzwi=A");
            var page = browser.page();
            page.waitForSelector("#door[data-kept=true]", attached());
            page.click("#door-camera-start");
            page.waitForSelector(
                    "#door-answer[data-answer=LET_IN]", new Page.WaitForSelectorOptions().setTimeout(20_000));

            assertThat(page.textContent("#door-answer")).contains("Anna Nowak");
            assertThat(rows.row(anna, null).how()).isEqualTo(Attendance.How.SCANNED);
            assertThat(browser.barriers()).isEmpty();
            page.click("#door-camera-start");
            page.waitForSelector("#door-view", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** How many lists, pages and workers the phone keeps. */
    private static Object kept(Page page) {
        return page.evaluate("""
                async () => {
                  const lists = await new Promise(resolve => {
                    const request = indexedDB.open('portal-door');
                    request.onsuccess = () => {
                      const all = request.result.transaction('lists').objectStore('lists').count();
                      all.onsuccess = () => { request.result.close(); resolve(all.result); };
                    };
                  });
                  return [lists, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length];
                }""");
    }

    private static void type(Page page, String code) {
        page.evaluate("() => { document.getElementById('door-answer').dataset.answer = ''; }");
        page.fill("#kod", code);
        page.click("#door-code button");
    }

    private static void answered(Page page, String answer) {
        page.waitForSelector("#door-answer[data-answer=" + answer + "]");
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static String path(Event event) {
        return "/wydarzenia/" + event.slug() + "/wejscie";
    }
}
