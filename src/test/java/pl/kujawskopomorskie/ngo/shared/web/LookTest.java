package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/**
 * The style sheet on a page that holds every component once ({@code src/test/resources/look}). Pictures of it are left in
 * {@code target/look} for a person to judge.
 */
@PortalTest
@Tag("look")
class LookTest {

    private static final String COMPONENTS = "/look/components.html";

    /** What WCAG 1.4.12 lets a reader set without losing anything. */
    private static final String SPACED_OUT = "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
            + "word-spacing: .16em !important } p { margin-bottom: 2em !important }";

    @Test
    void every_component_is_open_to_all_by_day(Browser browser) {
        var reply = browser.open(COMPONENTS);

        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(HtmlValidity.problems(reply.text())).isEmpty();
        browser.photograph(Path.of("target/look/components-1280.png"));
    }

    @Test
    void every_component_is_open_to_all_by_night(Browser browser) {
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        browser.open(COMPONENTS);

        assertThat(browser.barriers()).isEmpty();
        browser.photograph(Path.of("target/look/components-1280-dark.png"));
    }

    @Test
    void every_component_fits_a_narrow_screen(Browser browser) {
        browser.width(390).open(COMPONENTS);
        browser.photograph(Path.of("target/look/components-390.png"));

        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void text_twice_as_large_breaks_nothing(Browser browser) {
        browser.open(COMPONENTS);
        browser.restyle("html { font-size: 200% }");

        assertThat(browser.overflow()).isEmpty();
    }

    @Test
    void a_reader_may_space_the_text_out(Browser browser) {
        browser.open(COMPONENTS);
        browser.restyle(SPACED_OUT);

        assertThat(browser.overflow()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
    }

    @Test
    void whatever_is_clicked_or_touched_is_large_enough_to_hit(Browser browser) {
        browser.open(COMPONENTS);

        assertThat(browser.smallTargets()).isEmpty();
        assertThat(browser.width(Browser.NARROW).smallTargets()).isEmpty();
    }

    @Test
    void the_home_page_takes_a_reader_s_own_spacing_and_size(Browser browser) {
        browser.open("/");
        browser.photograph(Path.of("target/look/home-1280.png"));
        browser.restyle(SPACED_OUT);
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        browser.width(390).open("/");
        browser.photograph(Path.of("target/look/home-390.png"));
        browser.width(Browser.WIDE).restyle("html { font-size: 200% }");
        assertThat(browser.overflow()).isEmpty();
    }
}
