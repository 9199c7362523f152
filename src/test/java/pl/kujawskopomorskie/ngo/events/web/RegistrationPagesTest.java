package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.events.AnnouncedEvents;
import pl.kujawskopomorskie.ngo.events.CountingPlaces;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
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
class RegistrationPagesTest {

    private final EventRows rows;
    private final CountingPlaces counting;
    private final People people;
    private final Web visitor;
    private final Jobs jobs;
    private final Mailbox mailbox;
    private final TestClock clock;
    private final Queries queries;

    RegistrationPagesTest(
            EventRows rows,
            CountingPlaces counting,
            People people,
            Web visitor,
            Jobs jobs,
            Mailbox mailbox,
            TestClock clock,
            Queries queries) {
        this.rows = rows;
        this.counting = counting;
        this.people = people;
        this.visitor = visitor;
        this.jobs = jobs;
        this.mailbox = mailbox;
        this.clock = clock;
        this.queries = queries;
    }

    @Test
    void a_visitor_registers_confirms_by_the_link_sees_the_ticket_and_takes_the_registration_back() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        assertThat(visitor.get(form(event)).page().select("input[type=radio][value=ON_SITE]"))
                .hasSize(1);

        var sent = visitor.post(form(event), entry("widz@example.pl", panel, Mode.ON_SITE));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(visitor.get(sent.location()).page().text()).contains("Zajrzyj do skrzynki");

        var link = linkTo("widz@example.pl");
        assertThat(visitor.get(link).page().text()).contains("Jeszcze jedno kliknięcie");
        assertThat(visitor.get(link).page().select("img")).isEmpty();
        assertThat(visitor.get(link + "/bilety.pdf").status()).isEqualTo(404);
        assertThat(visitor.post(link + "/potwierdz", Map.of()).status()).isEqualTo(303);

        var page = visitor.get(link);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.page().text()).contains("masz miejsce");
        var picture = visitor.get(page.page().selectFirst(".ticket img").attr("src"));
        assertThat(picture.header("Content-Type")).startsWith("image/png");
        var tickets = visitor.get(link + "/bilety.pdf");
        assertThat(tickets.header("Content-Type")).startsWith("application/pdf");
        assertThat(tickets.text()).startsWith("%PDF");

        assertThat(visitor.post(link + "/rezygnacja", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get(link).page().text()).contains("To zgłoszenie jest wycofane");
        assertThat(visitor.post(link + "/potwierdz", Map.of()).status()).isEqualTo(409);
        jobs.runDue();
        assertThat(mailbox.last("widz@example.pl").subject()).startsWith("Rezygnacja przyjęta");
    }

    @Test
    void a_registered_address_is_told_to_nobody_but_its_mailbox() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        visitor.post(form(event), entry("znany@example.pl", panel, Mode.ON_SITE));
        jobs.runDue();
        var mails = mailbox.to("znany@example.pl").size();

        var again = visitor.another().post(form(event), entry("znany@example.pl", panel, Mode.ON_SITE));

        assertThat(again.location()).isEqualTo(form(event) + "/wyslane");
        jobs.runDue();
        assertThat(mailbox.to("znany@example.pl")).hasSize(mails + 1);
    }

    @Test
    void who_finds_no_place_is_told_and_may_wait_and_take_the_stream_without_losing_the_queue() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 9);
        var first = people.person();
        people.signedIn(first).post(form(event), entry(first.email(), panel, Mode.ON_SITE));
        var second = people.person();
        var web = people.signedIn(second);
        var typed = entry(second.email(), panel, Mode.ON_SITE);

        var refused = web.post(form(event), typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().text()).contains("Tu brakuje miejsc").contains("„online”");
        assertThat(refused.page().selectFirst("#name-1").attr("value")).isEqualTo("Anna Nowak");

        typed.put("waitIfFull", "true");
        var link = path(web.post(form(event), typed).location());
        assertThat(web.get(link).page().text()).contains("lista rezerwowa, 1. miejsce");

        var changed = web.post(link + "/zmiana", Map.of("session-" + panel.key(), "ONLINE"));
        assertThat(changed.status()).isEqualTo(303);
        assertThat(web.get(link).page().text())
                .contains("masz miejsce")
                .contains("lista rezerwowa, 1. miejsce")
                .contains("Na transmisję wejdziesz z tej strony od")
                .doesNotContain("Wejdź na transmisję");
        clock.set(panel.startsAt().minus(Duration.ofMinutes(30)));
        assertThat(web.get(link).page().select("form[action$=/transmisja/" + panel.key() + "]"))
                .hasSize(1);
    }

    @Test
    void nobody_sees_the_stream_who_is_not_booked_for_it() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 9);
        var person = people.person();
        var web = people.signedIn(person);

        var link = path(web.post(form(event), entry(person.email(), panel, Mode.ON_SITE))
                .location());

        assertThat(web.get(link).text()).doesNotContain(panel.streamUrl());
        assertThat(visitor.get(form(event)).text()).doesNotContain(panel.streamUrl());
    }

    @Test
    void mistakes_are_named_and_what_was_typed_stays() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var question = rows.question(event, 1, Question.Kind.TEXT, "", true);
        var typed = entry("bez malpy", panel, Mode.ON_SITE);
        typed.put("name-1", "<script>alert(1)</script>");
        typed.remove("privacyRead");
        typed.put("need-1-DIET", "true");

        var refused = visitor.post(form(event), typed);

        assertThat(refused.status()).isEqualTo(422);
        var page = refused.page();
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .contains("#email", "#note-1-DIET", "#answer-" + question.key(), "#privacyRead", "#needsConsent");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .allSatisfy(anchor -> assertThat(page.select(anchor)).hasSize(1));
        assertThat(page.selectFirst("#name-1").attr("value")).isEqualTo("<script>alert(1)</script>");
        assertThat(page.selectFirst("#email").attr("value")).isEqualTo("bez malpy");
    }

    @Test
    void one_more_person_is_asked_for_without_a_script_and_without_losing_anything() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var typed = entry("grupa@example.pl", panel, Mode.ON_SITE);
        typed.put("more", "true");

        var page = visitor.post(form(event), typed).page();

        assertThat(page.selectFirst("#name-1").attr("value")).isEqualTo("Anna Nowak");
        assertThat(page.selectFirst("#name-2").attr("value")).isEmpty();
        assertThat(page.selectFirst("input[name=people]").attr("value")).isEqualTo("2");
    }

    @Test
    void after_the_term_the_form_says_so_and_keeps_the_words() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        clock.advance(Duration.ofDays(11));

        var late = visitor.post(form(event), entry("pozny@example.pl", panel, Mode.ON_SITE));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().text()).contains("Zapisy już się skończyły");
        assertThat(late.page().selectFirst("#email").attr("value")).isEqualTo("pozny@example.pl");
    }

    @Test
    void needs_are_added_later_by_the_link_with_a_consent_of_their_own(Browser browser) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var person = people.person();
        var web = people.signedIn(person);
        var typed = entry(person.email(), panel, Mode.ON_SITE);
        typed.put("people", "2");
        typed.put("name-2", "Jan <b>Wózek</b>");
        var link = path(web.post(form(event), typed).location());
        assertThat(web.get(link).page().select("a[href=" + link + "/dane]")).hasSize(1);

        var page = browser.as(web).width(Browser.NARROW).page();
        browser.open(link + "/dane");
        page.fill("#phone", "zadzwońcie");
        page.check("#need-2-WHEELCHAIR");
        page.click("main button[type=submit]");
        assertThat(page.locator(".error-summary a[href='#needsConsent']").count())
                .isEqualTo(1);
        assertThat(page.locator(".error-summary a[href='#phone']").count()).isEqualTo(1);
        assertThat(page.isChecked("#need-2-WHEELCHAIR")).isTrue();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();

        page.fill("#phone", "600 123 456");
        page.check("#needsConsent");
        page.click("main button[type=submit]");
        assertThat(page.textContent("main"))
                .contains("Zgłoszenie zmienione", "600 123 456", "Jan <b>Wózek</b>", "miejsce dla osoby na wózku");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        assertThat(HtmlValidity.problems(web.get(link + "/dane").text())).isEmpty();

        clock.set(panel.endsAt());
        assertThat(web.get(link + "/dane").status()).isEqualTo(409);
        var late = web.post(link + "/dane", Map.of("phone", "605 1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.header("Cache-Control")).isEqualTo("no-store");
        assertThat(late.page().select(".error-summary").text()).contains("nie da się już zmienić");
        assertThat(late.page().selectFirst("#phone").attr("value")).isEqualTo("605 1");
        assertThat(late.page().select("main button[type=submit]")).isEmpty();
        assertThat(web.get(link).page().select("a[href=" + link + "/dane]")).isEmpty();
        assertThat(visitor.get("/wydarzenia/zgloszenie/nie-ma-takiego/dane").status())
                .isEqualTo(410);
        assertThat(visitor.post("/wydarzenia/zgloszenie/nie-ma-takiego/dane", Map.of())
                        .status())
                .isEqualTo(410);
    }

    @Test
    void who_has_registered_is_led_to_their_registration_and_may_register_others() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 5, 0);
        var person = people.person();
        var web = people.signedIn(person);
        var eventPage = "/wydarzenia/" + event.slug();
        assertThat(web.get(eventPage).page().text()).doesNotContain("Masz już zgłoszenie");
        var link = path(web.post(form(event), entry(person.email(), panel, Mode.ON_SITE))
                .location());

        for (var path : List.of(eventPage, form(event))) {
            var page = web.get(path).page();
            assertThat(page.text()).as(path).contains("Masz już zgłoszenie");
            assertThat(page.select("main a[href=" + link + "]")).as(path).hasSize(1);
            assertThat(people.signedIn(people.person()).get(path).page().text())
                    .as(path)
                    .doesNotContain("Masz już zgłoszenie");
        }
        assertThat(web.get(eventPage).page().select(".event-register a").eachText())
                .containsExactly("Zobacz zgłoszenie", "Zapisz kogoś innego");

        // Without the account, by its address: what the mailbox alone has, is not shown here.
        var other = people.person();
        visitor.post(form(event), entry(other.email(), panel, Mode.ON_SITE));
        var told = people.signedIn(other).get(eventPage).page();
        assertThat(told.text()).contains("Masz już zgłoszenie", "w e-mailu");
        assertThat(told.select("main a[href*=/zgloszenie/]")).isEmpty();

        web.post(link + "/rezygnacja", Map.of());
        assertThat(web.get(eventPage).page().text()).doesNotContain("Masz już zgłoszenie");
    }

    @Test
    void panels_at_the_same_time_are_one_choice_and_a_full_one_says_that_one_waits(Browser browser) {
        var event = rows.open();
        var first = rows.session(event, "Panel A", 0, 1, 0);
        var second = rows.session(event, "Panel B", 0, 5, 5);
        var later = rows.session(event, "Po panelach", 2, 5, 0);
        visitor.post(form(event), entry("pierwsza@example.pl", first, Mode.ON_SITE));
        var person = people.person();
        var web = people.signedIn(person);

        var page = web.get(form(event)).page();
        var slots = page.select(".session-choice");
        assertThat(slots).hasSize(2);
        assertThat(slots.getFirst().select("legend").text()).endsWith("wybierz jeden panel");
        assertThat(slots.getFirst().select("input[type=radio]").eachAttr("name"))
                .hasSize(4)
                .containsOnly("slot-" + first.key());
        assertThat(slots.getFirst()
                        .select("label[for=session-" + first.key() + "-ON_SITE]")
                        .text())
                .contains("brak miejsc, można zapisać się na listę rezerwową");
        assertThat(page.select("#sessions time")).hasSize(1);

        var typed = entry(person.email(), later, Mode.ON_SITE);
        typed.put("slot-" + first.key(), second.key() + "-ONLINE");
        var link = path(web.post(form(event), typed).location());
        assertThat(web.get(link).page().select(".entry h3").eachText())
                .containsExactlyInAnyOrder("Panel B", "Po panelach");

        var change = browser.as(web).width(Browser.NARROW).page();
        browser.open(link + "/zmiana");
        assertThat(change.isChecked("#session-" + second.key() + "-ONLINE")).isTrue();
        assertThat(change.isChecked("#session-" + later.key() + "-ON_SITE")).isTrue();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();
        change.check("#session-" + second.key() + "-ON_SITE");
        change.click("main button[type=submit]");
        assertThat(web.get(link).page().select(".entry").first().text()).contains("Panel B", "na miejscu");
        assertThat(HtmlValidity.problems(web.get(form(event)).text())).isEmpty();
    }

    @Test
    void who_has_two_sessions_since_one_was_moved_is_asked_for_one_and_loses_none_before(
            AnnouncedEvents announced, Browser browser) {
        var event = rows.open();
        var first = rows.session(event, "Panel A", 0, 5, 5);
        var second = rows.session(event, "Panel B", 2, 5, 0);
        var later = rows.session(event, "Po panelach", 6, 5, 0);
        var person = people.person();
        var web = people.signedIn(person);
        var typed = entry(person.email(), first, Mode.ON_SITE);
        typed.put("session-" + second.key(), "ON_SITE");
        typed.put("session-" + later.key(), "ON_SITE");
        var link = path(web.post(form(event), typed).location());
        announced.move(second, first.startsAt());

        var shown = web.get(link + "/zmiana").page();
        var slot = shown.getElementById("slot-" + first.key());
        assertThat(slot.select("input[type=radio]")).hasSize(4);
        assertThat(slot.select("input[checked]")).isEmpty();
        assertThat(slot.select(".field-error").text()).contains("w tym samym czasie: Panel A; Panel B.");
        assertThat(shown.select("#session-" + later.key() + "-ON_SITE[checked]"))
                .hasSize(1);

        var untouched = Map.of(
                "was-" + first.key(),
                "ON_SITE",
                "was-" + second.key(),
                "ON_SITE",
                "was-" + later.key(),
                "ON_SITE",
                "session-" + later.key(),
                "ON_SITE");
        var refused = web.post(link + "/zmiana", untouched);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.page().select(".error-summary a").eachAttr("href")).containsExactly("#slot-" + first.key());
        assertThat(refused.page().select("#slot-" + first.key() + " input[checked]"))
                .isEmpty();
        assertThat(web.get(link).page().select(".entry h3").eachText())
                .containsExactlyInAnyOrder("Panel A", "Panel B", "Po panelach");

        var page = browser.as(web).width(Browser.NARROW).page();
        browser.open(link + "/zmiana");
        page.click("main form button[type=submit]");
        page.waitForSelector(".error-summary");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isEmpty();
        page.check("#session-" + first.key() + "-ON_SITE");
        page.click("main form button[type=submit]");
        page.waitForSelector(".done");
        assertThat(web.get(link).page().select(".entry h3").eachText())
                .containsExactlyInAnyOrder("Panel A", "Po panelach");
        assertThat(HtmlValidity.problems(refused.text())).isEmpty();
    }

    @Test
    void free_places_for_which_others_wait_are_not_said_to_be_none() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 1, 0);
        var person = people.person();
        var web = people.signedIn(person);
        var link = path(web.post(form(event), entry(person.email(), panel, Mode.ON_SITE))
                .location());
        // Who has not opened the link of the mail yet is offered nothing.
        var typed = entry("czeka." + person.email(), panel, Mode.ON_SITE);
        typed.put("waitIfFull", "true");
        visitor.post(form(event), typed);
        assertThat(visitor.get(form(event)).page().select("#sessions").text())
                .contains("brak miejsc, można zapisać się na listę rezerwową (czeka 1 osoba)");

        web.post(link + "/rezygnacja", Map.of());

        assertThat(visitor.get(form(event)).page().select("#sessions").text())
                .contains("1 wolne miejsce, ale czeka 1 osoba: można zapisać się na listę rezerwową");
    }

    @Test
    void a_lapsed_registration_of_the_account_hides_no_living_one_of_its_address() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var person = people.person();
        people.signedIn(person).post(form(event), entry("inna." + person.email(), panel, Mode.ON_SITE));
        clock.advance(Duration.ofMinutes(61));
        var web = people.signedIn(person);
        assertThat(web.get("/wydarzenia/" + event.slug()).page().text()).doesNotContain("Masz już zgłoszenie");

        visitor.post(form(event), entry(person.email(), panel, Mode.ON_SITE));

        assertThat(web.get("/wydarzenia/" + event.slug()).page().text()).contains("Masz już zgłoszenie");
    }

    @Test
    void nobody_fills_in_the_form_of_what_is_cancelled_or_over(AnnouncedEvents announced) {
        var cancelled = rows.open();
        rows.session(cancelled, "Panel", 0, 5, 0);
        announced.cancel(cancelled, "Choroba prelegentki.");
        var page = visitor.get(form(cancelled)).page();
        assertThat(page.text()).contains("To wydarzenie jest odwołane.", "Choroba prelegentki.");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main a[href=/wydarzenia/" + cancelled.slug() + "]"))
                .isNotEmpty();

        var over = rows.open();
        var panel = rows.session(over, "Panel", 0, 5, 0);
        var closed = rows.closed();
        rows.session(closed, "Panel", 0, 5, 0);
        assertThat(visitor.get(form(closed)).page().select("main form")).isEmpty();
        clock.set(panel.endsAt());
        assertThat(visitor.get(form(over)).page().select("main form")).isEmpty();
    }

    @Test
    void an_unknown_link_is_gone_and_a_draft_is_not_found() {
        assertThat(visitor.get("/wydarzenia/zgloszenie/nie-ma-takiego").status())
                .isEqualTo(410);
        var draft = rows.draft();
        assertThat(visitor.get(form(draft)).status()).isEqualTo(404);
        assertThat(visitor.post(form(draft), Map.of()).status()).isEqualTo(404);
        assertThat(visitor.get(form(draft) + "/wyslane").status()).isEqualTo(404);
    }

    @Test
    void the_form_asks_the_database_as_often_for_one_session_as_for_twenty() {
        var small = rows.open();
        rows.session(small, "Panel", 0, 5, 0);
        var large = rows.open();
        IntStream.range(0, 20).forEach(hour -> rows.session(large, "Panel " + hour, hour, 5, 5));

        assertThat(queries.during(() -> visitor.get(form(large))))
                .hasSameSizeAs(queries.during(() -> visitor.get(form(small))));
    }

    @Test
    @Timeout(600)
    void of_four_hundred_who_send_the_form_at_once_fifty_are_in_and_nobody_twice() throws Exception {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 50, 0);
        var browsers =
                IntStream.range(0, 400).mapToObj(number -> visitor.another()).toList();

        var actions = new ArrayList<Callable<Integer>>();
        for (int number = 0; number < 400; number++) {
            var web = browsers.get(number);
            var typed = entry("tlum" + number + "@example.pl", panel, Mode.ON_SITE);
            typed.put("waitIfFull", "true");
            actions.add(() -> web.post(form(event), typed).status());
            // Every tenth presses twice.
            if (number % 10 == 0) {
                actions.add(() -> web.another().post(form(event), typed).status());
            }
        }
        assertThat(AtOnce.run(actions)).containsOnly(303);

        var places = counting.of(List.of(panel), clock.instant());
        assertThat(places.taken(panel, Mode.ON_SITE)).isEqualTo(50);
        assertThat(places.waiting(panel, Mode.ON_SITE)).isEqualTo(350);
    }

    private static String form(Event event) {
        return "/wydarzenia/" + event.slug() + "/zapisy";
    }

    private static Map<String, String> entry(String email, Session session, Mode mode) {
        return new HashMap<>(Map.of(
                "formToken",
                UUID.randomUUID().toString(),
                "people",
                "1",
                "name-1",
                "Anna Nowak",
                "email",
                email,
                "session-" + session.key(),
                mode.name(),
                "privacyRead",
                "true"));
    }

    private String linkTo(String address) {
        jobs.runDue();
        return path(mailbox.last(address).body().replaceAll("(?s).*(/wydarzenia/zgloszenie/\\S+).*", "$1"));
    }

    private static String path(String location) {
        return location.replaceAll("\\?.*", "");
    }
}
