package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The pages of remarks as a browser shows them, with the mistakes and states that the crawler of routes does not come by. */
@PortalTest
@Tag("look")
class RemarksLookTest {

    @Test
    void every_page_of_a_remark_is_fit_to_be_read_and_filled_in(Browser browser, ConsultationRows rows, People people) {
        var consultation = rows.open();
        var path = RemarkPagesTest.uwagi(consultation);
        var resident = people.signedIn(people.named("Jadwiga Wiśniewska-Kowalczyk"));
        var change = new HashMap<>(RemarkPagesTest.form(
                "Czternaście dni to za mało, bo zarząd koła zbiera się raz w miesiącu. 🙂", "submit"));
        change.put("proposedWording", "Termin składania ofert wynosi co najmniej 21 dni.");
        change.put("consents", "true");
        resident.post(path, change);
        resident.post(path, RemarkPagesTest.form("Do wycofania.", "submit"));
        resident.post(path + "/2/wycofaj", Map.of());
        resident.post(
                path,
                RemarkPagesTest.form("Szkic na później: " + "długie zdanie o wielu słowach, ".repeat(12), "keep"));
        rows.insert(
                "INSERT INTO answer (remark_id, state, position, rationale, drafted_at, approved_at, revision)"
                        + " SELECT id, 'APPROVED', 'PARTLY_ACCEPTED', 'Wydłużamy termin do 18 dni.', '2026-11-20', '2026-11-20', 0"
                        + " FROM remark WHERE consultation_id = ? AND number = 1",
                consultation.key());

        browser.as(resident);
        look(browser, resident, path + "/nowa?jednostka=par_2&wersja=1", "form");
        browser.page().fill("#proposedWording", "");
        browser.page().click("button[value=submit]");
        inspect(browser, "form-mistaken");
        look(browser, resident, path + "/1/zlozona", "accepted");
        look(browser, resident, path, "register");
        look(browser, resident, path + "?szukaj=nic+takiego", "register-none");
        look(browser, resident, path + "/1", "remark");
        look(browser, resident, path + "/2", "remark-withdrawn");
        look(browser, resident, "/konto/uwagi", "mine");

        var clerk = people.signedIn(Role.CLERK);
        var desk = "/biuro/konsultacje/" + consultation.slug() + "/uwagi";
        browser.as(clerk);
        look(browser, clerk, desk + "/nowa", "entry");
        look(browser, clerk, desk + "/wczytaj", "import");
        browser.page()
                .setInputFiles("#file", new FilePayload("uwagi.csv", "text/csv", """
                                Lp.;Obecne brzmienie;Proponowana zmiana;Uzasadnienie
                                1;§ 2 Termin składania ofert wynosi 14 dni.;21 dni;Za krótko dla małych organizacji
                                2;§ 77;coś;Nie ma takiego
                                3;§ 1;;
                                """.getBytes(StandardCharsets.UTF_8)));
        browser.page().fill("#author", "Koło Gospodyń Wiejskich");
        browser.page().click("main button[type=submit]");
        inspect(browser, "import-preview");
    }

    @Test
    void what_is_too_long_empty_or_too_large_is_named_before_it_is_sent(
            Browser browser, ConsultationRows rows, People people) {
        var consultation = rows.open();
        var page = browser.as(people.signedIn()).page();
        browser.open(RemarkPagesTest.uwagi(consultation) + "/nowa?jednostka=par_2");

        page.fill("#rationale", "a".repeat(20_001));
        page.setInputFiles("#attachments", new FilePayload("pusty.pdf", "application/pdf", new byte[0]));
        var empty = page.textContent("#attachments-unfit");
        page.click("button[value=submit]");
        // The office's limit would take long to send to the browser.
        page.evaluate("document.querySelector('#attachments').dataset.most = '0.0001'");
        page.setInputFiles("#attachments", new FilePayload("film.pdf", "application/pdf", new byte[1000]));
        var large = page.textContent("#attachments-unfit");

        assertThat(page.inputValue("#rationale")).hasSize(20_001);
        assertThat(page.getAttribute("#rationale-longest", "class")).contains("field-error");
        assertThat(page.textContent("#rationale-longest")).matches("Wpisano 20.?001 z 20.?000 znaków\\.");
        assertThat(empty).contains("pusty");
        assertThat(large).contains("20 MB");
        assertThat(page.url()).endsWith("/nowa?jednostka=par_2");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_remark_is_made_with_the_keyboard_alone(Browser browser, ConsultationRows rows, People people) {
        var consultation = rows.open();
        var page = browser.as(people.signedIn()).page();
        browser.open(RemarkPagesTest.uwagi(consultation) + "/nowa?jednostka=par_2");

        page.focus("#rationale");
        page.keyboard().type("Z klawiatury.");
        for (var steps = 0; steps < 12; steps++) {
            page.keyboard().press("Tab");
            if ("submit".equals(page.evaluate("document.activeElement.value"))) {
                break;
            }
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/1/zlozona", new Page.WaitForURLOptions().setTimeout(10_000));
    }

    private static void look(Browser browser, Web visitor, String path, String name) {
        browser.width(Browser.WIDE);
        browser.open(path);
        inspect(browser, name);
        assertSoftly(softly -> softly.assertThat(
                        HtmlValidity.problems(visitor.get(path).text()))
                .as("HTML of " + name)
                .isEmpty());
    }

    private static void inspect(Browser browser, String name) {
        assertSoftly(softly -> {
            softly.assertThat(browser.barriers()).as("barriers of " + name).isEmpty();
            softly.assertThat(browser.width(Browser.NARROW).overflow())
                    .as("overflow of " + name)
                    .isEmpty();
            softly.assertThat(browser.smallTargets())
                    .as("small targets of " + name)
                    .isEmpty();
            softly.assertThat(browser.complaints()).as("complaints of " + name).isEmpty();
        });
        browser.width(Browser.WIDE);
    }
}
