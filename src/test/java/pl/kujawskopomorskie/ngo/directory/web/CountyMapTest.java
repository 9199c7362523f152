package pl.kujawskopomorskie.ngo.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

/** The map of counties, which filters. */
@PortalTest
class CountyMapTest {

    private static final int MOST_STOPS = 120;

    @Test
    void a_county_is_chosen_and_left_again_with_the_keyboard_alone(Browser browser, OrganisationRows rows) {
        rows.listed(rows.entry("Klub Mapy Klawiaturą"));
        rows.listed(rows.entry("Klub Mapy Klawiaturą w Grudziądzu").with(OrganisationField.COUNTY, "0462"));
        var page = browser.width(1280).page();
        browser.open("/organizacje?szukaj=mapy+klawiatur%C4%85");
        assertThat(page.textContent("main")).contains("Klub Mapy Klawiaturą w Grudziądzu");

        tabTo(browser, ".county-0463 a");
        page.keyboard().press("Enter");
        page.waitForURL("**powiat=0463**");
        assertThat(page.textContent("main"))
                .contains("Klub Mapy Klawiaturą")
                .doesNotContain("Klub Mapy Klawiaturą w Grudziądzu");
        assertThat(page.getAttribute(".county-0463 a", "aria-current")).isEqualTo("true");

        tabTo(browser, ".county-0463 a");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("powiat"));
        assertThat(page.textContent("main")).contains("Klub Mapy Klawiaturą w Grudziądzu");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void without_style_the_map_is_a_list_of_all_counties(Web web) {
        var counties = web.get("/organizacje").page().select(".county-map > ul > li > a");

        assertThat(counties).hasSize(23);
        assertThat(counties.eachText()).allMatch(text -> text.matches(".*\\p{L}{4,}.* [0-9\\u00a0]+"));
    }

    /** Goes on by the Tab key, as somebody without a mouse, until the link has the focus. */
    private static void tabTo(Browser browser, String link) {
        var page = browser.page();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("link => document.activeElement.matches(link)", link))) {
                return;
            }
        }
        throw new AssertionError("The Tab key never came to " + link);
    }
}
