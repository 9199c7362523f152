package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.testing.People.PASSWORD;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.accounts.TestAccounts;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class SignInTest {

    private static final String ME = "/test-access/anyone";
    private static final String ACCESS = "portal_access";
    private static final String REFRESH = "portal_refresh";

    private final People people;
    private final TestAccounts accounts;
    private final TestClock clock;

    SignInTest(People people, TestAccounts accounts, TestClock clock) {
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Test
    void the_sign_in_leads_back_to_the_page_that_needed_it(Web web) {
        var person = people.withPassword();
        var asked = web.get("/test-access/somebody?strona=2");
        var form = web.get(asked.location()).page();

        var reply = web.post(
                "/logowanie",
                Map.of(
                        "email", person.email(),
                        "password", PASSWORD,
                        "dalej", form.selectFirst("[name=dalej]").attr("value")));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).isEqualTo("/test-access/somebody?strona=2");
        assertThat(web.get(reply.location()).text()).isEqualTo(person.displayName());
    }

    @Test
    void an_empty_form_is_told_what_is_missing_and_not_that_it_does_not_fit(Web web) {
        var reply = web.post("/logowanie", Map.of("email", " ", "password", ""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#email-error").text()).isEqualTo("Wpisz adres e-mail.");
        assertThat(reply.page().selectFirst("#password-error").text()).isEqualTo("Wpisz hasło.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%zz",
                "http:/evil",
                "",
                "///evil.example",
                "/ evil"
            })
    void nobody_is_led_out_of_the_portal(String next, Web web) {
        var person = people.withPassword();

        var reply = web.post("/logowanie", Map.of("email", person.email(), "password", PASSWORD, "dalej", next));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).isEqualTo("/");
    }

    @Test
    void the_cookies_are_out_of_reach_for_scripts_and_other_sites(Web web) {
        var person = people.withPassword();
        var cookies = web.post("/logowanie", Map.of("email", person.email(), "password", PASSWORD))
                .response()
                .headers()
                .allValues("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same(Web web) {
        var person = people.withPassword();
        var blocked = people.withPassword();
        people.signedIn(Role.ADMINISTRATOR).post("/administracja/osoby/" + blocked.personId() + "/zablokuj", Map.of());
        var noPassword = people.person();

        var wrong = answer(web, person.email(), "nie to hasło wcale");
        assertThat(wrong).startsWith("422").contains("Adres i hasło do siebie nie pasują");
        assertThat(answer(web, unknown(), PASSWORD)).isEqualTo(wrong);
        assertThat(answer(web, blocked.email(), PASSWORD)).isEqualTo(wrong);
        assertThat(answer(web, noPassword.email(), PASSWORD)).isEqualTo(wrong);
        assertThat(answer(web, person.email(), "")).isEqualTo(answer(web, unknown(), ""));
        assertThat(answer(web, "nikt", "x")).isEqualTo(wrong);
        assertThat(answer(web, "a".repeat(5000), PASSWORD)).isEqualTo(wrong);
        assertThat(answer(web, person.email(), "x".repeat(5000))).isEqualTo(wrong);
        assertThat(answer(web, "\u0000'; DROP TABLE person; --", "\u0000")).isEqualTo(wrong);
    }

    @Test
    void a_guesser_is_stopped_after_ten_tries_whether_the_account_exists_or_not(Web web) {
        for (var email : new String[] {people.withPassword().email(), unknown()}) {
            for (var i = 0; i < 10; i++) {
                assertThat(web.post("/logowanie", Map.of("email", email, "password", "zgaduję " + i))
                                .status())
                        .isEqualTo(422);
            }
            var reply = web.post("/logowanie", Map.of("email", email, "password", PASSWORD));
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.page().selectFirst(".lead").text()).contains("Odczekaj kwadrans");
        }
    }

    @Test
    void a_guesser_stops_nobody_elsewhere_and_a_quarter_of_an_hour_helps(Web web) {
        var person = people.withPassword();
        var form = Map.of("email", person.email(), "password", PASSWORD);
        for (var i = 0; i < 11; i++) {
            web.post("/logowanie", Map.of("email", person.email(), "password", "zgaduję " + i));
        }
        assertThat(web.post("/logowanie", form).status()).isEqualTo(429);

        assertThat(web.another().post("/logowanie", form).status()).isEqualTo(303);
        clock.advance(Duration.ofMinutes(15));
        assertThat(web.post("/logowanie", form).status()).isEqualTo(303);
    }

    @Test
    void one_address_of_the_network_may_try_sixty_times_whatever_the_accounts(Web web) {
        for (var i = 0; i < 60; i++) {
            web.post("/logowanie", Map.of("email", unknown(), "password", PASSWORD));
        }

        assertThat(web.post("/logowanie", Map.of("email", unknown(), "password", PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void signing_out_ends_the_session_for_copies_of_its_cookies_too(Web thief) {
        var web = people.signedIn();
        thief.keep(ACCESS, web.cookie(ACCESS));
        thief.keep(REFRESH, web.cookie(REFRESH));
        assertThat(thief.get(ME).text()).isNotEqualTo("nobody");

        var reply = web.post("/wylogowanie", Map.of());

        assertThat(reply.location()).isEqualTo("/");
        assertThat(web.get(ME).text()).isEqualTo("nobody");
        assertThat(web.cookie(ACCESS)).isEmpty();
        assertThat(thief.get(ME).text()).isEqualTo("nobody");
    }

    @Test
    void a_link_signs_nobody_out() {
        var web = people.signedIn();

        assertThat(web.get("/wylogowanie").status()).isNotEqualTo(303);
        assertThat(web.get(ME).text()).isNotEqualTo("nobody");
    }

    @Test
    void the_session_goes_on_unnoticed_when_the_access_token_has_run_out() {
        var web = people.signedIn();
        var access = web.cookie(ACCESS);
        var refresh = web.cookie(REFRESH);
        clock.advance(AccessTokens.LENGTH.plusSeconds(1));

        assertThat(web.get(ME).text()).isNotEqualTo("nobody");
        assertThat(web.cookie(ACCESS)).isNotEqualTo(access);
        assertThat(web.cookie(REFRESH)).isNotEqualTo(refresh);
        assertThat(web.get(ME).response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_form_posted_when_the_access_token_has_run_out_is_not_lost() {
        var web = people.signedIn();
        clock.advance(Duration.ofHours(3));

        assertThat(web.post("/test-access/somebody", Map.of("text", "długi")).status())
                .isEqualTo(200);
    }

    @Test
    void a_page_that_loads_two_things_at_once_stays_signed_in(Web second) throws Exception {
        var first = people.signedIn();
        second.keep(REFRESH, first.cookie(REFRESH));
        first.lose(ACCESS);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asks = new ArrayList<Callable<String>>();
            asks.add(() -> first.get(ME).text());
            asks.add(() -> second.get(ME).text());
            for (var answer : executor.invokeAll(asks)) {
                assertThat(answer.get()).isNotEqualTo("nobody");
            }
        }
        assertThat(second.cookie(REFRESH)).isEqualTo(first.cookie(REFRESH));
    }

    @Test
    void a_refresh_token_that_was_copied_and_comes_back_later_signs_both_out(Web thief) {
        var web = people.signedIn();
        thief.keep(REFRESH, web.cookie(REFRESH));
        web.lose(ACCESS);
        assertThat(web.get(ME).text()).isNotEqualTo("nobody");
        clock.advance(Duration.ofMinutes(1));

        assertThat(thief.get(ME).text()).isEqualTo("nobody");
        assertThat(web.get(ME).text()).isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwiZmFtIjoieCIsImV4cCI6OTk5OTk5OTk5OX0.",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIiwiZmFtIjoieCIsImV4cCI6OTk5OTk5OTk5OX0.AAAA"
            })
    void a_token_that_we_did_not_sign_is_nobodys(String token, Web web) {
        web.keep(ACCESS, token);

        assertThat(web.get(ME).text()).isEqualTo("nobody");
        assertThat(web.send(web.request(ME).header("Accept", "text/html").header("Authorization", "Bearer " + token))
                        .text())
                .isEqualTo("nobody");
    }

    @Test
    void a_good_token_in_a_header_is_not_a_sign_in(Web web) {
        var token = people.signedIn().cookie(ACCESS);

        var reply = web.send(web.request(ME).header("Accept", "text/html").header("Authorization", "Bearer " + token));

        assertThat(reply.text()).isEqualTo("nobody");
    }

    @Test
    void signing_in_begins_a_new_session_and_ends_the_one_that_somebody_planted(Web planter) {
        var victim = people.withPassword();
        var web = people.signedIn();
        planter.keep(REFRESH, web.cookie(REFRESH));
        planter.keep(ACCESS, web.cookie(ACCESS));

        web.post("/logowanie", Map.of("email", victim.email(), "password", PASSWORD));

        assertThat(web.cookie(REFRESH)).isNotEqualTo(planter.cookie(REFRESH));
        assertThat(web.get(ME).text()).startsWith(victim.displayName());
        assertThat(planter.get(ME).text()).isEqualTo("nobody");
    }

    @Test
    void a_password_hashed_with_yesterdays_parameters_is_hashed_anew_when_it_is_used(Web web) {
        var person = people.person();
        accounts.setHash(
                person.personId(),
                Argon2Function.getInstance(128, 2, 1, 32, Argon2.ID)
                        .hash(PASSWORD)
                        .getResult());

        web.post("/logowanie", Map.of("email", person.email(), "password", PASSWORD));

        assertThat(web.get(ME).text()).startsWith(person.displayName());
        assertThat(accounts.hash(person.personId())).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    }

    @Test
    void a_wrong_form_keeps_the_address_and_never_the_password(Web web) {
        var page = web.post("/logowanie", Map.of("email", "\"><script>alert(1)</script>", "password", "tajne-tajne"))
                .page();

        assertThat(page.selectFirst("#email").attr("value")).isEqualTo("\"><script>alert(1)</script>");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.html()).doesNotContain("tajne-tajne");
        assertThat(page.selectFirst(".error-summary").attr("tabindex")).isEqualTo("-1");
    }

    private static String unknown() {
        return UUID.randomUUID() + "@example.org";
    }

    // What the person typed comes back to them, so it is taken out before answers are compared.
    private static String answer(Web web, String email, String password) {
        var reply = web.another().post("/logowanie", Map.of("email", email, "password", password));
        var page = reply.page();
        page.select("#email").removeAttr("value");
        return reply.status() + page.select("main").html();
    }
}
