package pl.kujawskopomorskie.ngo.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.Representation.Kind;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.directory.Speakers;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.Multipart;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

/** What those who speak for an organisation see and send, and what they cannot, as a browser or a forger gets it. */
@PortalTest
class RepresentationPagesTest {

    private static final byte[] PDF = "%PDF-1.7\nPełnomocnictwo\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final OrganisationRows rows;
    private final Speakers speakers;
    private final Organisations organisations;
    private final Representations representations;
    private final SavingOrganisation saving;
    private final People people;

    RepresentationPagesTest(
            OrganisationRows rows,
            Speakers speakers,
            Organisations organisations,
            Representations representations,
            SavingOrganisation saving,
            People people) {
        this.rows = rows;
        this.speakers = speakers;
        this.organisations = organisations;
        this.representations = representations;
        this.saving = saving;
        this.people = people;
    }

    static Stream<Arguments> forged() {
        var values = Map.ofEntries(
                Map.entry(OrganisationField.NAME, "Stowarzyszenie Przejęte"),
                Map.entry(OrganisationField.LEGAL_FORM, "SPORTS_CLUB"),
                Map.entry(OrganisationField.STATE, "IN_LIQUIDATION"),
                Map.entry(OrganisationField.KRS, "0000999999"),
                Map.entry(OrganisationField.NIP, "1234563218"),
                Map.entry(OrganisationField.REGON, "123456785"),
                Map.entry(OrganisationField.PUBLIC_BENEFIT, "true"),
                Map.entry(OrganisationField.TAX_KRS, "0000999999"),
                Map.entry(OrganisationField.SOCIAL_ECONOMY, "true"));
        return Stream.concat(
                Arrays.stream(Kind.values())
                        .flatMap(kind -> values.entrySet().stream()
                                .map(value -> Arguments.of(kind, value.getKey(), value.getValue()))),
                Stream.of(Arguments.of(Kind.EDITOR, OrganisationField.CONTACT_EMAIL, "moj@example.pl")));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void what_the_office_keeps_is_not_changed_by_a_form_sent_by_hand(Kind kind, OrganisationField field, String value) {
        var organisation = rows.listed("Stowarzyszenie Niezmienne");
        var web = speaking(organisation, kind);
        var form = form(organisation);
        form.put(field.formName(), value);

        var refused = web.post(address(organisation, "/dane"), form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary").text()).contains("Niczego nie zapisano");
        var kept = organisations.findById(organisation.key()).orElseThrow();
        assertThat(kept.facts(saving.spheres(kept))).isEqualTo(organisation.facts(saving.spheres(organisation)));
    }

    @Test
    void representatives_and_editors_change_the_rest_and_read_what_they_do_not_change() {
        for (var kind : Kind.values()) {
            var organisation = rows.full("Stowarzyszenie Własnych Danych");
            var web = speaking(organisation, kind);
            var page = web.get(address(organisation, "/dane")).page();
            assertThat(page.select("#fixed").text())
                    .contains("Stowarzyszenie Własnych Danych", "fundacja", organisation.krs(), "@");
            assertThat(
                            page.select(
                                    "[name=name], [name=legalForm], [name=state], [name=krs], [name=publicBenefit], [name=taxKrs]"))
                    .isEmpty();
            assertThat(page.select("[name=contactEmail]")).hasSize(kind == Kind.EDITOR ? 0 : 1);
            var form = form(organisation);
            form.put("town", "Chełmża");
            if (kind == Kind.REPRESENTATIVE) {
                form.put("contactEmail", "nowy-kontakt@example.pl");
            }

            assertThat(web.post(address(organisation, "/dane"), form).status()).isEqualTo(303);

            var changed = organisations.findById(organisation.key()).orElseThrow();
            assertThat(changed.town()).isEqualTo("Chełmża");
            assertThat(changed.name()).isEqualTo(organisation.name());
            assertThat(changed.krs()).isEqualTo(organisation.krs());
            assertThat(changed.socialEconomy()).isTrue();
            assertThat(changed.contactEmail())
                    .isEqualTo(kind == Kind.EDITOR ? organisation.contactEmail() : "nowy-kontakt@example.pl");
        }
    }

    @Test
    void nobody_of_a_struck_off_organisation_changes_it_back() {
        var organisation = rows.listed("Stowarzyszenie Nie Do Wskrzeszenia");
        var web = speaking(organisation, Kind.REPRESENTATIVE);
        var struckOff = speakers.struckOff(organisation);
        var form = form(struckOff);
        form.put("state", "ACTIVE");

        assertThat(web.post(address(organisation, "/dane"), form).status()).isEqualTo(403);
        assertThat(web.get(address(organisation, "/dane")).status()).isEqualTo(403);
    }

    @Test
    void the_page_of_people_tells_each_reader_what_is_theirs_to_know() {
        var organisation = rows.listed("Stowarzyszenie Dyskretne");
        var head = speakers.representative(organisation);
        var editor = speakers.editor(organisation, head);
        var other = speakers.editor(organisation, head);
        var applicant = people.named("Alina Prosząca");
        speakers.ask(organisation, applicant);
        var page = address(organisation, "/osoby");

        var asEditor = people.signedIn(editor).get(page).page().select("main").text();
        assertThat(asEditor).contains("Renata Reprezentująca", "Edward Redagujący", editor.email());
        assertThat(asEditor)
                .doesNotContain(head.email(), other.email(), "Alina Prosząca", applicant.email(), "patrz KRS");
        var asHead = people.signedIn(head).get(page).page().select("main").text();
        assertThat(asHead).contains(head.email(), editor.email(), other.email());
        assertThat(asHead).doesNotContain("Alina Prosząca", applicant.email(), "patrz KRS");
        var asAuditor =
                people.signedIn(Role.AUDITOR).get(page).page().select("main").text();
        assertThat(asAuditor).contains(head.email(), "Alina Prosząca", applicant.email(), "patrz KRS");
    }

    @Test
    void a_power_of_attorney_comes_with_a_request_and_only_the_office_reads_it() {
        var organisation = rows.listed("Stowarzyszenie Pełnomocne");
        var person = people.person();
        var web = people.signedIn(person);
        var ask = address(organisation, "/reprezentacja");
        assertThat(web.get(ask).page().select("input[type=file]#paper")).hasSize(1);

        var wrong =
                paper("skan.pdf", "to nie PDF".getBytes(StandardCharsets.UTF_8)).post(web, ask);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").attr("href")).isEqualTo("#paper");
        assertThat(wrong.page().select("#statement").text()).contains("Mam pełnomocnictwo");
        assertThat(paper("skan.pdf", PDF).post(web, ask).status()).isEqualTo(303);

        var clerk = people.signedIn(Role.CLERK);
        var link = clerk.get(address(organisation, "/osoby"))
                .page()
                .select("main a[href$=/dokument]")
                .attr("href");
        var sent = clerk.send(clerk.request(link).GET());
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.response().body()).isEqualTo(PDF);
        assertThat(sent.header("Content-Disposition")).startsWith("attachment;").contains("skan.pdf");
        assertThat(people.signedIn(Role.AUDITOR).get(link).status()).isIn(200, 406);
        assertThat(web.get(link).status()).isEqualTo(403);
        assertThat(speaking(organisation, Kind.REPRESENTATIVE).get(link).status())
                .isEqualTo(403);
        var other = rows.listed("Stowarzyszenie Obcego Dokumentu");
        assertThat(clerk.send(clerk.request(link.replace(organisation.slug(), other.slug()))
                                .GET())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void asking_twice_leaves_one_request_and_says_so() {
        var organisation = rows.listed("Stowarzyszenie Dwa Razy");
        var person = people.person();
        var web = people.signedIn(person);
        var form = Map.of("basis", "STATUTORY", "statement", "Zarząd.");
        var ask = address(organisation, "/reprezentacja");

        assertThat(said(web, web.post(ask, form))).contains("Prośba czeka na decyzję");
        assertThat(said(web, web.post(ask, form))).contains("drugiej nie wysłaliśmy");
        assertThat(web.get(ask).page().select("form[action=" + ask + "]")).isEmpty();
        assertThat(representations.standings(person.personId())).hasSize(1);
    }

    @Test
    void a_representative_is_told_that_they_are_one_and_an_editor_may_ask() {
        var organisation = rows.listed("Stowarzyszenie Pytających");
        var head = speakers.representative(organisation);
        var asHead = people.signedIn(head);
        var asEditor = people.signedIn(speakers.editor(organisation, head));
        var form = Map.of("basis", "STATUTORY", "statement", "Zarząd.");
        var ask = address(organisation, "/reprezentacja");

        assertThat(said(asHead, asHead.post(ask, form))).contains("Reprezentujesz już");
        assertThat(asHead.get(address(organisation, "")).page().select("a[href=" + ask + "]"))
                .isEmpty();
        assertThat(asEditor.get(address(organisation, "")).page().select("a[href=" + ask + "]"))
                .hasSize(1);
        assertThat(said(asEditor, asEditor.post(ask, form))).contains("Prośba czeka na decyzję");
    }

    @Test
    void who_asks_for_what_is_struck_off_reads_why_not_and_keeps_their_words() {
        var organisation = rows.listed("Stowarzyszenie Wykreślone Ze Strony");
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);
        var request = speakers.ask(organisation, people.person());
        speakers.struckOff(organisation);
        var web = people.signedIn();
        var ask = address(organisation, "/reprezentacja");

        assertThat(web.get(ask).page().select("main .note").text()).contains("wykreślona");
        var refused = web.post(ask, Map.of("basis", "STATUTORY", "statement", "Jestem prezeską."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary").text()).contains("wykreślona");
        assertThat(refused.page().select("#statement").text()).contains("Jestem prezeską.");
        var uninvited = people.signedIn(head).post(address(organisation, "/osoby"), Map.of("email", "kto@example.org"));
        assertThat(uninvited.status()).isEqualTo(422);
        assertThat(uninvited.page().select("#email").val()).isEqualTo("kto@example.org");
        var unaccepted = people.signedIn(invited).post("/organizacje/zaproszenie/" + token, Map.of());
        assertThat(unaccepted.status()).isEqualTo(422);
        assertThat(unaccepted.page().select(".error-summary").text()).contains("wykreślona");
        var undecided = people.signedIn(Role.CLERK)
                .post(
                        address(organisation, "/osoby/" + request + "/decyzja"),
                        Map.of("decision", "accept", "reason", "Zgadza się."));
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.page().select("#reason-" + request).text()).contains("Zgadza się.");
    }

    @Test
    void a_decision_that_is_none_decides_nothing() {
        var organisation = rows.listed("Stowarzyszenie Niezdecydowane");
        var person = people.person();
        var request = speakers.ask(organisation, person);
        var proposal = OrganisationRows.done(saving.propose(rows.entry("Koło Niezdecydowane"), people.person()));
        var clerk = people.signedIn(Role.CLERK);

        for (var decision : new String[] {"", "maybe", "ACCEPT"}) {
            var form = Map.of("decision", decision, "reason", "Powód.", "proposal-reason", "Powód.");
            assertThat(clerk.post(address(organisation, "/osoby/" + request + "/decyzja"), form)
                            .status())
                    .isEqualTo(422);
            assertThat(clerk.post(address(proposal, "/decyzja"), form).status()).isEqualTo(422);
            assertThat(clerk.post("/biuro/organizacje/krs/1", form).status()).isEqualTo(422);
        }

        assertThat(people.signedIn(Role.AUDITOR)
                        .post(address(organisation, "/osoby/" + request + "/decyzja"), Map.of("decision", ""))
                        .status())
                .isEqualTo(403);
        assertThat(representations.asked(organisation.key(), person.personId())).isPresent();
        assertThat(people.signedIn(Role.CLERK).get(address(proposal, "")).page().select("#proposal-reason"))
                .hasSize(1);
    }

    @Test
    void whoever_registers_an_organisation_goes_on_to_represent_it(Browser browser) {
        var page = browser.as(people.signedIn()).page();
        browser.open("/organizacje/nowa");
        page.fill("#name", "Koło Gospodyń Od Zgłoszenia");
        page.selectOption("#legalForm", "RURAL_HOUSEWIVES_CIRCLE");
        page.fill("#town", "Kikół");
        page.selectOption("#county", "0408");
        page.click("form[method=post][action='/organizacje/nowa'] button[type=submit]");
        page.waitForURL("**/organizacje/kolo-gospodyn-od-zgloszenia**");

        page.click("main a[href$='/reprezentacja']");
        page.waitForURL("**/reprezentacja");
        page.check("#basis");
        page.fill("#statement", "Jestem przewodniczącą koła.");
        assertThat(browser.barriers()).isEmpty();
        page.click("main form[method=post] button[type=submit]");
        page.waitForURL("**/konto/organizacje**");

        assertThat(page.textContent("main")).contains("Koło Gospodyń Od Zgłoszenia", "czeka na decyzję");
        assertThat(browser.complaints()).isEmpty();
    }

    private Web speaking(Organisation organisation, Kind kind) {
        var head = speakers.representative(organisation);
        return people.signedIn(kind == Kind.REPRESENTATIVE ? head : speakers.editor(organisation, head));
    }

    /** What the form of those who speak for an organisation sends: all but what the office keeps. */
    private Map<String, String> form(Organisation organisation) {
        var now = organisations.findById(organisation.key()).orElseThrow();
        var entry = now.facts(saving.spheres(now)).entry();
        var form = new HashMap<String, String>();
        for (var field : new OrganisationField[] {
            OrganisationField.SHORT_NAME,
            OrganisationField.STREET,
            OrganisationField.HOUSE,
            OrganisationField.FLAT,
            OrganisationField.POSTCODE,
            OrganisationField.TOWN,
            OrganisationField.COMMUNE,
            OrganisationField.COMMUNE_TERYT,
            OrganisationField.COUNTY,
            OrganisationField.AREA,
            OrganisationField.SPHERES,
            OrganisationField.DESCRIPTION,
            OrganisationField.CONTACT_PHONE,
            OrganisationField.CONTACT_PUBLIC,
            OrganisationField.WEBSITE,
            OrganisationField.FOUNDED_YEAR,
            OrganisationField.MEMBERS,
            OrganisationField.VOLUNTEERS
        }) {
            form.put(field.formName(), entry.at(field));
        }
        form.put("revision", Integer.toString(now.revision()));
        return form;
    }

    private static Multipart paper(String name, byte[] content) {
        return Multipart.form()
                .field("basis", "POWER_OF_ATTORNEY")
                .field("statement", "Mam pełnomocnictwo z 3 listopada.")
                .file("paper", name, content);
    }

    private static String said(Web web, Web.Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        return web.get(reply.location()).page().select(".done").text();
    }

    private static String address(Organisation organisation, String path) {
        return "/organizacje/" + organisation.slug() + path;
    }
}
