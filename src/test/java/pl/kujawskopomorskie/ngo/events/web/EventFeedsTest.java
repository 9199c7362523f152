package pl.kujawskopomorskie.ngo.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pl.kujawskopomorskie.ngo.events.AnnouncedEvents;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class EventFeedsTest {

    private static final Instant DECEMBER_4 = TestClock.START.plus(Duration.ofDays(14));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnnouncedEvents events;

    EventFeedsTest(AnnouncedEvents events) {
        this.events = events;
    }

    @Test
    void a_calendar_has_each_session_in_the_zone_of_the_office_and_nobody_who_comes(Web web) throws Exception {
        var event = events.titled("Kalendarzowe święto");
        events.session(event, "Rano", DECEMBER_4, 5, 0);
        events.session(event, "Wieczorem", DECEMBER_4.plus(Duration.ofHours(8)), 5, 0);

        var reply = web.get("/wydarzenia/" + event.slug() + ".ics");

        assertThat(reply.header("Content-Type")).startsWith("text/calendar");
        assertThat(reply.text())
                .contains("METHOD:PUBLISH\r\n", "BEGIN:VTIMEZONE\r\n", "DTSTART;TZID=Europe/Warsaw:20261204T100000\r\n")
                .doesNotContain("ATTENDEE");
        assertThat(parts(reply)).hasSize(2);
        assertThat(value(parts(reply).getFirst(), "SUMMARY")).isEqualTo("Kalendarzowe święto: Rano");
        assertThat(value(parts(reply).getFirst(), "LOCATION")).isEqualTo("Sala 1, Toruń, plac Teatralny 2");
    }

    @Test
    void a_session_that_moves_keeps_its_uid_and_has_a_higher_sequence_and_a_cancelled_one_says_so(Web web)
            throws Exception {
        var event = events.titled("Wędrujące spotkanie");
        var session = events.session(event, "Spotkanie", DECEMBER_4, 5, 0);
        var path = "/wydarzenia/" + event.slug() + ".ics";

        var first = web.get(path);
        events.move(session, DECEMBER_4.plus(Duration.ofDays(2)));
        var second = web.get(path);
        events.cancel(event, "Nikt nie może.");
        var third = web.get(path);

        assertThat(List.of(first, second, third))
                .extracting(reply -> reply.header("ETag"))
                .doesNotHaveDuplicates();
        assertThat(web.send(web.request(path).header("If-None-Match", third.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(values("UID", first, second, third))
                .hasSize(3)
                .containsOnly(value(parts(first).getFirst(), "UID"));
        assertThat(values("SEQUENCE", first, second, third)).containsExactly("0", "1", "2");
        assertThat(values("STATUS", first, second, third)).containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
    }

    @Test
    void all_events_or_those_of_a_kind_can_be_subscribed_to(Web web) throws Exception {
        var fair = events.titled("Targi subskrybowane");
        events.session(fair, "Targi");
        events.kind(fair, EventKind.FAIR);
        var forum = events.titled("Forum subskrybowane");
        events.session(forum, "Forum");
        var draft = events.draft("Szkic subskrybowany");
        events.session(draft, "Szkic");
        var past = events.titled("Bardzo dawne subskrybowane");
        events.session(past, "Dawno", TestClock.START.minus(Duration.ofDays(90)), 5, 0);

        assertThat(web.get("/wydarzenia.ics").text())
                .contains(fair.slug() + "-", forum.slug() + "-")
                .doesNotContain(draft.slug() + "-", past.slug() + "-");
        assertThat(web.get("/wydarzenia.ics?rodzaj=fair").text())
                .contains(fair.slug() + "-")
                .doesNotContain(forum.slug() + "-");
        assertThat(web.get("/wydarzenia.ics?rodzaj=wyprawa").status()).isEqualTo(404);
        assertThat(web.get("/wydarzenia/" + draft.slug() + ".ics").status()).isEqualTo(404);
        assertThat(web.get("/wydarzenia/nie-ma-takiego.ics").status()).isEqualTo(404);
    }

    @Test
    void the_feed_tells_of_what_was_announced_and_cancelled(Web web) throws Exception {
        var event = events.titled("Kanałowe & <spotkanie>");
        events.session(event, "Spotkanie");
        events.cancel(event, "Zamknięta droga.");

        var reply = web.get("/wydarzenia.atom");

        assertThat(reply.header("Content-Type")).startsWith("application/atom+xml");
        var feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(reply.response().body()));
        var titles = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "title");
        assertThat(IntStream.range(0, titles.getLength())
                        .mapToObj(at -> titles.item(at).getTextContent()))
                .contains("Nowe wydarzenie: Kanałowe & <spotkanie>", "Odwołane: Kanałowe & <spotkanie>");
        assertThat(reply.text()).contains(event.slug() + "/announced", event.slug() + "/cancelled");
        assertThat(web.send(web.request("/wydarzenia.atom").header("If-None-Match", reply.header("ETag")))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void following_next_gives_each_event_once_and_no_draft(Web web) {
        var slugs = IntStream.range(0, 5)
                .mapToObj(at -> {
                    var event = events.titled("Otwarte dane zlotowe " + at);
                    events.session(event, "Zlot");
                    return event.slug();
                })
                .toList();
        var draft = events.draft("Otwarte dane zlotowe w szkicu");
        events.session(draft, "Zlot");

        var all = items(web, "/api/v1/events?words=zlotowe&limit=2").stream()
                .map(item -> item.get("slug").asText())
                .toList();

        assertThat(all).containsExactlyElementsOf(slugs);
        assertThat(web.getJson("/api/v1/events/" + draft.slug()).status()).isEqualTo(404);
    }

    @Test
    void events_can_be_asked_for_by_kind_and_time(Web web) {
        var coming = events.titled("Filtrowane danielskie nowe");
        events.session(coming, "Zlot");
        var past = events.titled("Filtrowane danielskie dawne");
        events.past(past, "Zlot");
        events.kind(past, EventKind.TRAINING);

        assertThat(slugs(web, "words=danielskie&when=coming")).containsExactly(coming.slug());
        assertThat(slugs(web, "words=danielskie&when=past")).containsExactly(past.slug());
        assertThat(slugs(web, "words=danielskie&kind=training")).containsExactly(past.slug());
        assertThat(slugs(web, "words=danielskie&kind=fair")).isEmpty();
    }

    @Test
    void what_is_asked_wrongly_is_refused_with_what_would_be_right(Web web) {
        for (var query :
                List.of("when=kiedys", "kind=FORUM", "cursor=x", "limit=0", "limit=201", "words=" + "x".repeat(201))) {
            var reply = web.getJson("/api/v1/events?" + query);
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(json(reply).get("message").asText()).as(query).startsWith("Mend the address:");
        }
    }

    @Test
    void who_has_the_newest_answer_gets_nothing_anew(Web web) {
        var event = events.titled("Znane już");
        events.session(event, "Zlot");
        var path = "/api/v1/events/" + event.slug();
        var tag = web.getJson(path).header("ETag");

        assertThat(web.send(web.request(path).header("If-None-Match", tag)).status())
                .isEqualTo(304);
        events.cancel(event, "Nie ma komu.");
        assertThat(web.send(web.request(path).header("If-None-Match", tag)).status())
                .isEqualTo(200);
    }

    @Test
    void the_description_names_every_field_and_no_more(Web web) {
        Map<String, Object> description =
                new Yaml().load(web.get("/api/v1/openapi.yml").text());
        var schemas = map(map(description.get("components")).get("schemas"));
        var event = events.titled("Opisane");
        events.session(event, "Zlot");

        var one = json(web.getJson("/api/v1/events/" + event.slug()));

        assertThat(fieldsOf(schemas, "EventProgramme")).isEqualTo(fields(one));
        assertThat(fieldsOf(schemas, "EventSummary")).isEqualTo(fields(one.get("event")));
        assertThat(fieldsOf(schemas, "EventSession"))
                .isEqualTo(fields(one.get("sessions").get(0)));
        assertThat(fieldsOf(schemas, "EventList")).isEqualTo(fields(json(web.getJson("/api/v1/events"))));
    }

    @Test
    void more_events_cost_no_more_queries(Web web, Queries queries) {
        var paths = List.of("/wydarzenia.ics", "/wydarzenia.atom", "/api/v1/events");
        var before = paths.stream().map(path -> queries(web, queries, path)).toList();
        IntStream.range(0, 3).forEach(at -> events.session(events.titled("Liczone " + at), "Zlot"));

        assertThat(paths.stream().map(path -> queries(web, queries, path)).toList())
                .isEqualTo(before);
    }

    private static int queries(Web web, Queries queries, String path) {
        web.send(web.request(path));
        return queries.during(() -> web.send(web.request(path))).size();
    }

    private static List<String> values(String property, Web.Reply... replies) throws Exception {
        var values = new ArrayList<String>();
        for (var reply : replies) {
            values.add(value(parts(reply).getFirst(), property));
        }
        return values;
    }

    private static List<VEvent> parts(Web.Reply reply) throws Exception {
        Calendar calendar = new CalendarBuilder()
                .build(new ByteArrayInputStream(reply.response().body()));
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent part, String property) {
        return part.getProperty(property).orElseThrow().getValue();
    }

    private static List<String> slugs(Web web, String query) {
        return items(web, "/api/v1/events?" + query).stream()
                .map(item -> item.get("slug").asText())
                .toList();
    }

    private static List<JsonNode> items(Web web, String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; next != null; ) {
            var page = json(web.getJson(next));
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            var uri = URI.create(page.get("next").asText());
            next = uri.getRawPath() + "?" + uri.getRawQuery();
        }
        return items;
    }

    private static JsonNode json(Web.Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> fieldsOf(Map<String, Object> schemas, String name) {
        return new TreeSet<>(map(map(schemas.get(name)).get("properties")).keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
