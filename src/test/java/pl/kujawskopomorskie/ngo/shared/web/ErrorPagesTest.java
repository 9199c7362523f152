package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class ErrorPagesTest {

    @Test
    void an_unknown_address_gets_a_page_that_says_so_in_polish(Web web) {
        var reply = web.get("/nie-ma-mnie");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.page().selectFirst("h1").text()).isEqualTo("Nie ma takiej strony");
        assertThat(reply.page().selectFirst("html").attr("lang")).isEqualTo("pl");
    }

    @Test
    void the_language_asked_for_is_kept_for_the_next_page(Web web) {
        web.get("/nie-ma-mnie?lang=en");

        assertThat(web.get("/nie-ma-mnie").page().selectFirst("h1").text()).isEqualTo("There is no such page");
    }

    @Test
    void a_form_that_another_site_sends_is_refused(Web web) {
        var reply = web.send(web.request("/logowanie")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Web.encoded(Map.of("email", "a@example.org")))));

        assertThat(reply.status()).isEqualTo(403);
    }
}
