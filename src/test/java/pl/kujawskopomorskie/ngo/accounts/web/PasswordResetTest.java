package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.testing.People.PASSWORD;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class PasswordResetTest {

    private static final String OTHER = "granatowy tramwaj w toruniu jedzie";

    private final People people;
    private final Mailbox mailbox;

    PasswordResetTest(People people, Mailbox mailbox) {
        this.people = people;
        this.mailbox = mailbox;
    }

    @Test
    void a_link_from_the_mail_sets_another_password_and_ends_every_session(Web web) {
        var person = people.withPassword();
        var phone = people.signedIn(person);
        var link = linkFor(web, person);
        assertThat(web.get(link).status()).isEqualTo(200);

        assertThat(web.post(link, Map.of("password", OTHER)).location()).isEqualTo("/konto?stan=haslo");

        assertThat(web.get("/konto").status()).isEqualTo(200);
        assertThat(phone.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(signIn(web.another(), person, PASSWORD)).isEqualTo(422);
        assertThat(signIn(web.another(), person, OTHER)).isEqualTo(303);
        assertThat(mailbox.last(person.email()).subject()).isEqualTo("Hasło zostało zmienione");
    }

    @Test
    void an_address_without_an_account_gets_the_same_answer_and_no_mail(Web web) {
        var unknown = UUID.randomUUID() + "@example.org";
        var known = people.withPassword();

        var first = web.post("/haslo", Map.of("email", unknown));
        var second = web.post("/haslo", Map.of("email", known.email()));

        assertThat(first.status()).isEqualTo(second.status()).isEqualTo(303);
        assertThat(first.location()).isEqualTo(second.location());
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(mailbox.to(unknown)).isEmpty();
        assertThat(mailbox.to(known.email())).hasSize(1);
    }

    @Test
    void the_limit_on_mails_is_the_same_for_addresses_without_an_account(Web web) {
        for (var email : new String[] {
            UUID.randomUUID() + "@example.org", people.withPassword().email()
        }) {
            for (var i = 0; i < 4; i++) {
                assertThat(web.another().post("/haslo", Map.of("email", email)).status())
                        .isEqualTo(303);
            }
            assertThat(web.another().post("/haslo", Map.of("email", email)).status())
                    .isEqualTo(429);
        }
    }

    @Test
    void a_link_works_once_and_not_after_two_hours_and_not_after_a_newer_one(Web web, TestClock clock) {
        var person = people.withPassword();
        var older = linkFor(web, person);
        var newer = linkFor(web, person);
        assertThat(web.get(older).status()).isEqualTo(410);
        assertThat(web.post(newer, Map.of("password", OTHER)).status()).isEqualTo(303);
        assertThat(web.another().post(newer, Map.of("password", PASSWORD)).status())
                .isEqualTo(410);

        var late = linkFor(web.another(), person);
        clock.advance(Duration.ofHours(2));
        assertThat(web.another().get(late).status()).isEqualTo(410);
    }

    @Test
    void a_link_stops_working_when_the_password_is_changed_another_way(Web web) {
        var person = people.withPassword();
        var link = linkFor(web, person);

        people.signedIn(person).post("/konto/haslo", Map.of("current", PASSWORD, "password", OTHER));

        assertThat(web.get(link).status()).isEqualTo(410);
        assertThat(web.post(link, Map.of("password", PASSWORD)).status()).isEqualTo(410);
    }

    @Test
    void a_blocked_person_gets_no_link_and_an_old_one_is_dead(Web web) {
        var person = people.withPassword();
        var link = linkFor(web, person);
        people.signedIn(Role.ADMINISTRATOR).post("/administracja/osoby/" + person.personId() + "/zablokuj", Map.of());

        assertThat(web.post(link, Map.of("password", OTHER)).status()).isEqualTo(410);
        web.post("/haslo", Map.of("email", person.email()));
        assertThat(mailbox.to(person.email())).hasSize(1);
    }

    @Test
    void a_link_of_one_kind_opens_nothing_of_another(Web web) {
        var token = linkFor(web, people.withPassword()).replace("/haslo/", "");

        assertThat(web.get("/rejestracja/potwierdzenie/" + token).status()).isEqualTo(410);
        assertThat(web.get("/konto/adres/" + token).status()).isEqualTo(410);
        assertThat(web.post("/konto/adres/" + token, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void a_weak_password_is_refused_and_the_link_goes_on_working(Web web) {
        var link = linkFor(web, people.withPassword());

        var reply = web.post(link, Map.of("password", "krótkie"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#password-error").text()).contains("12");
        assertThat(web.post(link, Map.of("password", OTHER)).status()).isEqualTo(303);
    }

    private String linkFor(Web web, Actor person) {
        assertThat(web.post("/haslo", Map.of("email", person.email())).status()).isEqualTo(303);
        return mailbox.last(person.email()).link();
    }

    private static int signIn(Web web, Actor person, String password) {
        return web.post("/logowanie", Map.of("email", person.email(), "password", password))
                .status();
    }
}
