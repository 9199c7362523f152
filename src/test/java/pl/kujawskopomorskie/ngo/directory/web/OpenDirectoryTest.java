package pl.kujawskopomorskie.ngo.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.testing.Json.fields;
import static pl.kujawskopomorskie.ngo.testing.Json.fieldsOf;
import static pl.kujawskopomorskie.ngo.testing.Json.items;
import static pl.kujawskopomorskie.ngo.testing.Json.json;
import static pl.kujawskopomorskie.ngo.testing.Json.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class OpenDirectoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "/api/v1/organisations";

    /** What the schemas of the Human Services Data Specification 3.0 require of a row, in JSON or in a table. */
    private static final Map<String, List<String>> HSDS_REQUIRED = Map.of(
            "organizations.csv",
            List.of("id", "name", "description"),
            "organization_identifiers.csv",
            List.of("id", "organization_id", "identifier_type", "identifier"),
            "locations.csv",
            List.of("id", "location_type"),
            "addresses.csv",
            List.of("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"));

    private final OrganisationRows rows;
    private final SavingOrganisation saving;

    OpenDirectoryTest(OrganisationRows rows, SavingOrganisation saving) {
        this.rows = rows;
        this.saving = saving;
    }

    @Test
    void following_next_gives_each_organisation_once_and_no_proposal(Web web, People people) {
        var slugs = IntStream.range(0, 5)
                .mapToObj(at -> rows.listed("Otwarta Lista " + at).slug())
                .toList();
        var proposed = OrganisationRows.done(saving.propose(rows.entry("Zgłoszona Skrycie"), people.person()));

        var all = items(web, LIST + "?limit=150").stream()
                .map(item -> item.get("slug").asText())
                .toList();

        assertThat(all).doesNotHaveDuplicates().containsSubsequence(slugs).doesNotContain(proposed.slug());
        assertThat(web.getJson(LIST + "/" + proposed.slug()).status()).isEqualTo(404);
        assertThat(people.signedIn(Role.CLERK)
                        .getJson(LIST + "/" + proposed.slug())
                        .status())
                .isEqualTo(404);
        assertThat(web.get("/organizacje.csv").text())
                .contains("Otwarta Lista 4")
                .doesNotContain("Zgłoszona Skrycie");
    }

    @Test
    void who_keeps_a_copy_gets_what_changed_since(Web web) {
        var before = rows.listed("Sprzed Kopii");
        var seen = json(web.getJson(LIST + "/" + before.slug()))
                .get("changeNumber")
                .asLong();
        var after = rows.listed("Po Kopii");

        var changed = items(web, LIST + "?cursor=" + seen);

        assertThat(changed).extracting(item -> item.get("slug").asText()).containsExactly(after.slug());
    }

    @Test
    void filters_hold_on_every_page(Web web) {
        var typed = rows.entry("Fundacja Filtrowana")
                .with(OrganisationField.LEGAL_FORM, "FOUNDATION")
                .with(OrganisationField.COUNTY, "0416")
                .with(OrganisationField.SPHERES, "32")
                .with(OrganisationField.STATE, "IN_LIQUIDATION")
                .with(OrganisationField.PUBLIC_BENEFIT, "true");
        var wanted = rows.listed(typed).slug();
        var other = rows.listed("Fundacja Niefiltrowana").slug();

        for (var filter : List.of(
                "county=0416", "legalForm=foundation", "sphere=32", "state=in_liquidation", "marks=public_benefit")) {
            assertThat(items(web, LIST + "?" + filter + "&limit=2").stream()
                            .map(item -> item.get("slug").asText()))
                    .as(filter)
                    .contains(wanted)
                    .doesNotContain(other);
        }
        assertThat(items(web, LIST + "?county=0416&marks=public_benefit,social_economy").stream()
                        .map(item -> item.get("slug").asText()))
                .doesNotContain(wanted);
    }

    @Test
    void contacts_are_there_only_with_consent_in_every_form_of_the_data(Web web) throws IOException {
        var silent = rows.listed(rows.entry("Milcząca Jawnie")
                .with(OrganisationField.CONTACT_EMAIL, "skryty@prywatny.example.org")
                .with(OrganisationField.CONTACT_PHONE, "56 730 40 51"));
        var open = rows.listed(rows.entry("Mówiąca Jawnie")
                .with(OrganisationField.CONTACT_EMAIL, "jawny@publiczny.example.org")
                .with(OrganisationField.CONTACT_PUBLIC, "true"));

        assertThat(json(web.getJson(LIST + "/" + silent.slug())).get("email").isNull())
                .isTrue();
        assertThat(json(web.getJson(LIST + "/" + open.slug())).get("email").asText())
                .isEqualTo("jawny@publiczny.example.org");
        for (var path : List.of("/organizacje.csv", "/organizacje.json", "/organizacje-360giving.csv")) {
            assertThat(web.get(path).text())
                    .as(path)
                    .contains("jawny@publiczny.example.org")
                    .doesNotContain("skryty@prywatny", "56 730 40 51");
        }
        assertThat(String.join("\n", files(web.get("/organizacje-hsds.zip")).values()))
                .contains("jawny@publiczny.example.org")
                .doesNotContain("skryty@prywatny", "56 730 40 51");
        assertThat(linkedData(web, silent).has("email")).isFalse();
        assertThat(linkedData(web, open).get("email").asText()).isEqualTo("jawny@publiczny.example.org");
    }

    @Test
    void the_table_is_a_spreadsheet_that_runs_nothing_and_that_the_import_understands(Web web) throws IOException {
        var risky = rows.listed(rows.entry("=HYPERLINK(\"http://zly.example\";\"Klik\")"));

        var csv = web.get("/organizacje.csv");
        var xlsx = web.get("/organizacje.xlsx");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("organizacje.csv");
        assertThat(csv.text())
                .startsWith("\ufeffNazwa;Nazwa skrócona;Forma prawna;")
                .contains("\"'=HYPERLINK(");
        if (!(TableFile.read(csv.response().body(), "organizacje.csv") instanceof TableFile.Table table)) {
            throw new AssertionError("No table");
        }
        var krs = table.column(heading -> heading.equals("KRS"));
        var back = table.rows().stream()
                .filter(row -> row.cell(krs).equals(risky.krs()))
                .findFirst()
                .orElseThrow();
        assertThat(back.cell(0)).isEqualTo(risky.name());
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.response().body()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets.get(0).read()).hasSize(table.rows().size() + 1);
            assertThat(sheets.get(1).read())
                    .anySatisfy(row -> assertThat(row.getCellText(0)).isEqualTo("KRS"));
        }
    }

    @Test
    void json_has_the_records_of_the_api(Web web) {
        var organisation = rows.listed("Ta Sama W Pliku");

        var file = json(web.get("/organizacje.json"));

        assertThat(file.get("organisations")).contains(json(web.getJson(LIST + "/" + organisation.slug())));
        assertThat(file.get("asOf").asText()).isEqualTo("2026-11-20T09:00:00Z");
    }

    @Test
    void the_hsds_package_has_all_that_its_schema_requires_and_refers_to_nothing_that_is_missing(Web web)
            throws IOException {
        var full = rows.listed(rows.entry("Pełna W Pakiecie")
                .with(OrganisationField.STREET, "Szeroka")
                .with(OrganisationField.HOUSE, "7")
                .with(OrganisationField.POSTCODE, "87-100")
                .with(OrganisationField.NIP, "5260250274"));
        rows.listed("Bez Adresu, Bez Opisu");

        var files = files(web.get("/organizacje-hsds.zip"));

        var described = JSON.readTree(files.get("datapackage.json"));
        assertThat(described.get("resources"))
                .extracting(resource -> resource.get("path").asText())
                .containsExactlyInAnyOrderElementsOf(HSDS_REQUIRED.keySet());
        for (var resource : described.get("resources")) {
            var path = resource.get("path").asText();
            var table = table(files.get(path));
            assertThat(table).as(path).isNotEmpty();
            assertThat(resource.at("/schema/fields"))
                    .extracting(field -> field.get("name").asText())
                    .as(path)
                    .containsExactlyElementsOf(table.getFirst().getHeader());
            assertThat(table).as(path).allSatisfy(row -> {
                assertThat(UUID.fromString(row.getField("id")).toString()).isEqualTo(row.getField("id"));
                for (var field : HSDS_REQUIRED.get(path)) {
                    assertThat(row.getField(field)).as(path + " " + field).isNotEmpty();
                }
            });
            assertThat(ids(table, "id")).as(path).hasSameSizeAs(table);
        }
        var organisations = ids(table(files.get("organizations.csv")), "id");
        assertThat(organisations).containsAll(ids(table(files.get("organization_identifiers.csv")), "organization_id"));
        var locations = table(files.get("locations.csv"));
        assertThat(organisations).containsAll(ids(locations, "organization_id"));
        assertThat(ids(locations, "id")).containsAll(ids(table(files.get("addresses.csv")), "location_id"));
        assertThat(table(files.get("organization_identifiers.csv")))
                .anySatisfy(row -> assertThat(row.getFields()).contains("PL-KRS", "KRS", full.krs()));
        assertThat(table(files.get("addresses.csv")))
                .anySatisfy(row -> assertThat(row.getFields())
                        .contains("Szeroka 7", "Toruń", "kujawsko-pomorskie", "87-100", "PL"));
    }

    @Test
    void the_360giving_file_names_each_organisation_by_its_org_id(Web web) {
        var organisation = rows.listed("Obdarowana");

        var table = table(web.get("/organizacje-360giving.csv").text());

        assertThat(table).anySatisfy(row -> {
            assertThat(row.getField("id")).isEqualTo("PL-KRS-" + organisation.krs());
            assertThat(row.getField("name")).isEqualTo("Obdarowana");
            assertThat(row.getField("addressLocality")).isEqualTo("Toruń");
        });
        assertThat(ids(table, "id")).hasSameSizeAs(table).doesNotContain("");
    }

    @Test
    void the_page_of_an_organisation_tells_search_engines_what_it_is_and_ends_its_block_only_itself(Web web)
            throws IOException {
        var organisation = rows.listed(rows.entry("Koło </script><script>alert(1)</script> & Spółka <!--")
                .with(OrganisationField.FOUNDED_YEAR, "1998"));

        var data = linkedData(web, organisation);

        assertThat(data.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(data.get("@type").asText()).isEqualTo("NGO");
        assertThat(data.get("name").asText()).isEqualTo(organisation.name());
        assertThat(data.get("foundingDate").asText()).isEqualTo("1998");
        assertThat(data.at("/address/addressLocality").asText()).isEqualTo("Toruń");
        assertThat(data.at("/identifier/0/value").asText()).isEqualTo(organisation.krs());
    }

    @Test
    void no_browser_complains_of_the_data_block_and_the_page_of_the_data_has_no_barriers(Browser browser, Web web) {
        var organisation = rows.listed("Bez Skarg </script> Przeglądarki");

        browser.open("/organizacje/" + organisation.slug());
        assertThat(browser.page().locator("script[type='application/ld+json']").count())
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();

        browser.open("/organizacje");
        browser.page().getByText("Pobierz dane o organizacjach").click();
        assertThat(browser.page().url()).endsWith("/organizacje-dane");
        assertThat(browser.barriers()).isEmpty();
        browser.width(Browser.NARROW);
        assertThat(browser.overflow()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(HtmlValidity.problems(web.get("/organizacje-dane").text())).isEmpty();
        assertThat(web.get("/organizacje-dane?lang=en").page().text()).contains("Data on organisations", "Postcode");
    }

    @Test
    void any_site_may_ask_and_who_has_it_gets_nothing_anew(Web web) {
        var organisation = rows.listed("Niezmienna");
        for (var path : List.of(LIST, LIST + "/" + organisation.slug(), "/organizacje.csv", "/organizacje-hsds.zip")) {
            var first = web.send(web.request(path).GET());
            var again = web.send(web.request(path)
                    .header("If-None-Match", first.header("ETag"))
                    .GET());

            assertThat(first.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
            assertThat(again.status()).as(path).isEqualTo(304);
        }
        var before = web.send(web.request("/organizacje.csv").GET()).header("ETag");
        rows.listed("Coś Nowego");
        assertThat(web.send(web.request("/organizacje.csv")
                                .header("If-None-Match", before)
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_address_is_answered_with_what_to_mend(Web web) {
        for (var query : List.of(
                "q=osp",
                "since=2026-01-01",
                "county=toru%C5%84ski",
                "sphere=99",
                "legalForm=klub",
                "state=closed",
                "marks=public_benefit,",
                "cursor=1%20OR%201=1",
                "cursor=-1",
                "limit=0",
                "limit=201")) {
            var reply = web.getJson(LIST + "?" + query);
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(json(reply).get("message").asText()).startsWith("Mend the address");
        }
        assertThat(json(web.getJson(LIST + "/nie-ma")).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void more_rows_cost_no_more_queries(Web web, Queries queries) {
        rows.listed("Pierwsza Z Wielu");
        web.getJson(LIST);
        var listed = queries.during(() -> web.getJson(LIST)).size();
        var file = queries.during(() -> web.get("/organizacje.csv")).size();
        for (var at = 0; at < 5; at++) {
            rows.listed("Kolejna Z Wielu " + at);
        }

        assertThat(queries.during(() -> web.getJson(LIST))).hasSize(listed);
        assertThat(queries.during(() -> web.get("/organizacje.csv"))).hasSize(file);
    }

    @Test
    void the_description_names_every_field_and_no_more(Web web) {
        var organisation = rows.listed("Opisana");
        Map<String, Object> description =
                new Yaml().load(web.get("/api/v1/openapi.yml").text());
        var schemas = map(map(description.get("components")).get("schemas"));
        var one = json(web.getJson(LIST + "/" + organisation.slug()));

        assertThat(fieldsOf(schemas, "Organisation")).isEqualTo(fields(one));
        assertThat(fieldsOf(schemas, "Seat")).isEqualTo(fields(one.get("seat")));
        assertThat(fieldsOf(schemas, "Gone")).containsExactly("changeNumber", "mergedInto", "slug");
        assertThat(fieldsOf(schemas, "OrganisationList")).isEqualTo(fields(json(web.getJson(LIST))));
        assertThat(one.toString()).doesNotContain("\"id\"");
    }

    private static JsonNode linkedData(Web web, Organisation organisation) throws IOException {
        var page = Jsoup.parse(web.get("/organizacje/" + organisation.slug()).text());
        var blocks = page.select("script:not([src])");
        assertThat(blocks).hasSize(1);
        assertThat(blocks.attr("type")).isEqualTo("application/ld+json");
        return JSON.readTree(blocks.getFirst().data());
    }

    private static Map<String, String> files(Web.Reply zip) throws IOException {
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<NamedCsvRecord> table(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static Set<String> ids(List<NamedCsvRecord> table, String column) {
        return table.stream().map(row -> row.getField(column)).collect(Collectors.toSet());
    }
}
