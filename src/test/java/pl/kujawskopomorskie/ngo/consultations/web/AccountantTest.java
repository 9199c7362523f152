package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.web.RemarkPagesTest.form;
import static pl.kujawskopomorskie.ngo.consultations.web.RemarkPagesTest.uwagi;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** The whole way of issue 3, on a phone: from the name of an association to its remark. */
@PortalTest
class AccountantTest {

    @Test
    void an_accountant_finds_her_association_is_accepted_and_submits_its_remark_with_a_colleague(
            Browser browser,
            ConsultationRows rows,
            OrganisationRows organisations,
            People people,
            Mailbox mailbox,
            Jobs jobs) {
        var consultation = rows.open();
        var association = organisations.listed("Stowarzyszenie Przyjaciół Gęsi Świeckiej");
        var accountant = people.named("Łucja Księgowa");
        var colleague = people.named("Gustaw Redaktorski");
        var place = "/organizacje/" + association.slug();
        var page = browser.width(390).as(people.signedIn(accountant)).page();

        browser.open("/organizacje");
        page.fill("#szukaj", "gesi swieck");
        page.press("#szukaj", "Enter");
        page.click("a[href='" + place + "']");
        fits(browser);
        page.click("a[href='" + place + "/reprezentacja']");
        page.check("#basis");
        page.fill("#statement", "Jestem skarbniczką w zarządzie.");
        fits(browser);
        page.click("main button[type=submit]");

        var clerk = people.signedIn(Role.CLERK);
        var decision = clerk.get(place + "/osoby")
                .page()
                .select("form[action$=decyzja]")
                .attr("action");
        assertThat(clerk.post(decision, Map.of("decision", "accept", "reason", ""))
                        .status())
                .isEqualTo(303);

        browser.open("/konto/organizacje");
        page.click("form:has(input[value='" + association.slug() + "']) button");
        assertThat(page.textContent(".voice-note")).contains("Przyjaciół Gęsi");
        browser.open(place + "/osoby");
        page.fill("#email", colleague.email());
        fits(browser);
        page.click("form[action='" + place + "/osoby'] button[type=submit]");
        jobs.runDue();

        var editor = people.signedIn(colleague);
        var invitation =
                mailbox.last(colleague.email()).body().replaceAll("(?s).*(/organizacje/zaproszenie/\\S+).*", "$1");
        assertThat(editor.post(invitation, Map.of()).status()).isEqualTo(303);
        editor.post("/konto/organizacje", Map.of("organisation", association.slug()));
        var words = new HashMap<>(form("Zarząd zbiera się raz w miesiącu.", "submit"));
        words.put("organisation", association.slug());
        assertThat(editor.post(uwagi(consultation), words).location()).startsWith("/konto/uwagi/");
        jobs.runDue();

        var draft = mailbox.last(accountant.email()).body().replaceAll("(?s).*(/konto/uwagi/[0-9]+).*", "$1");
        browser.open(draft);
        assertThat(page.inputValue("#rationale")).isEqualTo("Zarząd zbiera się raz w miesiącu.");
        assertThat(page.textContent(".remark-voice")).contains("Przyjaciół Gęsi");
        fits(browser);
        assertThat(browser.barriers()).isEmpty();
        page.click("button[value=submit]");
        assertThat(page.textContent("h1")).isEqualTo("Uwaga złożona");
        browser.open(uwagi(consultation) + "/1");
        assertThat(page.textContent("main")).contains("Stowarzyszenie Przyjaciół Gęsi Świeckiej");
        fits(browser);
        browser.open(place);
        assertThat(page.textContent("main")).contains(consultation.title());
        assertThat(browser.complaints()).isEmpty();
    }

    private static void fits(Browser browser) {
        assertThat(browser.overflow()).isEmpty();
    }
}
