package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.directory.OrganisationRows.done;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The pages of the directory as a browser gets them, with what people and machines type into them. */
@PortalTest
class OrganisationPagesTest {

    private final OrganisationRows rows;
    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final Representations representations;
    private final People people;

    OrganisationPagesTest(
            OrganisationRows rows,
            SavingOrganisation saving,
            Organisations organisations,
            Representations representations,
            People people) {
        this.rows = rows;
        this.saving = saving;
        this.organisations = organisations;
        this.representations = representations;
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
    void a_clerk_compares_a_pair_and_merges_it() {
        var id = rows.pair("Klub Ze Strony Porównania");
        var clerk = people.signedIn(Role.CLERK);
        var address = "/biuro/organizacje/podobne/" + id;
        var page = clerk.get(address).page();
        assertThat(clerk.get("/biuro/organizacje/podobne").page().text()).contains("Klub Ze Strony Porównania");

        assertThat(clerk.post(address, Map.of("decision", "lower", "lower-revision", "9", "higher-revision", "x"))
                        .status())
                .isEqualTo(409);
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
