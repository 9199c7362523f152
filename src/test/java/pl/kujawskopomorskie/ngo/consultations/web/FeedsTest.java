package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.RunningConsultation;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class FeedsTest {

    private final ConsultationRows rows;
    private final RunningConsultation running;

    FeedsTest(ConsultationRows rows, RunningConsultation running) {
        this.rows = rows;
        this.running = running;
    }

    @Test
    void a_feed_tells_what_happened_with_ids_that_stay(Web web) throws Exception {
        var consultation = rows.open();
        var clerk = rows.person("Urzędniczka", Role.CLERK);
        running.extend(
                consultation.slug(),
                ConsultationRows.CLOSES.plus(Duration.ofDays(2)),
                "Prośba <b>rad</b> & organizacji \u0001😀",
                clerk);
        rows.version(consultation, 2, ConsultationRows.firstVersion());
        var path = "/konsultacje/" + consultation.slug() + "/kanal.atom";

        var before = parse(web.get(path));
        running.cancel(consultation.slug(), "Zmiana planów.", clerk);
        var reply = web.get(path);
        var after = parse(reply);

        assertThat(reply.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(texts(before, "entry")).hasSize(3);
        assertThat(texts(after, "id")).doesNotHaveDuplicates().containsAll(texts(before, "id"));
        assertThat(texts(after, "entry")).hasSize(4);
        assertThat(texts(after, "summary")).contains("Prośba <b>rad</b> & organizacji 😀", "Zmiana planów.");
        assertThat(texts(after, "updated").getFirst()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void what_is_being_prepared_is_in_no_feed_and_in_no_calendar(Web web) {
        var drafted = rows.drafted();
        var open = rows.open();

        // The feed of all holds the newest alone, and tests before this one may have announced many later ones.
        assertThat(web.get("/konsultacje/kanal.atom").text()).doesNotContain(drafted.slug());
        assertThat(web.get("/konsultacje/" + open.slug() + "/kanal.atom").text())
                .contains(open.slug());
        assertThat(web.get("/konsultacje/terminy.ics").text())
                .contains(open.slug())
                .doesNotContain(drafted.slug());
        assertThat(web.get("/konsultacje/" + drafted.slug() + "/kanal.atom").status())
                .isEqualTo(404);
        assertThat(web.get("/konsultacje/" + drafted.slug() + "/terminy.ics").status())
                .isEqualTo(404);
    }

    @Test
    void a_calendar_moves_a_term_that_moved_and_crosses_out_what_is_cancelled(Web web) throws Exception {
        var consultation = rows.open();
        var clerk = rows.person("Urzędniczka", Role.CLERK);
        var path = "/konsultacje/" + consultation.slug() + "/terminy.ics";

        var reply = web.get(path);
        var first = closing(reply);
        running.extend(
                consultation.slug(),
                java.time.Instant.parse("2026-12-02T23:00:00Z"),
                "Na prośbę, tak; po prostu.",
                clerk);
        var second = closing(web.get(path));
        running.cancel(consultation.slug(), "Zmiana planów.", clerk);
        var third = closing(web.get(path));

        assertThat(reply.header("Content-Type")).startsWith("text/calendar");
        assertThat(reply.text()).contains("METHOD:PUBLISH\r\n").contains("DTSTART:20261127T090000Z");
        assertThat(value(first, "UID")).isEqualTo(value(second, "UID")).isEqualTo(value(third, "UID"));
        assertThat(value(second, "DTSTART")).as("the last day itself").isEqualTo("20261202");
        assertThat(Integer.parseInt(value(second, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(first, "SEQUENCE")));
        assertThat(Integer.parseInt(value(third, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(second, "SEQUENCE")));
        assertThat(value(second, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(third, "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void who_has_the_newest_gets_nothing_anew(Web web) {
        var consultation = rows.open();
        for (var path : List.of(
                "/konsultacje/" + consultation.slug() + "/kanal.atom",
                "/konsultacje/" + consultation.slug() + "/terminy.ics")) {
            var tag = web.get(path).header("ETag");
            var again = web.send(web.request(path).header("If-None-Match", tag).GET());
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.text()).isEmpty();
        }
        var path = "/konsultacje/" + consultation.slug() + "/terminy.ics";
        var tag = web.get(path).header("ETag");
        running.cancel(consultation.slug(), "Zmiana planów.", rows.person("Urzędniczka", Role.CLERK));
        assertThat(web.send(web.request(path).header("If-None-Match", tag).GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void more_consultations_cost_no_more_queries(Web web, Queries queries) {
        web.get("/konsultacje/kanal.atom");
        web.get("/konsultacje/terminy.ics");
        var feed = queries.during(() -> web.get("/konsultacje/kanal.atom")).size();
        var calendar = queries.during(() -> web.get("/konsultacje/terminy.ics")).size();
        IntStream.range(0, 5).forEach(i -> rows.open());

        assertThat(queries.during(() -> web.get("/konsultacje/kanal.atom"))).hasSize(feed);
        assertThat(queries.during(() -> web.get("/konsultacje/terminy.ics"))).hasSize(calendar);
    }

    private static Document parse(Web.Reply reply) throws Exception {
        assertThat(reply.status()).isEqualTo(200);
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(reply.response().body()));
    }

    private static List<String> texts(Document feed, String element) {
        var nodes = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static VEvent closing(Web.Reply reply) throws Exception {
        var calendar = new CalendarBuilder()
                .build(new ByteArrayInputStream(reply.response().body()));
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> value(event, "UID").contains("-closing@"))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
