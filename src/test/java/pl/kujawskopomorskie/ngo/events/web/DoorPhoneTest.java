package pl.kujawskopomorskie.ngo.events.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
        var page = atDoor(browser, path(event) + "?drzwi=A");
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
    void who_was_taken_back_can_be_let_in_again_from_the_list_below(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        var ola = rows.person(event.key(), "Ola Online");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        var page = atDoor(browser, path(event) + "?sesja=" + panel.key());
        assertThat(page.textContent(".page-head .quiet")).isEqualTo(event.title());
        page.fill("#szukaj", "ola");
        page.waitForSelector("#door-found :text('Zapis tylko na transmisję')");

        page.fill("#szukaj", "nowak");
        page.click("#door-found button");
        page.waitForSelector("#door-found :text('w środku od')");
        page.click("#door-answer button:has-text('Cofnij')");
        answered(page, "TAKEN_BACK");
        page.waitForSelector("#door-found button:has-text('Wpuść')");
        assertThat(browser.barriers()).isEmpty();

        // Once the portal has it, nothing is said any more of what is still to be sent.
        page.context().setOffline(true);
        page.click("#door-found button");
        page.waitForSelector("#door-answer :text('wyślemy, gdy wróci sieć')");
        page.context().setOffline(false);
        page.waitForSelector(
                "#door-answer .door-later", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        answered(page, "LET_IN");
        assertThat(rows.row(anna, panel)).isNotNull();
    }

    @Test
    void what_the_portal_knows_better_is_put_before_a_person(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        var page = atDoor(browser, path(event) + "?drzwi=A");
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
        var doubts = page.locator("#door-doubts > li");
        for (var left = doubts.count(); left > 0; left--) {
            doubts.first().locator("button").first().click();
            assertThat(doubts).hasCount(left - 1);
        }
        assertThat(page.isVisible("#door-attention")).isFalse();
    }

    @Test
    void a_session_that_ends_meanwhile_loses_nothing_and_the_list_goes_with_the_door(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var people = rows.people(panel, "Osoba", 2);
        var page = atDoor(browser, path(event));

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

    @Test
    void a_mistyped_address_is_said_at_its_field_and_nothing_that_was_typed_is_lost(Browser browser) {
        var event = rows.event();
        rows.session(event, "Panel", 1);
        var page = browser.as(clerk).width(390).page();
        browser.open(path(event));
        page.waitForSelector("#door[data-ready=true]", attached());
        page.click("#door-newcomer summary");
        page.fill("#name", "Jan Gość");
        page.fill("#email", "jan@przyklad");
        page.click("#door-walk-in button");

        page.waitForSelector("#email-error");
        assertThat(page.textContent("#email-error")).contains("Popraw adres e-mail");
        assertThat(page.inputValue("#name")).isEqualTo("Jan Gość");
        assertThat(browser.barriers()).isEmpty();
        // What the phone lets pass and the portal does not: they are in, and it is said that the address is not.
        page.fill("#email", "jan@(przyklad).pl");
        page.click("#door-walk-in button");
        answered(page, "LET_IN");
        assertThat(page.textContent("#door-answer")).contains("Jan Gość", "Adres e-mail był błędny");
        assertThat(page.inputValue("#name")).isEmpty();
    }

    @Test
    void what_the_portal_cannot_take_is_no_lack_of_a_network_and_holds_up_no_other(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var people = rows.people(panel, "Osoba", 2);
        var page = atDoor(browser, path(event));
        page.context().setOffline(true);
        type(page, people.get(0).ticket());
        answered(page, "LET_IN");
        type(page, people.get(1).ticket());
        page.waitForSelector("#door-answer :text('Osoba 2')");
        fail(page, "body.includes('\"attendee\":" + people.get(0).key() + "') ? 500 : null");

        page.context().setOffline(false);
        page.waitForSelector("#door-troubled:not([hidden])");
        page.waitForSelector("#door-queue[data-length='1']", attached());
        assertThat(page.isVisible("#door-offline")).isFalse();
        assertThat(rows.cameAt(people.get(1))).isNotNull();
        page.evaluate("() => { window.fetch = window.known; }");
        page.waitForSelector("#door-queue[data-length='0']", attached());
        assertThat(rows.cameAt(people.get(0))).isNotNull();
    }

    @Test
    void a_queue_is_sent_though_the_list_is_too_old_and_every_page_and_signing_out_say_that_it_waits(Browser browser) {
        var event = rows.event();
        var people = rows.people(rows.session(event, "Panel", 1), "Osoba", 1);
        var page = atDoor(browser, path(event));
        page.context().setOffline(true);
        type(page, people.getFirst().ticket());
        answered(page, "LET_IN");
        var queue = (String) page.evaluate(STORED, "queue");
        assertThat(queue)
                .as("neither the code nor the name is kept once more")
                .doesNotContain(people.getFirst().ticket(), "Osoba 1");
        fail(page, "0");
        page.context().setOffline(false);

        browser.open("/konto");
        page.waitForSelector("#door-waits");
        assertThat(page.getAttribute("#door-waits a", "href")).isEqualTo(path(event));
        assertThat(browser.barriers()).isEmpty();
        page.click("main form[action='/wylogowanie'] button");
        page.waitForSelector("#door-waits :text('Jeśli mimo to chcesz się wylogować')");
        assertThat(page.url()).endsWith("/konto");

        page.evaluate("""
                () => new Promise(resolve => {
                  const request = indexedDB.open('portal-door');
                  request.onsuccess = () => {
                    const lists = request.result.transaction('lists', 'readwrite').objectStore('lists');
                    lists.getAll().onsuccess = event => {
                      lists.put({...event.target.result[0], keepUntil: 1}).onsuccess = () => { request.result.close(); resolve(); };
                    };
                  };
                })""");
        browser.open(path(event));
        page.waitForSelector("#door-queue[data-length='0']", attached());
        assertThat(rows.cameAt(people.getFirst())).isNotNull();
        browser.open("/konto");
        assertThat(page.isVisible("#door-waits")).isFalse();
    }

    @Test
    void the_list_leaves_a_phone_whose_session_is_over_and_the_queue_stays(Browser browser) {
        var event = rows.event();
        var people = rows.people(rows.session(event, "Panel", 1), "Osoba", 2);
        var page = atDoor(browser, path(event));
        page.context().clearCookies();
        type(page, people.getFirst().ticket());
        answered(page, "LET_IN");
        page.waitForSelector("#door-signed-out:not([hidden])");
        assertThat((String) page.evaluate(STORED, "lists")).contains("Osoba 2");

        page.evaluate("() => { document.getElementById('door').dataset.grace = '-1'; }");
        page.evaluate("() => { window.dispatchEvent(new Event('online')); }");
        page.waitForFunction("() => document.getElementById('door-list').textContent === ''");

        assertThat((String) page.evaluate(STORED, "lists")).isEqualTo("[]");
        assertThat(page.getAttribute("#door-queue", "data-length")).isEqualTo("1");
    }

    @Test
    void what_is_taken_back_while_a_batch_is_put_together_is_not_sent(Browser browser) {
        var event = rows.event();
        var people = rows.people(rows.session(event, "Panel", 1), "Osoba", 1);
        var page = atDoor(browser, path(event));
        page.context().setOffline(true);
        type(page, people.getFirst().ticket());
        answered(page, "LET_IN");
        // Between the reading of the batch and its sending the row goes, as when somebody takes it back just then.
        page.evaluate("""
                () => {
                  const begin = IDBDatabase.prototype.transaction;
                  let once = true;
                  IDBDatabase.prototype.transaction = function (store, mode) {
                    if (once && store === 'queue' && mode === 'readwrite') {
                      once = false;
                      begin.call(this, 'queue', 'readwrite').objectStore('queue').clear();
                    }
                    return begin.call(this, store, mode);
                  };
                }""");
        page.context().setOffline(false);
        page.waitForSelector("#door-queue[data-length='0']", attached());

        assertThat(rows.cameAt(people.getFirst())).isNull();
    }

    @Test
    void a_phone_that_can_keep_nothing_asks_the_portal(Browser browser) {
        var event = rows.event();
        var people = rows.people(rows.session(event, "Panel", 1), "Osoba", 2);
        var page = atDoor(browser, path(event));
        page.evaluate("""
                () => {
                  const put = IDBObjectStore.prototype.put;
                  IDBObjectStore.prototype.put = function (value) {
                    if (this.name === 'queue') throw new DOMException('full', 'QuotaExceededError');
                    return put.call(this, value);
                  };
                }""");
        type(page, people.get(0).ticket());
        answered(page, "LET_IN");
        assertThat(rows.cameAt(people.get(0))).isNotNull();
        fail(page, "0");
        type(page, people.get(1).ticket());
        answered(page, "NOT_KEPT");

        page.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };");
        browser.open(path(event));
        page.fill("#kod", people.get(1).ticket());
        page.click("#door-code button");
        page.waitForSelector("#door-answer :text('Osoba 2')");
        assertThat(rows.cameAt(people.get(1))).isNotNull();
    }

    @Test
    void a_newcomer_let_in_without_a_network_is_found_again_and_is_one_person(Browser browser) {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var page = atDoor(browser, path(event));
        page.context().setOffline(true);
        page.click("#door-newcomer summary");
        page.fill("#name", "Jan Gość");
        page.click("#door-walk-in button");
        page.waitForSelector("#door-answer :text('Jan Gość')");
        page.fill("#szukaj", "gość");
        page.waitForSelector("#door-found :text('w środku od')");

        browser.open(path(event) + "?sesja=" + panel.key());
        page.waitForSelector("#door[data-ready=true]", attached());
        page.fill("#szukaj", "gość");
        page.click("#door-found button");
        page.waitForSelector("#door-answer :text('Jan Gość')");
        page.context().setOffline(false);
        page.waitForSelector("#door-queue[data-length='0']", attached());

        assertThat(clerk.get("/biuro/wydarzenia/" + event.slug() + "/obecnosc?kto=CAME")
                        .page()
                        .select("tbody tr"))
                .hasSize(1);
    }

    /** Lets what is sent of entries fail: with a status, with 0 as without a network, or not with null. */
    private static void fail(Page page, String how) {
        page.evaluate("""
                () => {
                  window.known ??= window.fetch;
                  window.fetch = (address, options) => {
                    const body = String(options?.body ?? '');
                    const status = String(address).endsWith('/wpisy') ? (%s) : null;
                    if (status === null) return window.known(address, options);
                    return status ? Promise.resolve(new Response('', {status})) : Promise.reject(new TypeError('no network'));
                  };
                }""".formatted(how));
    }

    /** What a store of the phone holds, as JSON. */
    private static final String STORED = """
            name => new Promise(resolve => {
              const request = indexedDB.open('portal-door');
              request.onsuccess = () => {
                request.result.transaction(name).objectStore(name).getAll().onsuccess = event => {
                  request.result.close();
                  resolve(JSON.stringify(event.target.result));
                };
              };
            })""";

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

    /** A phone that has opened a door and keeps all it needs. */
    private Page atDoor(Browser browser, String path) {
        var page = browser.as(clerk).width(390).page();
        browser.open(path);
        page.waitForSelector("#door[data-kept=true]", attached());
        return page;
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
