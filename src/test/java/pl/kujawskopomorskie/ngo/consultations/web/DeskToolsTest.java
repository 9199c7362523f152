package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** The clerk's keyboard and what is kept while it is typed, in a real browser. */
@PortalTest
class DeskToolsTest {

    private final RemarksByForm remarksByForm;
    private final People people;

    DeskToolsTest(RemarksByForm remarksByForm, People people) {
        this.remarksByForm = remarksByForm;
        this.people = people;
    }

    @Test
    void keys_go_through_the_list_and_from_remark_to_remark(Browser browser) {
        var consultation = remarksByForm.withRemarks(3);
        browser.as(people.signedIn(Role.CLERK)).open(desk(consultation));
        var page = browser.page();
        var keyboard = page.keyboard();

        keyboard.press("j");
        keyboard.press("j");
        keyboard.press("x");
        assertThat(page.locator("input[name=numbers]:checked").getAttribute("value"))
                .isEqualTo("2:-1");
        keyboard.press("/");
        assertThat(focused(page)).isEqualTo("szukaj");
        keyboard.type("jk?");
        assertThat(page.locator("#szukaj").inputValue()).isEqualTo("jk?");
        page.locator("a[data-row]").nth(1).focus();
        keyboard.press("Enter");
        page.waitForURL("**/uwagi/2");

        keyboard.press("j");
        page.waitForURL("**/uwagi/3");
        keyboard.press("k");
        page.waitForURL("**/uwagi/2");
        keyboard.press("o");
        assertThat(focused(page)).isEqualTo("rationale");
        keyboard.type("Odpowiadam.");
        keyboard.press("Control+s");
        page.waitForURL("**/uwagi/2");
        page.locator(".page-head .tag")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("szkic"))
                .waitFor();
        keyboard.press("u");
        page.waitForURL("**/uwagi");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_help_lists_the_keys_and_turns_them_off_for_good(Browser browser) {
        var consultation = remarksByForm.withRemarks(2);
        browser.as(people.signedIn(Role.CLERK)).open(desk(consultation) + "/1");
        var page = browser.page();
        assertThat(page.locator("a[rel=next]").getAttribute("aria-keyshortcuts"))
                .isEqualTo("j");

        page.keyboard().press("?");
        assertThat(page.locator("dialog#shortcuts dt").allInnerTexts()).contains("j", "k", "Ctrl + Enter", "?");
        assertThat(browser.barriers()).isEmpty();
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            assertThat(browser.width(width).overflow()).isEmpty();
        }
        page.locator("#shortcuts-on").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.reload();
        page.keyboard().press("j");

        assertThat(page.url()).endsWith("/uwagi/1");
        assertThat(page.locator("a[rel=next]").getAttribute("aria-keyshortcuts"))
                .isNull();
        page.locator("#shortcuts-door button").click();
        page.locator("#shortcuts-on").check();
        page.locator("#shortcuts-close").click();
        page.keyboard().press("j");
        page.waitForURL("**/uwagi/2");
    }

    @Test
    void what_is_typed_survives_a_closed_tab_and_leaves_nothing_in_the_browser(Browser browser) {
        var consultation = remarksByForm.withRemarks(1);
        browser.as(people.signedIn(Role.CLERK)).open(desk(consultation) + "/1");
        var page = browser.page();

        page.locator("#rationale").fill("Długo pisana odpowiedź.");
        page.locator("#kept").waitFor();
        assertThat(page.locator("#kept").innerText()).matches("Zachowano o \\d\\d:\\d\\d na wypadek przerwy");
        var tab = page.context().newPage();
        tab.navigate(page.url());

        assertThat(tab.locator("#rationale").inputValue()).isEqualTo("Długo pisana odpowiedź.");
        assertThat(tab.locator("#restored").innerText()).contains("nie zapisano");
        assertThat((String) tab.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                .doesNotContain("pisana")
                .startsWith("[{},");
        tab.close();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_long_answer_is_kept_too_even_when_its_page_is_hidden(Browser browser) {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        browser.as(clerk).open(desk(consultation) + "/1");
        var page = browser.page();

        page.locator("#rationale").fill("ą".repeat(19_000));
        page.locator("#kept").waitFor();
        page.locator("#rationale").fill("ę".repeat(19_000));
        page.waitForResponse(
                reply -> reply.url().endsWith("/niezapisane") && reply.status() == 204,
                () -> page.evaluate("() => { Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }"));

        assertThat(clerk.get(desk(consultation) + "/1")
                        .page()
                        .selectFirst("#rationale")
                        .text())
                .startsWith("ę")
                .hasSize(19_000);
    }

    @Test
    void who_was_signed_out_meanwhile_is_told_and_loses_nothing(Browser browser) {
        var consultation = remarksByForm.withRemarks(1);
        var clerk = people.signedIn(Role.CLERK);
        browser.as(clerk).open(desk(consultation) + "/1");
        var page = browser.page();
        var cookies = page.context().cookies();
        page.context().clearCookies();

        page.locator("#rationale").fill("Pisane po wygaśnięciu sesji.");
        page.locator("[data-when=expired]").waitFor();
        assertThat(browser.barriers()).isEmpty();

        page.context().addCookies(cookies);
        page.locator("#rationale").press("End");
        page.keyboard().type("!");
        page.locator("[data-when=expired]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(clerk.get(desk(consultation) + "/1")
                        .page()
                        .selectFirst("#rationale")
                        .text())
                .isEqualTo("Pisane po wygaśnięciu sesji.!");
    }

    @Test
    void pages_of_the_office_are_not_kept_by_the_browser() {
        var consultation = remarksByForm.withRemarks(1);

        assertThat(people.signedIn(Role.CLERK).get(desk(consultation) + "/1").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private static Object focused(Page page) {
        return page.evaluate("() => document.activeElement.id");
    }

    private static String desk(Consultation consultation) {
        return "/biuro/konsultacje/" + consultation.slug() + "/uwagi";
    }
}
