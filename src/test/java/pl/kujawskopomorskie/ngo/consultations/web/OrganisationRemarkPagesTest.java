package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.web.RemarkPagesTest.form;
import static pl.kujawskopomorskie.ngo.consultations.web.RemarkPagesTest.uwagi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.consultations.VoiceRows;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Queries;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class OrganisationRemarkPagesTest {

    private final ConsultationRows rows;
    private final OrganisationRows organisations;
    private final VoiceRows voices;
    private final People people;

    OrganisationRemarkPagesTest(
            ConsultationRows rows, OrganisationRows organisations, VoiceRows voices, People people) {
        this.rows = rows;
        this.organisations = organisations;
        this.voices = voices;
        this.people = people;
    }

    @Test
    void the_form_says_in_whose_name_and_everything_public_names_the_organisation(Web visitor) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Nazwane");
        var person = people.named("Janina Księgowa");
        voices.representative(person, organisation);
        var web = acting(people.signedIn(person), organisation);

        var page = web.get(uwagi(consultation) + "/nowa?jednostka=par_2").page();
        assertThat(page.select(".remark-voice").text()).contains("Stowarzyszenie Nazwane", "Janina Księgowa");
        assertThat(page.select("#consents")).isEmpty();
        var sent = web.post(uwagi(consultation), named(organisation, "Za krótko.", "submit"));

        assertThat(sent.location()).endsWith("/uwagi/1/zlozona");
        assertThat(visitor.get(uwagi(consultation))
                        .page()
                        .select("a[href=/organizacje/" + organisation.slug() + "]")
                        .text())
                .isEqualTo("Stowarzyszenie Nazwane");
        assertThat(visitor.get(uwagi(consultation) + "/1").text())
                .contains("Stowarzyszenie Nazwane")
                .doesNotContain("Janina Księgowa");
        assertThat(visitor.getJson("/api/v1/consultations/" + consultation.slug() + "/remarks")
                        .text())
                .contains("\"orgId\":\"" + organisation.orgId() + "\"", "/organizacje/" + organisation.slug());
        assertThat(visitor.get("/organizacje/" + organisation.slug()).text()).contains(uwagi(consultation) + "/1");
        assertThat(web.get(uwagi(consultation) + "/1").page().select("form[action$=usun-nazwisko]"))
                .isEmpty();
    }

    @Test
    void a_change_of_name_in_another_tab_is_told_and_the_words_stay() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Przełączone");
        var person = people.named("Janina Księgowa");
        voices.representative(person, organisation);
        var web = people.signedIn(person);
        acting(web, organisation);

        var form = new HashMap<>(form("Pisane we własnym imieniu.", "submit"));
        form.put("organisation", "");
        var told = web.post(uwagi(consultation), form);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select(".error-summary").text()).contains("Stowarzyszenie Przełączone");
        assertThat(told.page().select("#rationale").text()).isEqualTo("Pisane we własnym imieniu.");
        assertThat(told.page().select("[name=organisation]").val()).isEqualTo(organisation.slug());
        form.put("organisation", organisation.slug());
        form.put("formToken", told.page().select("[name=formToken]").val());
        assertThat(web.post(uwagi(consultation), form).status()).isEqualTo(303);
    }

    @Test
    void nobody_writes_for_an_organisation_by_forging_its_name() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Cudze");
        var web = people.signedIn();
        web.keep("portal_voice", organisation.slug());

        var told = web.post(uwagi(consultation), named(organisation, "Podszywam się.", "submit"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select("[name=organisation]").val()).isEmpty();
        assertThat(web.get(uwagi(consultation)).text()).doesNotContain("Podszywam się");
        assertThat(rows.value("SELECT COUNT(*) FROM remark WHERE organisation_id = ?", organisation.key()))
                .isEqualTo("0");
    }

    @Test
    void of_two_editors_the_second_sees_both_texts() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Dwugłosowe");
        var anna = people.named("Anna Pierwsza");
        var barbara = people.named("Barbara Druga");
        voices.editor(anna, organisation);
        voices.editor(barbara, organisation);
        voices.representative(people.named("Halina Prezeska"), organisation);
        var annas = acting(people.signedIn(anna), organisation);
        var barbaras = acting(people.signedIn(barbara), organisation);
        var form = new HashMap<>(named(organisation, "Początek.", "keep"));
        var draft = annas.post(uwagi(consultation), form).location().replaceAll("\\?.*", "");
        form.put(
                "revision", barbaras.get(draft).page().select("[name=revision]").val());
        form.put("rationale", "Tekst Anny.");
        annas.post(uwagi(consultation), form);

        form.put("rationale", "Tekst Barbary.");
        var second = barbaras.post(uwagi(consultation), form);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select("#saved-title").text()).contains("Anna Pierwsza");
        assertThat(second.page().select("[aria-labelledby=saved-title]").text()).contains("Tekst Anny.");
        assertThat(second.page().select("#rationale").text()).isEqualTo("Tekst Barbary.");
        assertThat(barbaras.get("/konto/uwagi").text()).contains("Tekst Anny.");
        form.put("revision", second.page().select("[name=revision]").val());
        form.put("action", "submit");
        assertThat(barbaras.post(uwagi(consultation), form).location()).isEqualTo(draft);
        assertThat(annas.get(draft).text()).contains("czeka na reprezentanta");
    }

    @Test
    void a_draft_that_a_colleague_changed_is_not_thrown_away_unread() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Ostrożne");
        var anna = people.named("Anna Pierwsza");
        var barbara = people.named("Barbara Druga");
        voices.editor(anna, organisation);
        voices.editor(barbara, organisation);
        var annas = acting(people.signedIn(anna), organisation);
        var barbaras = acting(people.signedIn(barbara), organisation);
        var form = new HashMap<>(named(organisation, "Początek.", "keep"));
        var draft = annas.post(uwagi(consultation), form).location().replaceAll("\\?.*", "");
        var ofForm = RemarkPagesTest.seen(barbaras, draft);
        var ofList = Map.of(
                "revision",
                barbaras.get("/konto/uwagi")
                        .page()
                        .select("form[action$=usun] [name=revision]")
                        .val());
        form.put("revision", ofForm.get("revision"));
        form.put("rationale", "Tekst Anny.");
        annas.post(uwagi(consultation), form);

        for (var seen : List.of(ofForm, ofList, Map.<String, String>of())) {
            var told = barbaras.post(draft + "/usun", seen);
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.page().select(".error-summary").text()).contains("nie usunęliśmy");
            assertThat(told.page().select("#rationale").text()).isEqualTo("Tekst Anny.");
        }
        var mine = people.signedIn(barbara);
        assertThat(mine.post(draft + "/usun", ofForm).text()).contains("w innym imieniu");
        assertThat(barbaras.post(draft + "/usun", RemarkPagesTest.seen(barbaras, draft))
                        .status())
                .isEqualTo(303);
        assertThat(annas.get(draft).status()).isEqualTo(404);
    }

    @Test
    void an_editor_is_told_when_nobody_could_submit() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Bez Reprezentanta");
        var person = people.named("Ewa Redaktorska");
        voices.editor(person, organisation);
        var web = acting(people.signedIn(person), organisation);

        var told = web.post(uwagi(consultation), named(organisation, "Gotowe.", "submit"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select(".error-summary").text()).contains("nie ma na portalu reprezentanta");
        assertThat(told.page().select("#rationale").text()).isEqualTo("Gotowe.");
        assertThat(web.get("/konto/uwagi").text()).contains("Gotowe.").doesNotContain("gotowy do złożenia");
    }

    @Test
    void the_list_of_an_organisation_costs_the_same_for_many_remarks_as_for_one(Queries queries) {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Płodne");
        var person = people.named("Janina Księgowa");
        voices.representative(person, organisation);
        var web = acting(people.signedIn(person), organisation);
        web.post(uwagi(consultation), named(organisation, "Pierwsza.", "submit"));
        web.get("/konto/uwagi");

        var ofOne = queries.during(() -> web.get("/konto/uwagi"));
        for (var number = 2; number <= 8; number++) {
            web.post(uwagi(consultation), named(organisation, "Kolejna " + number + ".", "submit"));
        }

        assertThat(web.get("/konto/uwagi").page().select(".entry")).hasSize(8);
        assertThat(queries.during(() -> web.get("/konto/uwagi"))).hasSameSizeAs(ofOne);
    }

    @Test
    void a_right_that_ended_while_the_form_was_open_is_told_and_the_words_stay() {
        var consultation = rows.open();
        var organisation = organisations.listed("Stowarzyszenie Zakończone");
        var person = people.named("Roman Były");
        voices.representative(person, organisation);
        var web = acting(people.signedIn(person), organisation);
        var draft = web.post(uwagi(consultation), named(organisation, "Szkic.", "keep"))
                .location()
                .replaceAll("\\?.*", "");

        voices.end(person, organisation);
        var told = web.post(uwagi(consultation), named(organisation, "Za późno.", "submit"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select("#rationale").text()).isEqualTo("Za późno.");
        assertThat(told.page().select("[name=organisation]").val()).isEmpty();
        assertThat(web.get(draft).status()).isEqualTo(404);
        assertThat(web.get("/konto/uwagi").text()).doesNotContain("Szkic.");
    }

    private static Web acting(Web web, Organisation organisation) {
        assertThat(web.post("/konto/organizacje", Map.of("organisation", organisation.slug()))
                        .status())
                .isEqualTo(303);
        return web;
    }

    private static Map<String, String> named(Organisation organisation, String rationale, String action) {
        var form = new HashMap<>(form(rationale, action));
        form.put("organisation", organisation.slug());
        return form;
    }
}
