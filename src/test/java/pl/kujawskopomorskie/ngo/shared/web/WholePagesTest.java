package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class WholePagesTest {

    @Test
    void a_template_that_fails_is_told_as_our_mistake(Web web) {
        var reply = web.get("/broken-sample");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.page().select("h1").text()).isEqualTo("Coś się u nas zepsuło");
        assertThat(reply.text()).doesNotContain("Ognl", "nothing");
    }

    @Test
    void a_page_says_how_long_it_is_when_it_is_not_compressed(Web web) {
        assertThat(web.get("/prywatnosc").header("Content-Length")).isNotEmpty();
    }

    @Controller("/broken-sample")
    @Produces("text/html")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @ExecuteOn(TaskExecutors.BLOCKING)
    static final class Sample {

        @Get
        HttpResponse<?> broken() {
            return Pages.show("broken-sample", "nothing to show");
        }
    }
}
