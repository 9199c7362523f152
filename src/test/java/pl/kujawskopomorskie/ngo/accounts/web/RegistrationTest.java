package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class RegistrationTest {

    static final String PASSWORD = "zielony parowóz na wiśle";

    private final Mailbox mailbox;

    RegistrationTest(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Test
    void a_person_registers_follows_the_link_sets_a_password_and_is_signed_in(Web web) {
        var email = address();

        var asked = web.post("/rejestracja", Map.of("name", "Anna Nowak", "email", email));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(web.get(asked.location()).page().selectFirst("h1").text()).isEqualTo("Sprawdź pocztę");

        var link = mailbox.last(email).link();
        var form = web.get(link);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.page().selectFirst("#name").attr("value")).isEqualTo("Anna Nowak");
        assertThat(web.get("/test-access/anyone").text()).isEqualTo("nobody");

        var confirmed = web.post(link, Map.of("name", "Anna Nowak", "password", PASSWORD));
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(web.get("/test-access/anyone").text()).isEqualTo("Anna Nowak [RESIDENT]");

        var elsewhere = web.another();
        assertThat(elsewhere
                        .post("/logowanie", Map.of("email", email.toUpperCase(Locale.ROOT), "password", PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(elsewhere.get("/test-access/anyone").text()).isEqualTo("Anna Nowak [RESIDENT]");
    }

    @Test
    void a_person_who_came_from_a_page_is_led_back_to_it_even_through_the_mail(Web web) {
        var email = address();
        web.post("/rejestracja", Map.of("name", "Anna", "email", email, "dalej", "/konsultacje/a?b=c"));
        var link = mailbox.last(email).link();

        assertThat(link).endsWith("?dalej=%2Fkonsultacje%2Fa%3Fb%3Dc");
        assertThat(web.get(link).page().selectFirst("[name=dalej]").attr("value"))
                .isEqualTo("/konsultacje/a?b=c");
        assertThat(web.post(link, Map.of("name", "Anna", "password", PASSWORD, "dalej", "/konsultacje/a?b=c"))
                        .location())
                .isEqualTo("/konsultacje/a?b=c");
    }

    @Test
    void an_address_with_an_account_gets_the_same_answer_and_a_mail_that_says_so(Web web, People people) {
        var taken = people.person().email();
        var free = address();

        var first = web.post("/rejestracja", Map.of("name", "Ktoś", "email", taken));
        var second = web.post("/rejestracja", Map.of("name", "Ktoś", "email", free));

        assertThat(first.status()).isEqualTo(second.status());
        assertThat(first.location()).isEqualTo(second.location());
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(first.response().headers().map().keySet())
                .isEqualTo(second.response().headers().map().keySet());
        assertThat(mailbox.last(taken).subject()).isEqualTo("Masz już konto");
        assertThat(mailbox.last(free).subject()).isEqualTo("Dokończ zakładanie konta");
    }

    @Test
    void a_scanner_that_follows_the_link_uses_nothing_up_and_the_person_uses_it_once(Web web) {
        var link = linkFor(web, address());
        for (var i = 0; i < 3; i++) {
            assertThat(web.another().get(link).status()).isEqualTo(200);
        }

        assertThat(web.post(link, Map.of("name", "Anna", "password", PASSWORD)).status())
                .isEqualTo(303);
        assertThat(web.another()
                        .post(link, Map.of("name", "Obcy", "password", PASSWORD))
                        .status())
                .isEqualTo(410);
        var again = web.another().get(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.page().selectFirst(".lead").text()).startsWith("Ten link już nie działa");
    }

    @Test
    void of_many_who_use_a_link_at_once_only_one_gets_in(Web web) throws Exception {
        var link = linkFor(web, address());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 6; i++) {
                var visitor = web.another();
                tries.add(() -> visitor.post(link, Map.of("name", "Anna", "password", PASSWORD))
                        .status());
            }
            var answers = new ArrayList<Integer>();
            for (var answer : executor.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(303);
            assertThat(answers).filteredOn(status -> status != 303).containsOnly(410);
        }
    }

    @Test
    void registering_an_address_twice_at_once_makes_one_account(Web web) throws Exception {
        var email = address();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 3; i++) {
                var visitor = web.another();
                tries.add(() -> visitor.post("/rejestracja", Map.of("name", "Anna", "email", email))
                        .status());
            }
            for (var answer : executor.invokeAll(tries)) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        assertThat(web.get(mailbox.last(email).link()).status()).isEqualTo(200);
    }

    @Test
    void asking_again_ends_the_link_sent_before(Web web) {
        var email = address();
        var first = linkFor(web, email);
        var second = linkFor(web, email);

        assertThat(web.get(first).status()).isEqualTo(410);
        assertThat(web.get(second).status()).isEqualTo(200);
    }

    @Test
    void a_link_stops_working_after_three_days(Web web, TestClock clock) {
        var link = linkFor(web, address());
        clock.advance(Duration.ofDays(3));

        assertThat(web.get(link).status()).isEqualTo(410);
        assertThat(web.post(link, Map.of("name", "Anna", "password", PASSWORD)).status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "krótkie",
                "hasłohasło12",
                "aaaaaaaaaaaaaaa",
                "qwertyuiop123",
                "password1234",
                "123456789012",
                "zaq12wsxzaq12wsx",
                ""
            })
    void a_password_that_is_short_or_guessed_early_is_refused_with_a_sentence(String password, Web web) {
        var link = linkFor(web, address());

        var reply = web.post(link, Map.of("name", "Anna Nowak", "password", password));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#password-error").text()).isNotEmpty();
        assertThat(reply.page().selectFirst(".error-summary a").attr("href")).isEqualTo("#password");
        assertThat(reply.page().selectFirst("#password").hasAttr("value")).isFalse();
        assertThat(web.get(link).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@example.org",
                "a b@example.org",
                "anna@localhost",
                "a@b..pl",
                "anna@example.org\nBcc: x@example.org",
                "anna@example.org, b@example.org",
                "żółw@example.org"
            })
    void what_is_no_address_is_refused_and_kept_in_the_form(String email, Web web) {
        var reply = web.post("/rejestracja", Map.of("name", "Anna", "email", email));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#email-error").text()).isNotEmpty();
        assertThat(reply.page().selectFirst("#name").attr("value")).isEqualTo("Anna");
    }

    @Test
    void a_name_with_a_script_comes_back_as_text(Web web) {
        var reply = web.post("/rejestracja", Map.of("name", "\"><script>alert(1)</script>", "email", "x"));

        assertThat(reply.page().select("main script")).isEmpty();
        assertThat(reply.page().selectFirst("#name").attr("value")).isEqualTo("\"><script>alert(1)</script>");
    }

    @Test
    void odd_characters_are_cleaned_or_kept_and_never_an_error(Web web) {
        var email = address();
        var name = "\u0000Zoë \ud83c\udf89 \u202eevil\u202c שלום\u0007";

        assertThat(web.post("/rejestracja", Map.of("name", name, "email", email))
                        .status())
                .isEqualTo(303);
        assertThat(web.get(mailbox.last(email).link())
                        .page()
                        .selectFirst("#name")
                        .attr("value"))
                .isEqualTo("Zoë \ud83c\udf89 evil שלום");
    }

    @Test
    void what_is_too_long_is_refused_with_its_limit(Web web) {
        var reply =
                web.post("/rejestracja", Map.of("name", "ż".repeat(121), "email", "a".repeat(300) + "@example.org"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#name-error").text()).contains("120");
        assertThat(reply.page().selectFirst("#email-error").text()).isNotEmpty();
    }

    @Test
    void a_form_with_nothing_in_it_names_each_field(Web web) {
        var reply = web.post("/rejestracja", Map.of("name", "", "email", ""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary li")).hasSize(2);
    }

    @Test
    void the_mail_repeats_nothing_that_a_stranger_typed(Web web) {
        var email = address();
        web.post("/rejestracja", Map.of("name", "Wejdź na zlo.example.com", "email", email));

        assertThat(mailbox.last(email).body()).doesNotContain("zlo.example.com");
    }

    @Test
    void an_address_gets_four_mails_an_hour_and_no_more(Web web, TestClock clock) {
        var email = address();
        for (var i = 0; i < 4; i++) {
            linkFor(web.another(), email);
        }

        assertThat(web.post("/rejestracja", Map.of("name", "Anna", "email", email))
                        .status())
                .isEqualTo(429);
        assertThat(mailbox.to(email)).hasSize(4);
        clock.advance(Duration.ofHours(1));
        assertThat(web.post("/rejestracja", Map.of("name", "Anna", "email", email))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void the_mail_is_in_the_language_of_the_page(Web web) {
        var email = address();
        web.get("/rejestracja?lang=en");
        web.post("/rejestracja", Map.of("name", "Anna", "email", email));

        assertThat(mailbox.last(email).subject()).isEqualTo("Finish creating your account");
    }

    private String linkFor(Web web, String email) {
        assertThat(web.post("/rejestracja", Map.of("name", "Anna", "email", email))
                        .status())
                .isEqualTo(303);
        return mailbox.last(email).link();
    }

    private static String address() {
        return "anna." + UUID.randomUUID() + "@example.org";
    }
}
