package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AccessTest {

    @Test
    void a_visitor_is_nobody_and_a_signed_in_person_is_themselves(Web visitor, People people) {
        var clerk = people.signedIn(people.named("Zofia Łęcka", Role.CLERK));

        assertThat(visitor.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(clerk.get("/test-access/anyone").text()).isEqualTo("Zofia Łęcka [CLERK, RESIDENT]");
    }

    @Test
    void a_visitor_is_led_from_a_page_to_the_sign_in_and_told_the_way_back(Web visitor) {
        var reply = visitor.get("/test-access/somebody?strona=2&q=a%20b");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).isEqualTo("/logowanie?dalej=%2Ftest-access%2Fsomebody%3Fstrona%3D2%26q%3Da%2520b");
    }

    @Test
    void a_visitor_without_a_browser_is_refused_with_401(Web visitor) {
        var reply = visitor.getJson("/test-access/somebody");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void a_form_that_comes_after_signing_out_is_refused_with_a_page(Web visitor) {
        var reply = visitor.post("/test-access/somebody", Map.of());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().selectFirst("h1").text()).isEqualTo("Zaloguj się");
    }

    @Test
    void a_person_without_the_role_is_refused_with_a_page(People people) {
        var reply = people.signedIn(Role.AUDITOR).get("/test-access/clerk");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.page().selectFirst("h1").text()).isEqualTo("Brak uprawnień");
        assertThat(people.signedIn(Role.CLERK).get("/test-access/clerk").status())
                .isEqualTo(200);
    }

    @Test
    void a_name_with_a_script_in_it_is_shown_as_text(People people) {
        var page = people.signedIn(people.named("<script>alert(1)</script>"))
                .get("/test-access/page")
                .page();

        assertThat(page.selectFirst(".account-link").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select(".account-link script")).isEmpty();
    }
}
