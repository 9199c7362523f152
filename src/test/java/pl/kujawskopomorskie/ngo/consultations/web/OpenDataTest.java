package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.testing.Json.fields;
import static pl.kujawskopomorskie.ngo.testing.Json.fieldsOf;
import static pl.kujawskopomorskie.ngo.testing.Json.items;
import static pl.kujawskopomorskie.ngo.testing.Json.json;
import static pl.kujawskopomorskie.ngo.testing.Json.map;

import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.consultations.Submission;
import pl.kujawskopomorskie.ngo.consultations.SubmittingRemark;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class OpenDataTest {

    private static final String LIST = "/api/v1/consultations";

    private final ConsultationRows rows;
    private final SubmittingRemark submitting;

    OpenDataTest(ConsultationRows rows, SubmittingRemark submitting) {
        this.rows = rows;
        this.submitting = submitting;
    }

    @Test
    void following_next_gives_each_consultation_once(Web web) {
        var slugs = IntStream.range(0, 5).mapToObj(i -> rows.open().slug()).toList();
        var drafted = rows.drafted().slug();

        var all = items(web, LIST + "?limit=2").stream()
                .map(item -> item.get("slug").asText())
                .toList();

        assertThat(all).doesNotHaveDuplicates().containsAll(slugs).doesNotContain(drafted);
    }

    @Test
    void filters_hold_on_every_page(Web web) {
        var open = rows.open().slug();
        var announced = rows.announced().slug();

        var found = items(web, LIST + "?state=open&kind=local_law_act&year=2026&limit=3");

        assertThat(found)
                .allSatisfy(item -> assertThat(item.get("state").asText()).isEqualTo("open"));
        assertThat(found.stream().map(item -> item.get("slug").asText()))
                .contains(open)
                .doesNotContain(announced);
        assertThat(items(web, LIST + "?year=1999")).isEmpty();
    }

    @Test
    void a_consultation_has_its_notice_and_every_field_even_when_there_is_nothing(Web web) {
        var consultation = rows.open();

        var notice = json(web.getJson(LIST + "/" + consultation.slug()));

        assertThat(notice.at("/consultation/reference").asText()).isEqualTo(consultation.reference());
        assertThat(notice.at("/consultation/closesAt").asText()).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(notice.has("meeting")).isTrue();
        assertThat(notice.get("meeting").isNull()).isTrue();
        assertThat(notice.get("extensions")).isEmpty();
        assertThat(notice.at("/channels/0").asText()).isEqualTo("form");
        assertThat(notice.at("/versions/0/number").asInt()).isEqualTo(1);
        assertThat(notice.toString()).doesNotContain("\"id\"");
    }

    @Test
    void units_are_those_of_a_published_version(Web web) {
        var consultation = rows.open();
        var units = LIST + "/" + consultation.slug() + "/units";
        rows.insert(
                "INSERT INTO draft_version (consultation_id, number, title, note, created_at, revision)"
                        + " VALUES (?, 2, 'Tajna wersja', '', '2026-11-20 00:00:00', 0)",
                consultation.key());

        var current = json(web.getJson(units));

        assertThat(current.at("/version/number").asInt()).isEqualTo(1);
        assertThat(StreamSupport.stream(current.get("items").spliterator(), false)
                        .map(unit -> unit.get("citation").asText()))
                .containsExactly("§ 1", "§ 2", "§ 2 ust. 1", "§ 3");
        assertThat(current.at("/items/2/parent").asText()).isEqualTo("par_2");
        assertThat(web.getJson(units + "?version=2").status()).isEqualTo(404);
        assertThat(web.getJson(LIST + "/" + consultation.slug()).text()).doesNotContain("Tajna wersja");
    }

    @Test
    void following_next_gives_each_remark_once(Web web) {
        var consultation = rows.open();
        for (var i = 0; i < 7; i++) {
            submit(consultation, "Uwaga " + i, false);
        }

        var numbers = items(web, LIST + "/" + consultation.slug() + "/remarks?limit=3").stream()
                .map(item -> item.get("number").asInt())
                .toList();

        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void only_who_agreed_is_named_and_what_is_hidden_stays_hidden(Web web) {
        var consultation = rows.open();
        var silent = submit(consultation, "Mój sąsiad Zenon Ukryty z ulicy Cichej nie chce.", false);
        submit(consultation, "Popieram.", true);
        rows.insert(
                "INSERT INTO remark_redaction (remark_id, field, hidden_text, reason, hidden_at)"
                        + " VALUES (?, 'RATIONALE', 'Zenon Ukryty z ulicy Cichej', 'dane osobowe', '2026-11-20 09:00:00')",
                silent.id());

        var reply = web.getJson(LIST + "/" + consultation.slug() + "/remarks");
        var found = json(reply).get("items");

        assertThat(reply.text()).doesNotContain("Zenon", "@example.org");
        assertThat(found.get(0).get("author").isNull()).isTrue();
        assertThat(found.get(0).get("rationale").asText()).isEqualTo("Mój sąsiad [ukryto: dane osobowe] nie chce.");
        assertThat(found.get(0).get("reference").asText()).isEqualTo(consultation.reference() + "/0001");
        assertThat(found.get(1).get("author").asText()).isEqualTo("Jadwiga Nowak");
        assertThat(found.get(1).has("answer")).isTrue();
    }

    @Test
    void the_office_gets_no_more_than_anybody(People people) {
        var drafted = rows.drafted().slug();
        var clerk = people.signedIn(Role.CLERK);

        assertThat(clerk.getJson(LIST + "/" + drafted).status()).isEqualTo(404);
        assertThat(clerk.getJson(LIST + "/" + drafted + "/units").status()).isEqualTo(404);
        assertThat(clerk.getJson(LIST + "/" + drafted + "/remarks").status()).isEqualTo(404);
        assertThat(clerk.getJson(LIST + "?state=drafted").status()).isEqualTo(400);
    }

    @Test
    void a_wrong_address_is_answered_with_what_to_mend(Web web) {
        var slug = rows.open().slug();
        for (var path : List.of(
                LIST + "?state=otwarte",
                LIST + "?kind=law",
                LIST + "?year=26",
                LIST + "?cursor=1%20OR%201=1",
                LIST + "?limit=0",
                LIST + "?limit=201",
                LIST + "?limit=%3Cscript%3E",
                LIST + "/" + slug + "/units?version=zero",
                LIST + "/" + slug + "/remarks?cursor=-1")) {
            var reply = web.getJson(path);
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.header("Content-Type")).as(path).startsWith("application/json");
            assertThat(json(reply).get("message").asText()).startsWith("Mend the address");
        }
        var unknown = web.getJson(LIST + "/nie-ma");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(json(unknown).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void any_site_may_ask_and_who_has_it_gets_nothing_anew(Web web) {
        var consultation = rows.open();
        var path = LIST + "/" + consultation.slug() + "/remarks";
        var first = web.getJson(path);
        var again = web.send(
                web.request(path).header("If-None-Match", first.header("ETag")).GET());
        submit(consultation, "Nowa uwaga.", false);
        var changed = web.send(
                web.request(path).header("If-None-Match", first.header("ETag")).GET());

        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void more_rows_cost_no_more_queries(Web web, Queries queries) {
        var consultation = rows.open();
        var remarks = LIST + "/" + consultation.slug() + "/remarks";
        submit(consultation, "Pierwsza.", false);
        web.getJson(remarks);
        var few = queries.during(() -> web.getJson(remarks)).size();
        var fewListed = queries.during(() -> web.getJson(LIST)).size();
        for (var i = 0; i < 5; i++) {
            submit(consultation, "Kolejna.", false);
            rows.open();
        }

        assertThat(queries.during(() -> web.getJson(remarks))).hasSize(few);
        assertThat(queries.during(() -> web.getJson(LIST))).hasSize(fewListed);
    }

    @Test
    void the_description_names_every_route_and_every_field_and_no_more(Web web, Router router) {
        var reply = web.get("/api/v1/openapi.yml");
        Map<String, Object> description = new Yaml().load(reply.text());
        var routes = router.uriRoutes()
                .filter(route -> route.getHttpMethodName().equals("GET"))
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/api/v1"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(description.get("openapi")).isEqualTo("3.0.3");
        assertThat(new TreeSet<>(map(description.get("paths")).keySet())).isEqualTo(routes);
        var schemas = map(map(description.get("components")).get("schemas"));
        var consultation = rows.open();
        submit(consultation, "Uwaga.", false);
        var at = LIST + "/" + consultation.slug();
        assertThat(fieldsOf(schemas, "ConsultationList")).isEqualTo(fields(json(web.getJson(LIST))));
        assertThat(fieldsOf(schemas, "Notice")).isEqualTo(fields(json(web.getJson(at))));
        assertThat(fieldsOf(schemas, "Summary"))
                .isEqualTo(fields(json(web.getJson(at)).get("consultation")));
        assertThat(fieldsOf(schemas, "Version"))
                .isEqualTo(fields(json(web.getJson(at)).at("/versions/0")));
        assertThat(fieldsOf(schemas, "UnitList")).isEqualTo(fields(json(web.getJson(at + "/units"))));
        assertThat(fieldsOf(schemas, "Unit"))
                .isEqualTo(fields(json(web.getJson(at + "/units")).at("/items/0")));
        assertThat(fieldsOf(schemas, "RemarkList")).isEqualTo(fields(json(web.getJson(at + "/remarks"))));
        assertThat(fieldsOf(schemas, "RemarkItem"))
                .isEqualTo(fields(json(web.getJson(at + "/remarks")).at("/items/0")));
        assertThat(fieldsOf(schemas, "Problem")).isEqualTo(fields(json(web.getJson(LIST + "/nie-ma"))));
    }

    private Remark submit(Consultation consultation, String rationale, boolean named) {
        var entry = new RemarkEntry(
                1, "par_1", "", rationale, named, UUID.randomUUID().toString(), List.of(), Set.of());
        return ((Submission.Accepted) submitting.submit(consultation.slug(), entry, rows.person("Jadwiga Nowak"), null))
                .remark();
    }
}
