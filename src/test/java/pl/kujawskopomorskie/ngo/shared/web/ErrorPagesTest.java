package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
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
    void a_refusal_leads_to_what_its_sentence_names_and_back_to_where_one_came_from(Web web) {
        var gone = web.get("/haslo/nie-ma-takiego-linku").page();
        var from = web.send(web.request("/nie-ma-mnie")
                        .header("Accept", "text/html")
                        .header(
                                "Referer",
                                web.request("/konsultacje?rok=2026")
                                        .build()
                                        .uri()
                                        .toString())
                        .GET())
                .page();
        var stranger = web.send(web.request("/nie-ma-mnie")
                        .header("Accept", "text/html")
                        .header("Referer", "https://evil.example/konsultacje")
                        .GET())
                .page();

        assertThat(gone.select("main a[href=/logowanie], main a[href=/haslo]")).hasSize(2);
        assertThat(from.select("main a").eachAttr("href")).containsExactly("/konsultacje?rok=2026", "/");
        assertThat(stranger.select("main a").eachAttr("href")).containsExactly("/");
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

    @Test
    void a_page_that_cannot_be_made_is_an_error_page_and_not_a_wait_without_end(Web web) {
        var reply = web.get("/test/broken-page");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.page().selectFirst("h1").text()).isEqualTo("Coś się u nas zepsuło");
    }

    /** Its template asks for what is not there. */
    @Controller("/test/broken-page")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Produces(MediaType.TEXT_HTML)
    static class Broken {

        @Get
        @ExecuteOn(TaskExecutors.BLOCKING)
        HttpResponse<?> page() {
            return Pages.show("test/broken", Map.of());
        }
    }
}
