package pl.kujawskopomorskie.ngo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            html-has-lang | document.documentElement.removeAttribute('lang')
            html-lang-valid | document.documentElement.lang = 'polski'
            document-title | document.title = ''
            meta-viewport | document.querySelector('meta[name=viewport]').content = 'width=device-width, maximum-scale=1'
            empty-heading | document.querySelector('h1').textContent = ' '
            color-contrast | document.querySelector('h1').animate({color: ['#eee', '#eee']}, 100000)
            link-name | document.querySelector('main').append(Object.assign(document.createElement('a'), {href: '/'}))
            skip-link | document.querySelector('main').id = 'elsewhere'
            landmark-unique | document.querySelector('footer').append(document.querySelector('nav').cloneNode(true))
            aria-valid-attr-value | document.querySelector('h1').setAttribute('aria-live', 'loud')
            """)
    void a_page_that_was_open_to_all_is_looked_at_again_once_anything_changed_that_counts(
            String rule, String change, Browser browser) {
        browser.open("/nie-ma-mnie");
        assertThat(browser.barriers()).isEmpty();

        browser.page().evaluate("() => { " + change + " }");

        assertThat(browser.barriers()).anyMatch(barrier -> barrier.startsWith(rule));
    }

    @Test
    void a_page_that_differs_in_its_words_alone_is_not_looked_at_again(Browser browser) {
        browser.open("/logowanie?lang=pl");
        assertThat(browser.barriers()).isEmpty();

        browser.open("/logowanie?lang=en");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.page().evaluate("() => 'axe' in window")).isEqualTo(false);
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
