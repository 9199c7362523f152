package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class RequestLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("portal.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void the_thread_that_does_the_work_knows_the_id_of_the_request(Web web) {
        var reply = get(web, "/test/request-id", "from-the-balancer.1");

        assertThat(reply.text()).isEqualTo("from-the-balancer.1");
        assertThat(reply.header("X-Request-Id")).isEqualTo("from-the-balancer.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "has spaces in it",
                "<script>alert(1)</script>",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE"
            })
    void an_id_that_is_not_sane_is_replaced(String id, Web web) {
        assertThat(get(web, "/test/request-id", id).text()).matches("[0-9a-f]{16}");
    }

    @Test
    void each_answer_has_an_id_even_a_refusal(Web web) {
        assertThat(web.get("/nie-ma-mnie").header("X-Request-Id")).matches("[0-9a-f]{16}");
        assertThat(web.get("/static/portal.css").header("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void one_line_tells_what_was_asked_and_what_came_of_it_and_no_secret(Web web) {
        get(web, "/konto/haslo/q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k?email=anna@example.org", "a-known-request");

        var line = lines.list.stream()
                .filter(event ->
                        "a-known-request".equals(event.getMDCPropertyMap().get("request")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> said = line.getKeyValuePairs().stream()
                .collect(Collectors.toMap((KeyValuePair pair) -> pair.key, pair -> pair.value));
        assertThat(said)
                .containsEntry("method", "GET")
                .containsEntry("path", "/konto/haslo/***")
                .containsEntry("status", 404)
                .containsKey("ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/konsultacje/program-wspolpracy-2026-2030/uwagi",
                "/konsultacje/program-wspolpracy-wojewodztwa-kujawsko-pomorskiego-z-organizacjami",
                "/webjars/bootstrap/5.3.8/css/bootstrap.min.css"
            })
    void addresses_made_of_words_are_shown_whole(String path) {
        assertThat(LoggedPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/0123456789abcdef0123456789abcdef",
                "/x/q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k",
                "/x/AAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAA_AAAAAAAAAAA"
            })
    void secrets_in_addresses_are_hidden(String path) {
        assertThat(LoggedPath.of(path)).isEqualTo("/x/***");
    }

    @Test
    void an_address_cannot_write_a_line_of_its_own() {
        assertThat(LoggedPath.of("/a\r\n2026 ERROR hacked")).isEqualTo("/a??2026?ERROR?hacked");
        assertThat(LoggedPath.of("/" + "a/".repeat(5000))).hasSizeLessThanOrEqualTo(200);
    }

    private static Web.Reply get(Web web, String path, String id) {
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("X-Request-Id", id)
                .GET());
    }

    /** Says which request it works for. */
    @Controller("/test/request-id")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Produces(MediaType.TEXT_HTML)
    static class Asking {

        @Get
        @ExecuteOn(TaskExecutors.BLOCKING)
        String request() {
            return String.valueOf(MDC.get("request"));
        }
    }
}
