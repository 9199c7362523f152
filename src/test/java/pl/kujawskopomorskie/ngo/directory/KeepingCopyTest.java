package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations.Merging;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** A program that keeps a copy of the directory reads on from where it was and ends with what the directory holds. */
@PortalTest
class KeepingCopyTest {

    private static final String LIST = "/api/v1/organisations";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OrganisationRows rows;
    private final Organisations organisations;
    private final MergingOrganisations merging;
    private final SavingOrganisation saving;
    private final Doubles doubles;

    KeepingCopyTest(
            OrganisationRows rows,
            Organisations organisations,
            MergingOrganisations merging,
            SavingOrganisation saving,
            Doubles doubles) {
        this.rows = rows;
        this.organisations = organisations;
        this.merging = merging;
        this.saving = saving;
        this.doubles = doubles;
    }

    @Test
    void who_reads_on_is_told_of_a_merger_and_its_old_address_leads_to_the_one_that_stays(Web web) {
        var stays = rows.listed("Klub Do Kopii");
        var ends = rows.listed(rows.entry("Klub Do Kopii").with(OrganisationField.KRS, ""));
        var cursor = organisations.changeNumber();
        merge(stays, ends);

        for (var filter : List.of("", "&county=0401")) {
            var gone = json(web.getJson(LIST + "?cursor=" + cursor + filter)).get("gone");
            assertThat(gone).hasSize(1);
            assertThat(gone.get(0).get("slug").asText()).isEqualTo(ends.slug());
            assertThat(gone.get(0).get("mergedInto").asText()).isEqualTo(stays.slug());
            var read = gone.get(0).get("changeNumber").asLong();
            assertThat(json(web.getJson(LIST + "?cursor=" + read + filter)).get("gone"))
                    .isEmpty();
        }
        assertThat(json(web.getJson(LIST)).get("gone")).isEmpty();
        var old = web.getJson(LIST + "/" + ends.slug());
        assertThat(old.status()).isEqualTo(308);
        assertThat(old.location()).endsWith(LIST + "/" + stays.slug());
        assertThat(old.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void mergers_and_changes_come_in_one_order_on_pages_of_the_asked_size(Web web) {
        var cursor = organisations.changeNumber();
        var ended = new ArrayList<String>();
        var kept = new ArrayList<String>();
        for (var at = 0; at < 4; at++) {
            var stays = rows.listed("Klub Na Stronach " + at);
            var ends = rows.listed(rows.entry("Klub Na Stronach " + at).with(OrganisationField.KRS, ""));
            merge(stays, ends);
            kept.add(stays.slug());
            ended.add(ends.slug());
        }

        var seenItems = new ArrayList<String>();
        var seenGone = new ArrayList<String>();
        var numbers = new ArrayList<Long>();
        for (var next = LIST + "?limit=3&cursor=" + cursor; next != null; ) {
            var page = json(web.getJson(next));
            assertThat(page.get("items").size() + page.get("gone").size()).isBetween(1, 3);
            var ofPage = new ArrayList<Long>();
            page.get("items").forEach(item -> seenItems.add(item.get("slug").asText()));
            page.get("gone").forEach(item -> seenGone.add(item.get("slug").asText()));
            page.get("items")
                    .forEach(item -> ofPage.add(item.get("changeNumber").asLong()));
            page.get("gone").forEach(item -> ofPage.add(item.get("changeNumber").asLong()));
            numbers.addAll(ofPage.stream().sorted().toList());
            var address = page.get("next");
            next = address.isNull()
                    ? null
                    : URI.create(address.asText()).getRawPath() + "?"
                            + URI.create(address.asText()).getRawQuery();
        }

        assertThat(seenGone).containsExactlyElementsOf(ended);
        assertThat(seenItems).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void of_a_proposal_that_turned_out_to_be_a_known_one_nobody_is_told(Web web, People people) {
        var stays = rows.listed("Klub Już Znany");
        var proposal =
                done(saving.propose(rows.entry("Klub Już Znany").with(OrganisationField.KRS, ""), people.person()));
        var cursor = organisations.changeNumber();
        merge(stays, proposal);

        assertThat(json(web.getJson(LIST + "?cursor=" + cursor)).get("gone")).isEmpty();
        assertThat(web.getJson(LIST + "/" + proposal.slug()).status()).isEqualTo(404);
    }

    @Test
    void a_list_that_nobody_fits_reads_no_row_and_one_that_is_known_not_even_the_index(
            Web web, Queries queries, DataSource dataSource) throws SQLException {
        rows.listed("Wąsko Czytana");
        var nobody =
                LIST + "?county=0401&legalForm=church_legal_person&state=struck_off&sphere=33&marks=social_economy";
        var known = web.getJson(nobody).header("ETag");

        var read = queries.during(() -> web.getJson(nobody));
        assertThat(read).noneMatch(sql -> sql.contains("search_text") || sql.contains("SELECT *"));
        assertThat(plan(
                        dataSource,
                        read.stream()
                                .filter(sql -> sql.contains("county_teryt"))
                                .findFirst()
                                .orElseThrow()))
                .isEqualTo("organisation_by_change, by the index alone");
        var again = queries.during(() -> assertThat(web.send(web.request(nobody)
                                .header("If-None-Match", known)
                                .GET())
                        .status())
                .isEqualTo(304));
        assertThat(again).noneMatch(sql -> sql.contains("FROM organisation"));

        rows.listed("Wąsko Czytana Po Niej");
        assertThat(web.send(web.request(nobody).header("If-None-Match", known).GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_file_is_made_once_for_all_who_fetch_it_until_something_changes(Web web, Queries queries) {
        rows.listed("W Pliku Raz");
        for (var path : List.of(
                "/organizacje.csv",
                "/organizacje.xlsx",
                "/organizacje.json",
                "/organizacje-hsds.zip",
                "/organizacje-360giving.csv")) {
            var first = web.get(path);
            var statements = queries.during(() -> {
                var again = web.get(path);
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.response().body()).isEqualTo(first.response().body());
                assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            });
            assertThat(statements).as(path).noneMatch(sql -> sql.contains("FROM organisation"));
        }
        rows.listed("W Pliku Dwa");
        assertThat(web.get("/organizacje.csv").text()).contains("W Pliku Dwa");
    }

    @Test
    void who_fetches_while_too_much_is_made_is_asked_to_come_again(Web web, DataSource dataSource) throws Exception {
        rows.listed("W Pliku W Tłoku");
        var locked = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = threads.submit(() -> {
                try (var connection = DelegatingDataSource.unwrapDataSource(dataSource)
                                .getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("LOCK TABLES organisation WRITE");
                    locked.countDown();
                    assertThat(end.await(25, TimeUnit.SECONDS)).isTrue();
                    statement.execute("UNLOCK TABLES");
                }
                return null;
            });
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
            var first = threads.submit(() -> web.another().get("/organizacje.json"));
            var second = threads.submit(() -> web.another().get("/organizacje.xlsx"));
            for (var round = 0; waiting(dataSource) < 2; round++) {
                assertThat(round).as("both are at it").isLessThan(500);
                Thread.sleep(20);
            }
            var waited = web.another().get("/organizacje.csv");
            assertThat(waited.status()).isEqualTo(503);
            assertThat(waited.header("Retry-After")).isEqualTo("3");
            assertThat(waited.header("Content-Type")).startsWith("text/html");
            end.countDown();
            holding.get();
            assertThat(List.of(first.get().status(), second.get().status())).containsOnly(200);
        }
        assertThat(web.get("/organizacje.csv").text()).contains("W Pliku W Tłoku");
    }

    private void merge(Organisation stays, Organisation ends) {
        doubles.note(stays.key(), ends.key(), Doubles.Likeness.SAME_NAME, TestClock.START);
        var pair = doubles.waiting(0, 100_000).stream()
                .filter(found -> found.lowerId() == stays.key())
                .findFirst()
                .orElseThrow();
        assertThat(merging.merge(pair.id(), stays.key(), stays.revision(), ends.revision(), rows.clerk()))
                .isInstanceOf(Merging.Done.class);
    }

    /** How many statements wait for a table that is locked. */
    private static int waiting(DataSource dataSource) throws SQLException {
        try (var connection = DelegatingDataSource.unwrapDataSource(dataSource).getConnection();
                var statement = connection.createStatement();
                var processes = statement.executeQuery("SHOW PROCESSLIST")) {
            var waiting = 0;
            while (processes.next()) {
                var state = processes.getString("State");
                waiting += state != null && state.contains("metadata lock") ? 1 : 0;
            }
            return waiting;
        }
    }

    /** Which index a statement reads organisations by, with nothing asked for and everybody fitting. */
    private static String plan(DataSource dataSource, String sql) throws SQLException {
        var asked = sql.replaceFirst("\\?", "0")
                .replaceFirst("LIMIT \\?", "LIMIT 101")
                .replaceAll("\\? = FALSE", "TRUE = FALSE")
                .replaceAll("\\? = ''", "'x' = ''")
                .replace("?", "'x'");
        try (var connection = DelegatingDataSource.unwrapDataSource(dataSource).getConnection();
                var statement = connection.createStatement();
                var plan = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + asked)) {
            while (plan.next()) {
                if ("organisation".equals(plan.getString("table"))) {
                    return plan.getString("key")
                            + (plan.getString("Extra").matches(".*Using index(?! condition).*")
                                    ? ", by the index alone"
                                    : "");
                }
            }
        }
        throw new AssertionError("No plan of " + asked);
    }

    private static JsonNode json(Web.Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
