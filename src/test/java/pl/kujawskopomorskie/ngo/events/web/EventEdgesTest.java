package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.events.web.EventForms.event;
import static pl.kujawskopomorskie.ngo.events.web.EventForms.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.events.AnnouncedEvents;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventRows;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.RegisteringForEvent;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** What an event must not lose, and what its pages say of events that are not like most. */
@PortalTest
class EventEdgesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DESK = "/biuro/wydarzenia";

    private final EventRows rows;
    private final AnnouncedEvents announced;
    private final Events events;
    private final Sessions sessions;
    private final RegisteringForEvent registering;
    private final ConsultationRows sql;
    private final People people;
    private final TestClock clock;
    private final Web clerk;
    private final Web visitor;

    EventEdgesTest(
            EventRows rows,
            AnnouncedEvents announced,
            Events events,
            Sessions sessions,
            RegisteringForEvent registering,
            ConsultationRows sql,
            People people,
            TestClock clock,
            Web visitor) {
        this.rows = rows;
        this.announced = announced;
        this.events = events;
        this.sessions = sessions;
        this.registering = registering;
        this.sql = sql;
        this.people = people;
        this.clock = clock;
        this.clerk = people.signedIn(Role.CLERK);
        this.visitor = visitor;
    }

    @Test
    void an_announced_event_that_people_registered_for_keeps_its_term_and_its_venue() {
        var event = rows.open();
        register(event, people.person(), rows.session(event, "Panel", 0, 9, 0));
        var path = desk(event) + "/dane";

        var unbound =
                clerk.post(path, form(path, Map.of("opensOn", "", "opensTime", "", "closesOn", "", "closesTime", "")));
        assertThat(unbound.status()).isEqualTo(422);
        assertThat(unbound.page().select("#opensOn-error").text()).contains("Jest już 1 zgłoszenie");
        assertThat(clerk.post(path, form(path, Map.of("venue", ""))).page().select("#venue-error"))
                .hasSize(1);
        assertThat(clerk.post(path, form(path, Map.of("closesOn", "2026-12-30")))
                        .page()
                        .select("#closesOn-error")
                        .text())
                .contains("kończą się po wydarzeniu");
        assertThat(clerk.post(path, form(path, Map.of("title", "Inaczej"))).status())
                .isEqualTo(303);
    }

    @Test
    void the_programme_of_an_announced_event_keeps_something_to_register_for_and_lasts_longer_than_registration() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var path = path(event, panel);

        assertThat(refused(path, Map.of("placesOnSite", "0"))).contains("musi mieć miejsca");
        assertThat(refused(path, Map.of("placesOnSite", "0", "kind", "BREAK"))).contains("musi mieć miejsca");
        assertThat(refused(path, Map.of("startsOn", "2026-11-25"))).contains("kończyłyby się po wydarzeniu");
        var added = desk(event) + "/sesje/nowa";
        assertThat(clerk.post(added, session(Map.of("kind", "BREAK", "placesOnSite", "0")))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.post(path + "/usun", Map.of()).status()).isEqualTo(409);
        assertThat(sessions.of(event.key())).hasSize(2);

        var online = rows.open();
        rows.session(online, "Webinarium", 0, 0, 50);
        sql.insert("UPDATE event SET venue = '' WHERE id = ?", online.key());
        var room = clerk.post(desk(online) + "/sesje/nowa", session(Map.of()));
        assertThat(room.status()).isEqualTo(422);
        assertThat(room.page().select(".error-summary").text()).contains("nie ma podanego miejsca");
    }

    @Test
    void who_mends_one_thing_is_not_made_to_mend_what_was_missing_before() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        sql.insert("UPDATE event SET venue = '', contact_name = '' WHERE id = ?", event.key());

        assertThat(clerk.post(path(event, panel), form(path(event, panel), Map.of("title", "Panel poprawiony")))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_clerk_agrees_to_a_clash_with_one_session_and_is_asked_again_about_another() {
        var event = rows.open();
        var one = rows.session(event, "Pierwszy", 0, 9, 0);
        var two = rows.session(event, "Drugi", 2, 9, 0);
        var moved = rows.session(event, "Trzeci", 4, 9, 0);
        register(event, people.person(), one, moved);
        register(event, people.person(), one, moved);
        register(event, people.person(), two, moved);
        var path = path(event, moved);
        var ontoFirst = new HashMap<>(Map.of("startsTime", "10:30", "endsTime", "11:30"));

        var asked = clerk.post(path, form(path, ontoFirst)).page();
        assertThat(asked.select(".error-summary").text())
                .contains("2 osoby", "„Pierwszy”")
                .doesNotContain("Drugi");
        var agreed = asked.select("input[name=accepted]").val();
        var again =
                clerk.post(path, form(path, Map.of("startsTime", "12:30", "endsTime", "13:30", "accepted", agreed)));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select(".error-summary").text()).contains("1 osoba", "„Drugi”");
        assertThat(refused(path, Map.of("startsTime", "10:30", "endsTime", "13:30", "accepted", agreed)))
                .contains("3 osoby", "„Pierwszy”, „Drugi”");

        ontoFirst.put("accepted", agreed);
        assertThat(clerk.post(path, form(path, ontoFirst)).status()).isEqualTo(303);
    }

    @Test
    void the_words_of_an_answered_question_change_on_a_second_click() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var question = rows.question(event, 1, Question.Kind.YES_NO, "", false);
        register(event, people.person(), Map.of(question.key(), "YES"), panel);
        var path = desk(event) + "/pytania/" + question.key();

        var asked = clerk.post(path, form(path, Map.of("label", "Nocleg?")));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("#label-error").text()).contains("1 zgłoszenie", "„Pytanie 1”");
        var agreed = asked.page().select("input[name=agreed]").val();
        assertThat(clerk.post(path, form(path, Map.of("label", "Autobus?", "agreed", agreed)))
                        .status())
                .isEqualTo(422);
        assertThat(clerk.post(path, form(path, Map.of("label", "Nocleg?", "agreed", agreed)))
                        .status())
                .isEqualTo(303);
        assertThat(clerk.post(path, form(path, Map.of("required", "true"))).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:30-03:00", "02:00-03:00", "01:00-02:30"})
    void a_copy_into_the_night_of_summer_time_is_refused_with_the_hour_that_is_missing(String term) {
        var draft = rows.draft();
        var times = term.split("-");
        assertThat(clerk.post(
                                desk(draft) + "/sesje/nowa",
                                session(Map.of("startsTime", times[0], "endsTime", times[1])))
                        .status())
                .isEqualTo(303);

        var copy = clerk.post(desk(draft) + "/kopia", Map.of("title", "Kopia", "firstDay", "2027-03-28"));
        assertThat(copy.status()).isEqualTo(422);
        assertThat(copy.page().select("#firstDay-error").text())
                .contains("28.03.2027", term.contains("02:30") ? "02:30" : "02:00");
        assertThat(clerk.post(desk(draft) + "/powtorz", Map.of("day1", "2027-03-29", "day2", "2027-03-28"))
                        .status())
                .isEqualTo(422);
        assertThat(sql.value("SELECT COUNT(*) FROM event WHERE series_of = ?", draft.key()))
                .isEqualTo("0");
        assertThat(clerk.post(desk(draft) + "/kopia", Map.of("title", "Kopia", "firstDay", "2027-03-29"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void what_spans_the_hour_that_comes_twice_is_not_copied_backwards() {
        var draft = rows.draft();
        var late = rows.session(draft, "Nocą", 0, 9, 0);
        // From the first half past two to the second two o'clock: half an hour.
        sql.insert(
                "UPDATE event_session SET starts_at = '2027-10-31 00:30:00', ends_at = '2027-10-31 01:00:00' WHERE id = ?",
                late.key());

        assertThat(clerk.post(desk(draft) + "/kopia", Map.of("title", "Kopia", "firstDay", "2027-11-07"))
                        .page()
                        .select("#firstDay-error"))
                .hasSize(1);
    }

    @Test
    void after_the_last_number_of_an_edition_the_copy_waits_for_one() {
        var event = rows.open();
        rows.session(event, "Panel", 0, 9, 0);
        sql.insert("UPDATE event SET edition = 999 WHERE id = ?", event.key());

        var copy = clerk.post(desk(event) + "/kopia", Map.of("title", "Tysiąc", "firstDay", "2027-03-01"));

        assertThat(copy.status()).isEqualTo(303);
        assertThat(found(copy).edition()).isNull();
    }

    @Test
    void a_session_of_several_days_is_on_each_of_them_and_says_when_it_ends() {
        var word = "Obóz" + NEXT.incrementAndGet();
        var event = announced.titled(word + " harcerski");
        assertThat(clerk.post(
                                desk(event) + "/sesje/nowa",
                                session(Map.of("startsOn", "2026-11-30", "endsOn", "2026-12-03", "endsTime", "15:00")))
                        .status())
                .isEqualTo(303);

        assertThat(days("2026-11", word)).containsExactly("2026-11-30");
        assertThat(days("2026-12", word)).containsExactly("2026-12-01", "2026-12-02", "2026-12-03");
        assertThat(visitor.get("/wydarzenia?miesiac=2026-12&szukaj=" + word)
                        .page()
                        .select(".month-time")
                        .eachText())
                .containsOnly("trwa");
        assertThat(visitor.get(page(event)).page().select(".slot-time").text())
                .contains("10:00 – 3 grudnia 2026, godz. 15:00");
        var form = visitor.get(page(event) + "/zapisy").page();
        assertThat(form.select("#sessions time").text()).contains("30 listopada");
        assertThat(form.select(".session-when").text()).contains("10:00 – 3 grudnia 2026, godz. 15:00");
    }

    @Test
    void a_cancelled_event_still_tells_its_office_who_was_registered() {
        var word = "Zlot" + NEXT.incrementAndGet();
        var event = announced.titled(word);
        var panel = rows.session(event, "Panel", 0, 9, 0);
        register(event, people.named("Bogumiła Pierwsza"), panel);
        register(event, people.person(), panel);
        assertThat(clerk.post(desk(event) + "/odwolaj", Map.of("cancelReason", "Powódź."))
                        .status())
                .isEqualTo(303);

        assertThat(clerk.get(DESK + "?szukaj=" + word).page().select(".entry").text())
                .contains("przed odwołaniem: 2 osoby");
        assertThat(clerk.get(desk(event)).page().select("table").text()).contains("przed odwołaniem: 2 osoby");
        var list = clerk.get(desk(event) + "/zgloszenia").page();
        assertThat(list.select("tbody tr")).hasSize(2);
        assertThat(list.text()).contains("wydarzenie odwołane");
        assertThat(clerk.get(desk(event) + "/zgloszenia?tryb=ON_SITE&sesja=" + panel.key())
                        .page()
                        .select("tbody tr"))
                .hasSize(2);
        var csv = clerk.send(clerk.request(desk(event) + "/zgloszenia.csv").GET());
        assertThat(csv.text()).contains("Bogumiła Pierwsza");
    }

    @Test
    void an_event_that_everybody_left_does_not_say_that_nobody_came_forward() {
        var event = rows.open();
        register(event, people.person(), rows.session(event, "Panel", 0, 9, 0));
        var path = desk(event) + "/zgloszenia";
        var taken = clerk.get(path).page().select("form[action$=wypisz]").attr("action");
        assertThat(clerk.post(taken, Map.of()).status()).isEqualTo(303);

        assertThat(clerk.get(path).page().select(".empty").text()).contains("wszystkie zgłoszenia się zakończyły");
    }

    @Test
    void whoever_subscribes_gets_new_words_of_a_session_with_a_new_stamp() {
        var event = announced.titled("Kalendarz ze słowami");
        var session = announced.session(event, "Warsztat");
        var calendar = page(event) + ".ics";
        var before = visitor.get(calendar);
        clock.advance(Duration.ofMinutes(20));

        assertThat(clerk.post(
                                path(event, session),
                                form(path(event, session), Map.of("description", "Zupełnie nowy opis.")))
                        .status())
                .isEqualTo(303);

        var after = visitor.send(visitor.request(calendar).header("If-None-Match", before.header("ETag")));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).contains("Zupełnie nowy opis.").contains("DTSTAMP:20261120T092000Z");
    }

    @Test
    void an_odd_address_of_one_organiser_breaks_nobodys_calendar() {
        var event = announced.titled("Dziwny kontakt");
        announced.session(event, "Warsztat");
        sql.insert("UPDATE event SET contact_email = 'biuro|ngo%?@example.pl' WHERE id = ?", event.key());

        for (var path : List.of(page(event) + ".ics", "/wydarzenia.ics")) {
            var reply = visitor.get(path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.text().replace("\r\n ", "")).contains("mailto:biuro%7Cngo%25%3F@example.pl");
        }
    }

    @Test
    void the_proposed_privacy_clause_says_how_long_data_are_kept_and_whom_to_ask() {
        assertThat(clerk.get(DESK + "/nowe").page().select("#privacyClause").text())
                .contains("Inspektor ochrony danych: iod@")
                .contains("Potrzeby i dietę usuwamy")
                .contains("pięć lat po wydarzeniu")
                .doesNotContain("{0}");
    }

    @Test
    void terms_are_shown_to_who_registers_accepted_by_a_box_of_their_own_and_copied(Browser browser) {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var path = desk(event) + "/dane";
        assertThat(visitor.get(page(event) + "/zapisy").page().select("#termsAccepted"))
                .isEmpty();

        assertThat(clerk.post(path, form(path, Map.of("terms", "Przychodzimy\n<punktualnie>.")))
                        .status())
                .isEqualTo(303);

        var register = page(event) + "/zapisy";
        assertThat(visitor.get(register)
                        .page()
                        .select(".privacy-clause")
                        .first()
                        .text())
                .contains("<punktualnie>");
        var typed = registration(panel);
        var refused = visitor.post(register, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#termsAccepted-error")).hasSize(1);
        browser.open(register);
        browser.page().click("main button.btn-primary[type=submit]");
        assertThat(browser.page().locator("#termsAccepted-error").count()).isEqualTo(1);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        typed.put("termsAccepted", "true");
        assertThat(visitor.post(register, typed).status()).isEqualTo(303);

        var copy = clerk.post(desk(event) + "/kopia", Map.of("title", "Kopia", "firstDay", "2027-03-01"));
        assertThat(found(copy).terms()).isEqualTo("Przychodzimy\n<punktualnie>.");
    }

    @Test
    void panels_that_overlap_are_to_choose_from_and_a_break_beside_them_is_not() {
        var event = announced.titled("Nakładanie się paneli");
        for (var part : List.of(
                Map.of("title", "Długi", "startsTime", "10:00", "endsTime", "12:00"),
                Map.of("title", "Krótki", "startsTime", "10:30", "endsTime", "11:30"),
                Map.of("title", "Później", "startsTime", "12:00", "endsTime", "13:00"),
                Map.of(
                        "title",
                        "Kawa",
                        "startsTime",
                        "12:00",
                        "endsTime",
                        "13:00",
                        "kind",
                        "BREAK",
                        "placesOnSite",
                        "0"))) {
            assertThat(clerk.post(desk(event) + "/sesje/nowa", session(part)).status())
                    .isEqualTo(303);
        }

        var slots = visitor.get(page(event)).page().select(".slot");

        assertThat(slots.eachText()).hasSize(3);
        assertThat(slots.get(0).text()).contains("10:00–12:00", "równolegle", "Długi", "Krótki", "10:30–11:30");
        assertThat(slots.get(1).text()).contains("Później").doesNotContain("równolegle");
        assertThat(slots.get(2).text()).contains("Kawa").doesNotContain("równolegle");
    }

    @Test
    void a_draft_without_a_contact_is_previewed_and_open_to_all(Browser browser) {
        var begun =
                clerk.post(DESK, event(Map.of("contactName", "", "contactEmail", "", "organiser", "", "summary", "")));
        var desk = begun.location().replaceAll("\\?.*", "");
        var preview = "/wydarzenia/" + desk.substring(DESK.length() + 1);

        for (var path : List.of(desk, desk + "/oglos")) {
            assertThat(clerk.get(path).page().select("a[href=" + preview + "]").text())
                    .isEqualTo("Podgląd strony");
        }
        assertThat(clerk.get(preview).page().select("a[href=" + desk + "]").text())
                .isEqualTo("Obsługa wydarzenia");
        assertThat(HtmlValidity.problems(clerk.get(preview).text())).isEmpty();
        browser.as(clerk).open(preview);
        assertThat(browser.barriers()).isEmpty();
        var seen = rows.open();
        rows.session(seen, "Panel", 0, 9, 0);
        assertThat(visitor.get(page(seen)).page().select("main a[href^=/biuro]"))
                .isEmpty();
    }

    @Test
    void what_is_missing_in_the_choice_of_sessions_is_found_whatever_the_programme_begins_with(Browser browser) {
        var event = rows.open();
        rows.session(event, "Kawa", 0, 0, 0);
        rows.session(event, "Panel", 1, 9, 0);
        var typed = new HashMap<>(Map.of("formToken", UUID.randomUUID().toString(), "name-1", "Anna"));

        var page = visitor.post(page(event) + "/zapisy", typed).page();

        assertThat(page.select(".error-summary a").eachAttr("href"))
                .contains("#sessions")
                .allSatisfy(anchor -> assertThat(page.select(anchor)).hasSize(1));
        assertThat(page.select("#sessions").attr("aria-describedby")).isEqualTo("sessions-error");
        assertThat(page.select("#sessions-error").text()).isNotEmpty();
        browser.open(page(event) + "/zapisy");
        browser.page().click("main button.btn-primary[type=submit]");
        browser.page().click(".error-summary a[href='#sessions']");
        assertThat(browser.page().evaluate("document.activeElement.id")).isEqualTo("sessions");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void all_that_is_wrong_in_a_form_is_told_at_once_and_nothing_that_is_right() {
        var wrong = clerk.post(DESK, event(Map.of("title", "", "closesOn", "pojutrze", "kind", "WYPRAWA")))
                .page();
        assertThat(wrong.select(".error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#title", "#closesOn", "#kind");

        var late = clerk.post(
                        desk(rows.draft()) + "/sesje/nowa",
                        session(Map.of("title", "", "startsOn", "kiedyś", "placesOnSite", "-1", "kind", "WYPRAWA")))
                .page();
        assertThat(late.select(".error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#title", "#startsOn", "#placesOnSite", "#kind");
    }

    @Test
    void nobody_fills_in_a_form_of_a_cancelled_event() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var question = rows.question(event, 1, Question.Kind.TEXT, "", false);
        announced.cancel(event, "Choroba.");

        for (var form : List.of(
                "/dane", "/sesje/nowa", "/sesje/" + panel.key(), "/pytania/nowe", "/pytania/" + question.key())) {
            assertThat(clerk.get(desk(event) + form).status()).as(form).isEqualTo(409);
        }
    }

    @Test
    void search_engines_read_where_each_part_of_an_event_is() throws Exception {
        var event = announced.titled("Hybryda opisana");
        rows.session(event, "Na sali", 0, 9, 0);
        rows.session(event, "W sieci", 2, 0, 9);
        rows.session(event, "Tu i tu", 4, 9, 9);

        var parts = linkedData(event).get("subEvent");

        assertThat(parts.get(0).get("location")).hasSize(1);
        assertThat(parts.get(0).get("location").get(0).get("@type").asText()).isEqualTo("Place");
        assertThat(parts.get(1).get("location")).hasSize(1);
        assertThat(parts.get(1).get("location").get(0).get("@type").asText()).isEqualTo("VirtualLocation");
        assertThat(parts.get(1).get("eventAttendanceMode").asText()).endsWith("/OnlineEventAttendanceMode");
        assertThat(parts.get(2).get("location")).hasSize(2);

        var nowhere = announced.titled("Nie wiadomo gdzie");
        rows.session(nowhere, "Spotkanie", 0, 0, 0);
        sql.insert("UPDATE event SET venue = '' WHERE id = ?", nowhere.key());
        assertThat(linkedData(nowhere).get("location")).isEmpty();
    }

    @Test
    void an_event_that_is_not_online_is_announced_with_a_venue_only() {
        var draft = rows.draft();
        rows.session(draft, "Spotkanie", 0, 0, 0);
        sql.insert(
                "UPDATE event SET venue = '', registration_opens_at = NULL, registration_closes_at = NULL WHERE id = ?",
                draft.key());

        assertThat(clerk.post(desk(draft) + "/oglos", Map.of())
                        .page()
                        .select(".note-warn li")
                        .text())
                .contains("Podaj miejsce");
    }

    @Test
    void who_joins_online_without_registering_is_not_bid_to_come() {
        var event = announced.titled("Webinarium dla wszystkich");
        rows.session(event, "Webinarium", 0, 0, 100);
        announced.walkIn(event);

        assertThat(visitor.get(page(event)).page().text())
                .contains("odbędzie się online")
                .doesNotContain("Po prostu przyjdź", "Adres transmisji dostaną");
    }

    @Test
    void editions_are_of_one_thing_when_one_was_copied_from_the_other_the_newest_first() {
        var first = training("Szkolenie A");
        var other = training("Szkolenie B");
        var second = published(clerk.post(desk(first) + "/kopia", Map.of("title", "A 2", "firstDay", "2027-01-12")));
        var third = published(clerk.post(desk(second) + "/kopia", Map.of("title", "A 3", "firstDay", "2027-02-12")));

        assertThat(links(first)).containsExactly(page(third), page(second));
        assertThat(links(third)).containsExactly(page(second), page(first));
        assertThat(links(other)).isEmpty();
    }

    @Test
    void a_consultation_that_is_not_announced_cannot_be_chosen_by_its_number() {
        var hidden = sql.drafted();
        var open = sql.open();

        var forged = clerk.post(DESK, event(Map.of("consultation", Long.toString(hidden.key()))));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.page().select("#consultation-error")).hasSize(1);
        assertThat(forged.text()).doesNotContain(hidden.title());
        assertThat(clerk.post(DESK, event(Map.of("consultation", Long.toString(open.key()))))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void no_link_leads_beyond_the_months_that_there_are() {
        var first = visitor.get("/wydarzenia?miesiac=2000-01").page();
        assertThat(first.select(".month a[rel~=prev]")).isEmpty();
        assertThat(first.select(".month a[rel~=next]").attr("href")).endsWith("miesiac=2000-02");
        var last = visitor.get("/wydarzenia?miesiac=2100-12").page();
        assertThat(last.select(".month-days > li")).hasSize(31);
        assertThat(last.select(".month a[rel~=next]")).isEmpty();
        assertThat(visitor.get("/wydarzenia?miesiac=2101-01").page().select(".month"))
                .isEmpty();
        var event = announced.titled("Stulecie");
        announced.session(event, "Obchody", Instant.parse("2100-06-01T10:00:00Z"), 5, 0);
        announced.kind(event, EventKind.WITKAC_MEETING);
        assertThat(visitor.get("/wydarzenia.ics?rodzaj=witkac_meeting").text()).contains(event.slug() + "-");
    }

    private Event training(String title) {
        var event = announced.titled(title);
        rows.session(event, "Szkolenie", 0, 9, 0);
        sql.insert("UPDATE event SET kind = 'TRAINING', edition = 1 WHERE id = ?", event.key());
        return event;
    }

    private Event published(Web.Reply copied) {
        var copy = found(copied);
        var reply = clerk.post(desk(copy) + "/oglos", Map.of());
        assertThat(reply.status()).isEqualTo(303);
        return copy;
    }

    private Event found(Web.Reply begun) {
        return events.findBySlug(begun.location().replaceAll("\\?.*", "").substring(DESK.length() + 1))
                .orElseThrow();
    }

    private List<String> links(Event event) {
        return visitor.get(page(event)).page().select(".event-links a").eachAttr("href");
    }

    private List<String> days(String month, String word) {
        return visitor.get("/wydarzenia?miesiac=" + month + "&szukaj=" + word)
                .page()
                .select(".month-some time[datetime]")
                .eachAttr("datetime");
    }

    private JsonNode linkedData(Event event) throws Exception {
        return new ObjectMapper()
                .readTree(visitor.get(page(event))
                        .page()
                        .selectFirst("script[type=application/ld+json]")
                        .data());
    }

    private String refused(String path, Map<String, String> changes) {
        var reply = clerk.post(path, form(path, changes));
        assertThat(reply.status()).isEqualTo(422);
        return reply.page().select(".error-summary").text();
    }

    /** The form of a page as a browser would send it, with some fields typed over. */
    private Map<String, String> form(String path, Map<String, String> changes) {
        var fields = new LinkedHashMap<String, String>();
        ((FormElement) clerk.get(path).page().selectFirst("form[action=" + path + "]"))
                .formData()
                .forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(changes);
        return fields;
    }

    private void register(Event event, Actor person, Session... chosen) {
        register(event, person, Map.of(), chosen);
    }

    private void register(Event event, Actor person, Map<Long, String> answers, Session... chosen) {
        var entry = EventRows.entry(person.email(), Mode.ON_SITE, false, List.of(person.displayName()), chosen);
        registering.register(
                event.slug(), EventRows.answering(entry, answers), person, null, Language.POLISH, "192.0.2.7");
    }

    private static Map<String, String> registration(Session session) {
        return new HashMap<>(Map.of(
                "formToken",
                UUID.randomUUID().toString(),
                "people",
                "1",
                "name-1",
                "Anna Nowak",
                "email",
                "regulamin" + NEXT.incrementAndGet() + "@example.pl",
                "session-" + session.key(),
                Mode.ON_SITE.name(),
                "privacyRead",
                "true"));
    }

    private static String desk(Event event) {
        return DESK + "/" + event.slug();
    }

    private static String page(Event event) {
        return "/wydarzenia/" + event.slug();
    }

    private static String path(Event event, Session session) {
        return desk(event) + "/sesje/" + session.key();
    }
}
