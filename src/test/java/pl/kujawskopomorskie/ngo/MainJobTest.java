package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.act.source.SourceFiles;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** The main job of the portal from its first step to its last, in real browsers. */
@PortalTest
class MainJobTest {

    private static final String TITLE = "Projekt uchwały w sprawie programu Otwarta Świetlica";
    private static final String SLUG = "projekt-uchwaly-w-sprawie-programu-otwarta-swietlica";

    /** A minute after the last day of the term, which is 4 December 2026. */
    private static final Instant AFTER_CLOSING = Instant.parse("2026-12-04T23:01:00Z");

    @Test
    void a_draft_is_read_commented_on_answered_reported_and_counted(
            Browser office, Browser home, People people, TestClock clock, Jobs jobs) throws Exception {
        office.as(people.signedIn(Role.CLERK, Role.DEPARTMENT_OFFICER));
        home.as(people.signedIn(people.named("Hanna Mieszkanka")));

        prepare(office);
        readIn(office);
        follow(office, "Przejdź do ogłoszenia");
        press(office, "Ogłoś konsultacje");
        assertThat(office.page().textContent("main")).contains("trwają");

        remark(home);
        jobs.runDue();

        clock.set(AFTER_CLOSING);
        answer(office, people);
        publish(office);
        jobs.runDue();

        readTheReport(home);
        openTheNumber(home);
        assertThat(office.complaints()).isEmpty();
        assertThat(home.complaints()).isEmpty();
    }

    private static void prepare(Browser office) {
        office.open("/biuro");
        office.page().getByText("Przygotuj nowe konsultacje").click();
        var page = office.page();
        page.fill("#title", TITLE);
        page.fill("#subject", "Zasady prowadzenia świetlic przez organizacje");
        page.fill("#summary", "Organizacje dostaną pieniądze na świetlice.\n\nPytamy, czy kwota wystarczy.");
        page.selectOption("#kind", "LOCAL_LAW_ACT");
        page.selectOption("#department", new SelectOption().setLabel("Departament Testowy"));
        page.fill("#opensOn", "2026-11-20");
        page.fill("#closesOn", "2026-12-04");
        page.fill("#contactName", "Sekretariat Biura Współpracy");
        page.fill("#contactEmail", "ngo@example.org");
        page.uncheck("#fourEyes");
        press(office, "Zapisz");
        assertThat(page.url()).endsWith("/biuro/konsultacje/" + SLUG);
    }

    private static void readIn(Browser office) {
        var page = office.page();
        follow(office, "Wczytaj projekt");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "projekt.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        draft()));
        press(office, "Wczytaj i pokaż podgląd");
        assertThat(page.textContent("main")).contains("§ 3 ust. 2").contains("nic nie budzi wątpliwości");
        assertThat(office.barriers()).isEmpty();
        office.open("/biuro/konsultacje/" + SLUG);
    }

    private static void remark(Browser home) {
        var page = home.page();
        home.open("/konsultacje/" + SLUG + "/projekt");
        page.locator("#par_3__ust_2 .unit-tools .btn").click();
        page.fill("#proposedWording", "Świetlica jest czynna co najmniej pięć dni w tygodniu.");
        page.fill("#rationale", "Dzieci potrzebują opieki w każdy dzień szkolny.");
        assertThat(home.barriers()).isEmpty();
        press(home, "Złóż uwagę");
        page.waitForURL("**/zlozona");
        assertThat(page.textContent("main")).contains("/0001");
    }

    private static void answer(Browser office, People people) {
        // Two weeks have passed, so the office signs in again.
        office.as(people.signedIn(Role.CLERK));
        var page = office.page();
        office.open("/biuro/konsultacje/" + SLUG + "/uwagi/1");
        page.check("input[name=position][value=ACCEPTED]");
        page.fill("#rationale", "Uwaga jest słuszna; § 3 ust. 2 otrzyma proponowane brzmienie.");
        press(office, "Przekaż do zatwierdzenia");
        office.open("/biuro/konsultacje/" + SLUG + "/uwagi/1");
        press(office, "Zatwierdź odpowiedź");
        office.open("/biuro/konsultacje/" + SLUG);
        assertThat(page.textContent("main")).contains("odpowiedzi gotowe");
    }

    private static void publish(Browser office) {
        office.open("/biuro/konsultacje/" + SLUG + "/sprawozdanie");
        press(office, "Zapisz i przejrzyj przed publikacją");
        press(office, "Opublikuj sprawozdanie");
        office.open("/konsultacje/" + SLUG + "/sprawozdanie");
        assertThat(office.page().textContent("main")).contains("Uwaga jest słuszna");
        assertThat(office.barriers()).isEmpty();
    }

    private static void readTheReport(Browser home) throws Exception {
        var pdf = home.page().request().get("/konsultacje/" + SLUG + "/sprawozdanie.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("§ 3 ust. 2")
                    .contains("Uwaga jest słuszna");
        }
    }

    private static void openTheNumber(Browser home) {
        home.open("/program/wskazniki/2.1?rok=2026");
        follow(home, TITLE);
        assertThat(home.page().url()).endsWith("/konsultacje/" + SLUG);
    }

    private static void follow(Browser browser, String words) {
        browser.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    /** Presses a button and waits until the page that it leads to is there. */
    private static void press(Browser browser, String words) {
        browser.page()
                .waitForResponse(
                        response -> response.request().isNavigationRequest()
                                && (response.status() < 300 || response.status() >= 400),
                        () -> browser.page()
                                .getByRole(
                                        AriaRole.BUTTON,
                                        new Page.GetByRoleOptions()
                                                .setName(words)
                                                .setExact(true))
                                .click());
        browser.page().waitForLoadState();
    }

    private static byte[] draft() {
        return SourceFiles.word()
                .paragraph("UCHWAŁA NR …/…/2026")
                .paragraph("SEJMIKU WOJEWÓDZTWA KUJAWSKO-POMORSKIEGO")
                .paragraph("z dnia … 2026 r.")
                .paragraph("w sprawie programu „Otwarta Świetlica”")
                .paragraph("Na podstawie art. 18 pkt 20 ustawy z dnia 5 czerwca 1998 r. o samorządzie województwa"
                        + " (Dz. U. z 2025 r. poz. 581) uchwala się, co następuje:")
                .paragraph("§ 1. Przyjmuje się program „Otwarta Świetlica”.")
                .paragraph("§ 2. Program obejmuje lata 2027–2029.")
                .paragraph("§ 3. 1. Świetlicę prowadzi organizacja wybrana w konkursie.")
                .paragraph("2. Świetlica jest czynna co najmniej trzy dni w tygodniu.")
                .paragraph("§ 4. Wykonanie uchwały powierza się Zarządowi Województwa.")
                .paragraph("§ 5. Uchwała wchodzi w życie z dniem podjęcia.")
                .bytes();
    }
}
