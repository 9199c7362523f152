package pl.kujawskopomorskie.ngo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The watchers themselves: a gate that never closes would let everything pass. */
@PortalTest
class BrowserTest {

    @Test
    void a_page_without_faults_brings_no_complaint(Browser browser) {
        var reply = browser.open("/nie-ma-mnie");

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.width(Browser.NARROW).overflow()).isEmpty();
        assertThat(HtmlValidity.problems(reply.text())).isEmpty();
    }

    @Test
    void a_script_in_the_page_itself_is_stopped_and_heard_of(Browser browser) {
        browser.open("/nie-ma-mnie");
        browser.page().evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'document.title = "taken"';
                  document.body.append(script);
                }""");

        assertThat(browser.page().title()).isNotEqualTo("taken");
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void a_picture_without_words_is_a_barrier(Browser browser) {
        browser.open("/nie-ma-mnie");
        browser.page()
                .evaluate(
                        "() => document.querySelector('main').append(Object.assign(new Image(), {src: '/static/icon.svg'}))");

        assertThat(browser.barriers()).anyMatch(barrier -> barrier.startsWith("image-alt"));
    }

    @Test
    void what_is_wider_than_the_window_is_named(Browser browser) {
        browser.open("/nie-ma-mnie");
        browser.restyle("h1 { width: 900px }");

        assertThat(browser.width(Browser.NARROW).overflow()).anyMatch(wide -> wide.startsWith("h1"));
    }

    @Test
    void a_list_item_without_a_list_is_not_valid_html() {
        assertThat(HtmlValidity.problems("<!DOCTYPE html><html lang=pl><title>a</title><p><li>a"))
                .isNotEmpty();
    }
}
