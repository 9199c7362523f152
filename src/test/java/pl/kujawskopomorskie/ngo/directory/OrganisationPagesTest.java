package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The pages of the directory as a browser gets them, with what people and machines type into them. */
@PortalTest
class OrganisationPagesTest {

    private final OrganisationRows rows;
    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final Representations representations;
    private final Doubles doubles;
    private final People people;

    OrganisationPagesTest(
            OrganisationRows rows,
            SavingOrganisation saving,
            Organisations organisations,
            Representations representations,
            Doubles doubles,
            People people) {
        this.rows = rows;
        this.saving = saving;
        this.organisations = organisations;
        this.representations = representations;
        this.doubles = doubles;
        this.people = people;
    }

    @Test
    void the_home_page_searches_and_tells_how_many_there_are(Web web) {
        rows.listed("Stowarzyszenie Zza Drzwi");

        var home = web.get("/").page();

        assertThat(home.select("form[action=/organizacje] input[name=szukaj]")).hasSize(1);
        assertThat(home.select("a[href=/organizacje]").text()).contains("w bazie");
        assertThat(web.get("/organizacje?szukaj=zza+drzwi").page().text()).contains("Stowarzyszenie Zza Drzwi");
    }

    @Test
    void behind_the_last_page_of_the_search_is_its_last_page(Web web) {
        rows.listed("Zastronicowana Organizacja");

        var reply = web.get("/organizacje?szukaj=zastronicowana&strona=999");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).endsWith("/organizacje?szukaj=zastronicowana&strona=1");
        assertThat(web.get(reply.location()).page().select("main").text()).contains("Zastronicowana Organizacja");
    }

    @Test
    void history_is_told_in_words_with_who_changed_what() {
        var organisation = rows.full("Stowarzyszenie Historyczne");

        var history = people.signedIn(Role.CLERK)
                .get("/organizacje/" + organisation.slug() + "/historia")
                .page();

        assertThat(history.select("main table").text())
                .contains("stowarzyszenie", "fundacja", "tak", "nie", "Klara Biurowa", "biuro")
                .doesNotContain("true", "ASSOCIATION");
    }

    @Test
    void a_clerk_refuses_a_proposal_on_its_page_and_the_proposer_reads_why() {
        var proposer = people.person();
        var proposal = done(saving.propose(rows.entry("Koło Ze Strony"), proposer));
        var clerk = people.signedIn(Role.CLERK);
        var page = "/organizacje/" + proposal.slug();
        assertThat(clerk.get("/biuro/organizacje").page().text()).contains("Koło Ze Strony");

        var wrong = clerk.post(page + "/decyzja", Map.of("decision", "refuse", "proposal-reason", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").attr("href")).isEqualTo("#proposal-reason");
        var refused = clerk.post(page + "/decyzja", Map.of("decision", "refuse", "proposal-reason", "To żart."));

        assertThat(clerk.get(refused.location()).page().select(".done").text()).contains("odrzucone");
        var mine = people.signedIn(proposer);
        assertThat(mine.get("/konto/organizacje").page().text()).contains("Koło Ze Strony", "To żart.");
        assertThat(mine.get(page).page().text()).contains("To żart.");
        assertThat(people.signedIn().get(page).status()).isEqualTo(404);
    }

    @Test
    void a_refusal_without_a_reason_is_shown_at_its_own_request_with_what_was_typed() {
        var organisation = rows.listed("Stowarzyszenie Dwóch Próśb");
        var first = ask(organisation);
        ask(organisation);
        var clerk = people.signedIn(Role.CLERK);

        var tooLong = clerk.post(
                "/organizacje/" + organisation.slug() + "/osoby/" + first + "/decyzja",
                Map.of("decision", "refuse", "reason", "ż".repeat(1001)));

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.page().select(".error-summary a").attr("href")).isEqualTo("#reason-" + first);
        assertThat(tooLong.page().select("#reason-" + first).text()).startsWith("żżż");
        assertThat(tooLong.page().select(".field-error")).hasSize(1);
    }

    @Test
    void boxes_that_are_ticked_are_told_of_while_they_are_folded(Web web) {
        rows.listed("Stowarzyszenie Zwinięte");

        var page = web.get("/organizacje?sfera=16").page();

        assertThat(page.select("details.facets[open]")).isEmpty();
        assertThat(page.select("details.facets summary").text())
                .contains(PublicTaskSphere.of("16").orElseThrow().name());
        assertThat(web.get("/organizacje").page().select("details.facets summary .quiet"))
                .isEmpty();
    }

    @Test
    void a_clerk_compares_a_pair_and_merges_it() {
        var id = rows.pair("Klub Ze Strony Porównania");
        var clerk = people.signedIn(Role.CLERK);
        var address = "/biuro/organizacje/podobne/" + id;
        var page = clerk.get(address).page();
        // Other tests leave pairs too; this one is the last that was found.
        assertThat(clerk.get("/biuro/organizacje/podobne?po=" + (id - 1)).page().text())
                .contains("Klub Ze Strony Porównania");

        assertThat(clerk.post(address, Map.of("decision", "lower", "lower-revision", "9", "higher-revision", "x"))
                        .status())
                .isEqualTo(409);
        var question = clerk.get(address + "/polacz?zostaje=lower&lower-revision=3&higher-revision=4")
                .page();
        assertThat(question.select("main").text()).contains("Ten wpis zostaje", "Tego nie można cofnąć");
        assertThat(question.select("[name=decision]").val()).isEqualTo("lower");
        assertThat(question.select("[name=lower-revision]").val()).isEqualTo("3");
        assertThat(question.select("[name=higher-revision]").val()).isEqualTo("4");
        assertThat(clerk.get(address + "/polacz?zostaje=obie").location()).isEqualTo(address);
        var merged = clerk.post(
                address,
                Map.of(
                        "decision",
                        "lower",
                        "lower-revision",
                        page.select("[name=lower-revision]").val(),
                        "higher-revision",
                        page.select("[name=higher-revision]").val()));

        assertThat(merged.status()).isEqualTo(303);
        var old = page.select("main thead a").last().attr("href");
        assertThat(clerk.get(old).location()).isEqualTo(merged.location().replaceFirst("\\?.*", ""));
        assertThat(clerk.get(address).status()).isEqualTo(404);
        assertThat(people.signedIn(Role.AUDITOR)
                        .post(address, Map.of("decision", "different"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_clerk_finds_the_other_entry_that_the_portal_did_not_and_merges_them() {
        var one = rows.listed("Bractwo Kurkowe Zupełnie Osobne");
        var other = rows.listed(rows.entry("Strzelnica Inaczej Nazwana").with(OrganisationField.KRS, ""));
        var clerk = people.signedIn(Role.CLERK);
        var door = clerk.get("/organizacje/" + one.slug())
                .page()
                .select("a:contains(Połącz z innym wpisem)")
                .attr("href");
        assertThat(door).isNotEmpty();
        assertThat(clerk.get(door).page().select("main .entry")).isEmpty();

        var reply = clerk.get(door + "&szukaj=strzelnica+inaczej");
        var found = reply.page();
        assertThat(found.select(".entry a").eachText()).containsExactly("Strzelnica Inaczej Nazwana");
        assertThat(HtmlValidity.problems(reply.text())).isEmpty();
        var form =
                Map.of("one", one.slug(), "other", found.select("[name=other]").val());
        var pair = clerk.post("/biuro/organizacje/podobne", form).location();

        var page = clerk.get(pair).page();
        assertThat(page.text()).contains("Bractwo Kurkowe Zupełnie Osobne", "Strzelnica Inaczej Nazwana");
        assertThat(clerk.post("/biuro/organizacje/podobne", form).location()).isEqualTo(pair);
        assertThat(clerk.post("/biuro/organizacje/podobne", Map.of("one", one.slug(), "other", one.slug()))
                        .status())
                .isEqualTo(404);
        assertThat(people.signedIn().post("/biuro/organizacje/podobne", form).status())
                .isEqualTo(403);
        var merged = clerk.post(
                pair,
                Map.of(
                        "decision",
                        "lower",
                        "lower-revision",
                        page.select("[name=lower-revision]").val(),
                        "higher-revision",
                        page.select("[name=higher-revision]").val()));
        assertThat(merged.location()).startsWith("/organizacje/" + one.slug());
        assertThat(organisations.findBySlug(other.slug()).orElseThrow().mergedInto())
                .isEqualTo(one.key());
    }

    @Test
    void looking_for_the_other_entry_has_no_barriers(Browser office) {
        var organisation = rows.listed("Spółdzielnia Bez Barier");
        var other = rows.listed(rows.entry("Spółdzielnia Bez Barier w Toruniu").with(OrganisationField.KRS, ""));
        office.as(people.signedIn(Role.CLERK));

        office.open("/organizacje/" + organisation.slug());
        office.page().click("a:has-text('Połącz z innym wpisem')");
        office.page().fill("#szukaj", "spółdzielnia bez barier");
        office.page().click("main button:has-text('Szukaj')");
        assertThat(office.page().textContent("main")).contains(other.name());
        assertThat(office.barriers()).isEmpty();
        assertThat(office.overflow()).isEmpty();
        office.page().click("button:has-text('Porównaj')");

        assertThat(office.page().textContent("h1")).isEqualTo("Czy to jedna organizacja?");
        assertThat(office.complaints()).isEmpty();
    }

    @Test
    void a_pair_that_was_two_organisations_can_be_compared_again() {
        var id = rows.pair("Klub Rozdzielony Przez Pomyłkę");
        var clerk = people.signedIn(Role.CLERK);
        var pair = "/biuro/organizacje/podobne/" + id;
        clerk.post(pair, Map.of("decision", "different"));
        assertThat(clerk.get(pair).status()).isEqualTo(404);

        var parted = clerk.get("/biuro/organizacje/podobne/rozne");
        assertThat(parted.page().text()).contains("Klub Rozdzielony Przez Pomyłkę");
        assertThat(HtmlValidity.problems(parted.text())).isEmpty();
        assertThat(people.signedIn(Role.AUDITOR).post(pair + "/wroc", Map.of()).status())
                .isEqualTo(403);
        assertThat(clerk.post(pair + "/wroc", Map.of()).location()).isEqualTo(pair);

        assertThat(clerk.get(pair).status()).isEqualTo(200);
        assertThat(clerk.post(pair + "/wroc", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void lists_that_are_longer_than_a_page_go_on_after_its_last_row() {
        var many = IntStream.range(0, 16)
                .mapToObj(at ->
                        rows.listed("Klub Wielokrotny " + (char) ('a' + at)).key())
                .toList();
        var begin = doubles.waiting(0, 100_000).stream()
                .mapToLong(Doubles.Pair::id)
                .max()
                .orElse(0);
        for (int lower = 0; lower < many.size(); lower++) {
            for (int higher = lower + 1; higher < many.size(); higher++) {
                doubles.note(many.get(lower), many.get(higher), Doubles.Likeness.LIKE_NAME, TestClock.START);
            }
        }
        var clerk = people.signedIn(Role.CLERK);
        var marker = "a[href^=/biuro/organizacje/podobne/]:contains(Klub Wielokrotny)";

        var first = clerk.get("/biuro/organizacje/podobne?po=" + begin).page();
        assertThat(first.select(marker)).hasSize(100);
        var second = clerk.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select(marker)).hasSize(20);
        assertThat(second.select("a[rel=next]")).isEmpty();

        // Other tests look at the first page.
        doubles.waiting(begin, 1_000).forEach(pair -> doubles.settle(pair.id(), false, TestClock.START, 1));
        var parted = clerk.get("/biuro/organizacje/podobne/rozne").page();
        assertThat(parted.select(".entry")).hasSize(100);
        assertThat(clerk.get(parted.select("a[rel=next]").attr("href")).page().select(".entry"))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void the_desk_goes_on_after_the_last_request_and_proposal_that_were_seen() {
        var organisation = rows.listed("Stowarzyszenie Kolejkowe");
        var seen = ask(organisation);
        var next = rows.listed("Stowarzyszenie Następne W Kolejce");
        ask(next);
        var proposed = done(saving.propose(rows.entry("Koło Widziane Już"), people.person()));
        done(saving.propose(rows.entry("Koło Jeszcze Niewidziane"), people.person()));

        var desk = people.signedIn(Role.CLERK)
                .get("/biuro/organizacje?prosby=" + seen + "&zgloszenia=" + proposed.key())
                .page();

        assertThat(desk.text())
                .contains("Stowarzyszenie Następne W Kolejce", "Koło Jeszcze Niewidziane")
                .doesNotContain("Stowarzyszenie Kolejkowe", "Koło Widziane Już");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Koło 🐝 Pszczelarek",
                "\u202Eodwrócone\u202C",
                "z\u0000erem",
                "\"'><img src=x onerror=alert(1)>"
            })
    void whatever_is_typed_for_a_name_is_kept_as_text(String name) {
        var clerk = people.signedIn(Role.CLERK);

        var entered = clerk.post(
                "/organizacje/nowa",
                Map.of("name", name, "legalForm", "ASSOCIATION", "town", "Toruń", "county", "0463"));

        assertThat(entered.status()).isEqualTo(303);
        var page = clerk.get(entered.location());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main script:not([type='application/ld+json']), main img"))
                .isEmpty();
        assertThat(page.text()).doesNotContain("\u202E", "\u0000");
    }

    @Test
    void what_is_missing_too_tooLongor_forged_is_told_and_the_rest_is_kept() {
        var organisation = rows.listed("Stowarzyszenie Formularzowe");
        var clerk = people.signedIn(Role.CLERK);
        var address = "/organizacje/" + organisation.slug() + "/dane";

        var missing = clerk.post("/organizacje/nowa", Map.of("town", "Kikół"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().select("#town").val()).isEqualTo("Kikół");
        var tooLong = clerk.post(
                "/organizacje/nowa",
                Map.of("name", "a".repeat(301), "legalForm", "ASSOCIATION", "town", "Toruń", "county", "0463"));
        assertThat(tooLong.status()).isEqualTo(422);
        var forged = clerk.post(
                address,
                Map.of(
                        "revision",
                        "99999999999",
                        "name",
                        "Nowa",
                        "legalForm",
                        "FOUNDATION",
                        "town",
                        "Toruń",
                        "county",
                        "0463"));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.page().select(".note-warn").text()).contains("fundacja");
        assertThat(organisations.findBySlug(organisation.slug()).orElseThrow().name())
                .isEqualTo("Stowarzyszenie Formularzowe");
    }

    @Test
    void somebody_elses_things_are_not_found() {
        var organisation = rows.listed("Stowarzyszenie Cudze");
        var other = rows.listed("Stowarzyszenie Obce");
        var request = ask(organisation);
        var clerk = people.signedIn(Role.CLERK);
        var resident = people.signedIn();

        assertThat(clerk.post(
                                "/organizacje/" + other.slug() + "/osoby/" + request + "/decyzja",
                                Map.of("decision", "accept"))
                        .status())
                .isEqualTo(404);
        assertThat(resident.post("/organizacje/" + organisation.slug() + "/potwierdz", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(resident.post("/konto/organizacje", Map.of("organisation", organisation.slug()))
                        .status())
                .isEqualTo(404);
        assertThat(resident.get("/organizacje/" + organisation.slug() + "/osoby")
                        .status())
                .isEqualTo(404);
    }

    private long ask(Organisation organisation) {
        var person = people.person();
        people.signedIn(person)
                .post(
                        "/organizacje/" + organisation.slug() + "/reprezentacja",
                        Map.of("basis", "STATUTORY", "statement", "Zarząd."));
        return representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();
    }
}
