package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Attendee;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.DoorRows;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Json;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The door by plain forms, and by what a phone sends. */
@PortalTest
class DoorTest {

    private final DoorRows rows;
    private final Events events;
    private final TestClock clock;
    private final Queries queries;
    private final People people;
    private final Web clerk;

    DoorTest(DoorRows rows, Events events, TestClock clock, Queries queries, People people) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
        this.queries = queries;
        this.people = people;
        this.clerk = people.signedIn(Role.CLERK);
    }

    @Test
    void without_scripts_a_code_a_name_and_a_newcomer_come_in_and_a_mistake_is_taken_back() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        var zofia = rows.person(panel, "Zofia Żak");
        var door = path(event);
        assertThat(clerk.get(door).page().select("input[name=kod]")).hasSize(1);

        var typed = anna.ticket().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
        var in = clerk.post(door + "/kod", Map.of("kod", typed, "wpis", id(), "drzwi", "A"));
        assertThat(in.status()).isEqualTo(303);
        var shown = clerk.get(in.location()).page();
        assertThat(shown.select("#door-answer").text()).contains("Proszę wejść.", "Anna Nowak", "Stowarzyszenie Próba");
        assertThat(shown.select("#door-came").text()).isEqualTo("1 (zapisanych: 2)");
        assertThat(shown.select(".page-head").text()).contains("wejście A");

        var again = clerk.post(door + "/kod", Map.of("kod", anna.ticket(), "wpis", id()));
        assertThat(clerk.get(again.location()).page().select("#door-answer").text())
                .contains("Już w środku od 10:00, wejście A.");

        var found = clerk.get(door + "?szukaj=" + "%C5%BBak").page();
        assertThat(found.select("#door-found li")).hasSize(1);
        var who = found.selectFirst("#door-found input[name=kto]").attr("value");
        assertThat(clerk.post(door + "/osoba", Map.of("kto", who, "wpis", id())).status())
                .isEqualTo(303);
        assertThat(rows.cameAt(zofia)).isNotNull();

        var newcomer = Map.of("name", "Jan Gość", "organisation", "Koło", "email", "", "wpis", id());
        var first = clerk.post(door + "/bez-zapisu", newcomer);
        assertThat(clerk.post(door + "/bez-zapisu", newcomer).location()).isEqualTo(first.location());
        assertThat(clerk.get(first.location()).page().select("#door-came").text())
                .isEqualTo("3 (zapisanych: 2)");

        var undo = clerk.get(first.location())
                .page()
                .selectFirst("#door-answer input[name=wpis]")
                .attr("value");
        assertThat(clerk.post(door + "/cofnij", Map.of("wpis", undo)).status()).isEqualTo(303);
        assertThat(clerk.get(first.location()).page().select("#door-answer").text())
                .contains("Wejście jest cofnięte.");
        assertThat(clerk.get(door).page().select("#door-came").text()).isEqualTo("2 (zapisanych: 2)");
    }

    @Test
    void what_cannot_come_in_is_answered_with_422_and_what_was_typed() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var ola = rows.person(event.key(), "Ola Online");
        rows.booked(ola, panel, Mode.ONLINE, Booking.State.BOOKED);
        var door = path(event);

        var wrong = clerk.post(door + "/kod", Map.of("kod", "za krótki"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a[href=#kod]")).hasSize(1);
        assertThat(wrong.page().selectFirst("#kod").attr("value")).isEqualTo("za krótki");
        assertThat(HtmlValidity.problems(wrong.text())).isEmpty();

        var forged = clerk.post(door + "/kod", Map.of("kod", "0000 0000 0000 0000"));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.page().select("#door-answer").text()).contains("Nie ma takiego biletu.");

        var online = clerk.post(door + "/kod", Map.of("kod", ola.ticket(), "sesja", "" + panel.key()));
        assertThat(online.page().select("#door-answer").text()).contains("Zapis tylko na transmisję.", "Ola Online");
        assertThat(HtmlValidity.problems(online.text())).isEmpty();
        var form = new HashMap<String, String>();
        online.page().select("#door-answer form input").forEach(one -> form.put(one.attr("name"), one.attr("value")));
        var despite = clerk.post(door + "/osoba", form);
        assertThat(despite.status()).isEqualTo(303);
        assertThat(clerk.get(despite.location() + "&lang=en")
                        .page()
                        .select("#door-answer")
                        .text())
                .contains("Let in all the same: Registered for the stream only.");

        var nameless = clerk.post(door + "/bez-zapisu", Map.of("name", " ", "email", "nie adres"));
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.page().select(".error-summary a")).hasSize(2);
        assertThat(nameless.page().select("#door-newcomer[open]")).hasSize(1);
        assertThat(clerk.post(door + "/osoba", Map.of("kto", "a999999999")).status())
                .isEqualTo(409);
        assertThat(clerk.post(door + "/osoba", Map.of()).status()).isEqualTo(409);
        assertThat(clerk.post(door + "/cofnij", Map.of("wpis", id())).status()).isEqualTo(409);
        assertThat(clerk.get(door + "?sesja=99999999").status()).isEqualTo(404);
        assertThat(clerk.get("/wydarzenia/nie-ma/wejscie").status()).isEqualTo(404);
    }

    @Test
    void before_the_day_the_page_says_when_and_of_a_cancelled_event_there_is_no_door() {
        var event = rows.event();
        var anna = rows.person(rows.session(event, "Panel", 48), "Anna");

        assertThat(clerk.get(path(event)).page().select(".note-warn").text()).contains("22 listopada 2026");
        assertThat(clerk.post(path(event) + "/kod", Map.of("kod", anna.ticket()))
                        .page()
                        .select("#door-answer")
                        .text())
                .contains("To nie jest dzień tego wydarzenia.");
        events.cancel(event.key(), clock.instant(), "Choroba");
        assertThat(clerk.get(path(event)).status()).isEqualTo(409);
        assertThat(clerk.post(path(event) + "/kod", Map.of("kod", anna.ticket()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void only_the_doors_page_may_use_the_camera_and_its_worker_looks_after_it_alone() {
        var event = rows.event();
        rows.session(event, "Panel", 1);

        assertThat(clerk.get(path(event)).header("Permissions-Policy")).startsWith("camera=(self), microphone=()");
        assertThat(clerk.get("/wydarzenia/" + event.slug()).header("Permissions-Policy"))
                .startsWith("camera=()");
        var worker = clerk.get(path(event) + "/pracownik.js");
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Service-Worker-Allowed")).isEqualTo(path(event));
        assertThat(people.signedIn(Role.AUDITOR).get(path(event)).status()).isEqualTo(403);
    }

    @Test
    void the_list_for_the_phone_has_no_codes_and_says_when_to_forget_it() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna Nowak");
        rows.cancelled(event.key(), "Cela Odwołana");
        clerk.post(path(event) + "/kod", Map.of("kod", anna.ticket()));

        var reply = clerk.getJson(path(event) + "/lista");
        var list = Json.json(reply);

        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.text()).doesNotContain(anna.ticket());
        assertThat(list.get("people")).hasSize(2);
        assertThat(list.get("people").get(0).get("hash").asText()).isEqualTo(DoorData.hash(anna.ticket()));
        assertThat(list.get("people").get(1).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(reply.text()).as("who took it back").doesNotContain("Odwołana");
        assertThat(list.get("in").get(0).get("attendee").asLong()).isEqualTo(anna.key());
        assertThat(Instant.ofEpochMilli(list.get("keepUntil").asLong()))
                .isEqualTo(Instant.parse("2026-11-21T23:00:00Z"));
    }

    @Test
    void the_list_is_served_from_the_day_before_until_the_day_after_and_taking_it_stands_in_the_log() {
        var early = rows.event();
        rows.person(rows.session(early, "Panel", 48), "Anna Nowak");
        assertThat(clerk.getJson(path(early) + "/lista").status())
                .as("two days before")
                .isEqualTo(204);
        var event = rows.event();
        rows.person(rows.session(event, "Panel", 24), "Ewa Nowak");
        var first = queries.during(
                () -> assertThat(clerk.getJson(path(event) + "/lista").text())
                        .as("the day before")
                        .contains("Ewa Nowak"));
        var second = queries.during(() -> clerk.getJson(path(event) + "/lista"));
        assertThat(first).anyMatch(sql -> sql.startsWith("INSERT") && sql.contains("audit_log"));
        assertThat(second).noneMatch(sql -> sql.startsWith("INSERT") && sql.contains("audit_log"));

        var over = rows.event();
        rows.person(rows.session(over, "Panel", -40), "Ola Nowak");
        assertThat(clerk.getJson(path(over) + "/lista").status())
                .as("two days after")
                .isEqualTo(204);
    }

    @Test
    void a_page_that_was_shown_again_lets_the_second_person_in_too() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var ola = rows.person(panel, "Ola");
        var stale = id();
        clerk.post(path(event) + "/kod", Map.of("kod", anna.ticket(), "wpis", stale));

        var second = clerk.post(path(event) + "/kod", Map.of("kod", ola.ticket(), "wpis", stale));

        assertThat(clerk.get(second.location()).page().select("#door-answer").text())
                .contains("Proszę wejść.", "Ola");
        assertThat(rows.cameAt(ola)).isNotNull();
    }

    @Test
    void a_batch_is_answered_one_by_one_and_a_broken_one_is_refused() {
        var event = rows.event();
        var panel = rows.session(event, "Panel", 1);
        var anna = rows.person(panel, "Anna");
        var now = Instant.parse("2031-01-01T00:00:00Z").toEpochMilli();
        var scan = id();

        var reply = post(
                clerk,
                event,
                now,
                List.of(
                        ticket(scan, anna.ticket(), now - 60_000),
                        "{\"id\":\"%s\",\"kind\":\"ticket\",\"code\":\"0000000000000000\",\"at\":%d}"
                                .formatted(id(), now),
                        "{\"id\":\"%s\",\"kind\":\"walk-in\",\"name\":\"Jan\",\"at\":%d}".formatted(id(), now),
                        "{\"id\":\"%s\",\"kind\":\"undo\",\"of\":\"%s\",\"at\":%d}".formatted(id(), scan, now),
                        ticket(scan, anna.ticket(), now - 60_000)));

        assertThat(answers(reply)).containsExactly("LET_IN", "UNKNOWN", "LET_IN", "TAKEN_BACK", "TAKEN_BACK");
        assertThat(Json.json(reply).get("numbers").get("came").asInt()).isEqualTo(1);
        assertThat(rows.cameAt(anna)).isNull();

        assertThat(send(clerk, event, "{}").status()).isEqualTo(400);
        assertThat(answers(send(clerk, event, "{\"now\":1,\"entries\":[{\"id\":\"1\",\"kind\":\"ticket\",\"at\":1}]}")))
                .containsExactly("NOT_TAKEN");
        var spoilt = post(
                clerk,
                event,
                now,
                List.of(
                        "{\"id\":\"%s\",\"kind\":\"walk-in\",\"name\":\" \",\"at\":%d}".formatted(id(), now),
                        "{\"id\":\"%s\",\"kind\":\"nic\"}".formatted(id()),
                        "{\"id\":\"%s\",\"kind\":\"walk-in\",\"name\":\"Ewa\",\"email\":\"ewa\",\"at\":%d}"
                                .formatted(id(), now),
                        "{\"id\":\"%s\",\"kind\":\"ticket\",\"attendee\":%d,\"scanned\":true,\"at\":%d}"
                                .formatted(id(), anna.key(), now)));
        assertThat(answers(spoilt)).containsExactly("NOT_TAKEN", "NOT_TAKEN", "LET_IN", "LET_IN");
        assertThat(Json.json(spoilt).get("entries").get(2).get("mistyped").asBoolean())
                .isTrue();
        assertThat(rows.row(anna, null).how()).isEqualTo(Attendance.How.SCANNED);
        assertThat(send(clerk, event, "to nie json").status()).isEqualTo(400);
        assertThat(post(clerk, event, now, Collections.nCopies(201, ticket(id(), anna.ticket(), now)))
                        .status())
                .isEqualTo(400);
        assertThat(send(people.signedIn(Role.AUDITOR), event, "{\"now\":1,\"entries\":[]}")
                        .status())
                .isEqualTo(403);
        assertThat(send(clerk.another(), event, "{\"now\":1,\"entries\":[]}").status())
                .isEqualTo(401);
        var foreign = clerk.send(clerk.request(path(event) + "/wpisy")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":1,\"entries\":[]}")));
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    @Timeout(180)
    void two_doors_check_in_two_hundred_tickets_one_of_them_late_and_twice_and_each_is_in_once() throws Exception {
        var event = rows.event();
        var panel = rows.session(event, "Plenarna", -1);
        var tickets = rows.people(panel, "Osoba", 200);
        clock.advance(Duration.ofMinutes(30));
        var now = clock.instant().toEpochMilli();
        var other = people.signedIn(Role.CLERK);
        // Door A reads every ticket now; door B read them all ten minutes ago without a network, in another order, and
        // sends its
        // batches twice, because the first answers were lost. Its phone is an hour ahead.
        var ahead = Duration.ofHours(1).toMillis();
        var shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, new Random(7));
        var late = batches(shuffled, now + ahead - 600_000);
        var live = batches(tickets, now);
        var work = new ArrayList<Callable<Web.Reply>>();
        for (var i = 0; i < live.size(); i++) {
            var a = live.get(i);
            var b = late.get(i);
            work.add(() -> post(clerk, event, now, a));
            work.add(() -> post(other, event, now + ahead, b));
            work.add(() -> post(other, event, now + ahead, b));
        }
        var replies = new ArrayList<Web.Reply>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var reply : threads.invokeAll(work)) {
                replies.add(reply.get());
            }
        }

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        for (var i = 0; i < replies.size(); i += 3) {
            assertThat(answers(replies.get(i)))
                    .containsAnyOf("LET_IN", "ALREADY_IN")
                    .doesNotContain("UNKNOWN");
            assertThat(answers(replies.get(i + 1))).containsOnly("LET_IN").isEqualTo(answers(replies.get(i + 2)));
        }
        var tenMinutesAgo = clock.instant().minus(Duration.ofMinutes(10));
        assertThat(tickets).allMatch(person -> tenMinutesAgo.equals(rows.cameAt(person)));
        var counts = Json.json(clerk.getJson(path(event) + "/liczby"));
        assertThat(counts.get("came").asInt()).isEqualTo(200);
        assertThat(counts.get("registered").asInt()).isEqualTo(200);
    }

    @Test
    void the_page_and_the_list_need_as_many_queries_for_one_as_for_a_hundred() {
        var few = rows.event();
        rows.people(rows.session(few, "Panel", 1), "Osoba", 1);
        var many = rows.event();
        var panel = rows.session(many, "Panel", 1);
        rows.people(panel, "Osoba", 100).stream()
                .limit(30)
                .forEach(person -> clerk.post(path(many) + "/kod", Map.of("kod", person.ticket())));

        for (var rest : List.of("", "?szukaj=osoba", "/lista", "/liczby")) {
            var one = queries.during(() -> assertThat(
                            clerk.send(clerk.request(path(few) + rest)).status())
                    .as(rest)
                    .isEqualTo(200));
            var hundred = queries.during(() -> assertThat(
                            clerk.send(clerk.request(path(many) + rest)).status())
                    .as(rest)
                    .isEqualTo(200));
            assertThat(hundred).as(rest).hasSameSizeAs(one);
        }
    }

    private static List<List<String>> batches(List<Attendee> people, long at) {
        var batches = new ArrayList<List<String>>();
        for (var from = 0; from < people.size(); from += 50) {
            batches.add(people.subList(from, from + 50).stream()
                    .map(person -> ticket(id(), person.ticket(), at))
                    .toList());
        }
        return batches;
    }

    private static String ticket(String id, String code, long at) {
        return "{\"id\":\"%s\",\"kind\":\"ticket\",\"scanned\":true,\"code\":\"%s\",\"at\":%d}".formatted(id, code, at);
    }

    private static Web.Reply post(Web web, Event event, long now, List<String> entries) {
        return send(web, event, "{\"now\":%d,\"entries\":[%s]}".formatted(now, String.join(",", entries)));
    }

    private static Web.Reply send(Web web, Event event, String body) {
        return web.send(web.request(path(event) + "/wpisy")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> answers(Web.Reply reply) {
        var answers = new ArrayList<String>();
        for (JsonNode entry : Json.json(reply).get("entries")) {
            answers.add(entry.get("answer").asText());
        }
        return answers;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String path(Event event) {
        return "/wydarzenia/" + event.slug() + "/wejscie";
    }
}
