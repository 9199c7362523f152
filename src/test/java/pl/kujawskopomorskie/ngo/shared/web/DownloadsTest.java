package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class DownloadsTest {

    private static final byte[] CONTENT = "Zażółć".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger MADE = new AtomicInteger();

    @Test
    void a_file_goes_as_an_attachment_of_its_own_type_that_a_browser_may_not_guess(Web web) {
        for (var path : new String[] {"/test-downloads/stored", "/test-downloads/made"}) {
            var reply = web.get(path);

            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.response().body()).isEqualTo(CONTENT);
            assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(reply.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"laka _1.pdf\"; filename*=UTF-8''%C5%82%C4%85ka%20%221.pdf");
            assertThat(reply.response().headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(CONTENT.length));
        }
    }

    @Test
    void a_client_that_has_the_version_gets_304_and_the_answer_is_not_made_again(Web web) {
        var tag = web.send(web.request("/test-downloads/page").GET()).header("ETag");
        int made = MADE.get();

        for (var known : new String[] {tag, "\"x\", " + tag, tag.substring(2), "*"}) {
            var reply = web.send(web.request("/test-downloads/page")
                    .header("If-None-Match", known)
                    .GET());

            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.response().body()).isEmpty();
            assertThat(reply.header("ETag")).isEqualTo(tag);
        }
        assertThat(MADE.get()).isEqualTo(made);
        assertThat(web.send(web.request("/test-downloads/page")
                                .header("If-None-Match", "\"other\"")
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_name_cannot_add_a_header_or_end_its_own() {
        var header = Downloads.disposition("a\"; filename=b\r\nX: y\\.pdf");

        assertThat(header)
                .isEqualTo("attachment; filename=\"a__ filename_b__X_ y_.pdf\"; "
                        + "filename*=UTF-8''a%22%3B%20filename%3Db%0D%0AX%3A%20y%5C.pdf");
    }

    @Controller("/test-downloads")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Requires(env = "test")
    static class TestDownloads {

        @Get(value = "/stored", produces = "*/*")
        HttpResponse<?> stored(HttpRequest<?> request) {
            return Downloads.file(
                    request,
                    "łąka \"1.pdf",
                    "application/pdf",
                    CONTENT.length,
                    "v1",
                    () -> new ByteArrayInputStream(CONTENT));
        }

        @Get(value = "/made", produces = "*/*")
        HttpResponse<?> made(HttpRequest<?> request) {
            return Downloads.file(request, "łąka \"1.pdf", "application/pdf", CONTENT);
        }

        @Get(value = "/page", produces = "text/plain")
        HttpResponse<?> page(HttpRequest<?> request) {
            return Downloads.unlessKnown(request, "7 pl", () -> HttpResponse.ok("strona " + MADE.incrementAndGet()));
        }
    }
}
