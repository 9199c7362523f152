package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.testing.People.PASSWORD;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.accounts.TestAccounts;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class OwnAccountTest {

    private static final String OTHER = "granatowy tramwaj w toruniu jedzie";

    private final People people;
    private final Mailbox mailbox;
    private final TestAccounts accounts;

    OwnAccountTest(People people, Mailbox mailbox, TestAccounts accounts) {
        this.people = people;
        this.mailbox = mailbox;
        this.accounts = accounts;
    }

    @Test
    void every_page_of_the_account_is_for_its_owner_only(Web visitor) {
        for (var path : new String[] {
            "/konto", "/konto/dane", "/konto/haslo", "/konto/adres", "/konto/usuniecie", "/konto/moje-dane.json"
        }) {
            assertThat(visitor.get(path).location()).isEqualTo("/logowanie?dalej=" + path.replace("/", "%2F"));
            assertThat(people.signedIn().get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_new_name_is_shown_at_once_and_a_script_in_it_as_text() {
        var web = people.signedIn();

        var reply = web.post("/konto/dane", Map.of("name", " <b>Zoë</b>\u0000  שלום 🎉 ", "language", "en"));

        var page = web.get(reply.location()).page();
        assertThat(page.selectFirst(".account-link").text()).isEqualTo("<b>Zoë</b> שלום 🎉");
        assertThat(page.select("main b")).isEmpty();
        assertThat(page.selectFirst(".note-good").text()).isEqualTo("Zmiany zostały zapisane.");
    }

    @Test
    void mistakes_in_the_name_are_named_and_what_was_typed_is_kept() {
        var web = people.signedIn();

        var reply = web.post("/konto/dane", Map.of("name", "ż".repeat(121), "language", "xx"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error-summary li")).hasSize(2);
        assertThat(reply.page().selectFirst("#name").attr("value")).hasSize(121);
    }

    @Test
    void another_password_needs_the_current_one_and_signs_out_other_browsers_only() {
        var person = people.withPassword();
        var here = people.signedIn(person);
        var there = people.signedIn(person);

        var wrong = here.post("/konto/haslo", Map.of("current", "zgaduję", "password", OTHER));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("#current-error").text()).startsWith("To nie jest obecne hasło");

        assertThat(here.post("/konto/haslo", Map.of("current", PASSWORD, "password", OTHER))
                        .status())
                .isEqualTo(303);
        assertThat(here.get("/konto").status()).isEqualTo(200);
        assertThat(there.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(mailbox.last(person.email()).subject()).isEqualTo("Hasło zostało zmienione");
    }

    @Test
    void who_borrows_a_browser_may_guess_the_password_ten_times() {
        var web = people.signedIn(people.withPassword());
        for (var i = 0; i < 10; i++) {
            web.post("/konto/haslo", Map.of("current", "zgaduję " + i, "password", OTHER));
        }

        var reply = web.post("/konto/haslo", Map.of("current", PASSWORD, "password", OTHER));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().selectFirst("#current-error").text()).contains("Odczekaj kwadrans");
    }

    @Test
    void a_new_address_counts_when_it_is_confirmed_and_the_old_one_is_told(Web phone) {
        var person = people.withPassword();
        var web = people.signedIn(person);
        var fresh = UUID.randomUUID() + "@example.org";

        assertThat(web.post("/konto/adres", Map.of("email", fresh, "current", PASSWORD))
                        .location())
                .isEqualTo("/konto?stan=adres");
        var link = mailbox.last(fresh).link();
        assertThat(phone.get(link).page().text()).contains(fresh);
        assertThat(web.get("/konto").page().text()).contains(person.email());

        assertThat(phone.post(link, Map.of()).status()).isEqualTo(303);

        assertThat(web.get("/konto").page().text()).contains(fresh).doesNotContain(person.email());
        assertThat(mailbox.last(person.email()).subject()).isEqualTo("Adres Twojego konta został zmieniony");
        assertThat(phone.post(link, Map.of()).status()).isEqualTo(410);
        assertThat(phone.post("/logowanie", Map.of("email", fresh, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void an_address_that_has_an_account_gets_the_same_answer_and_a_mail_that_says_so() {
        var web = people.signedIn(people.withPassword());
        var taken = people.person().email();
        var free = UUID.randomUUID() + "@example.org";

        var first = web.post("/konto/adres", Map.of("email", taken, "current", PASSWORD));
        var second = web.post("/konto/adres", Map.of("email", free, "current", PASSWORD));

        assertThat(first.status()).isEqualTo(second.status()).isEqualTo(303);
        assertThat(first.location()).isEqualTo(second.location());
        assertThat(mailbox.last(taken).subject()).isEqualTo("Ten adres ma już konto");
    }

    @Test
    void an_address_that_got_an_account_meanwhile_is_not_taken_from_it(Web visitor) {
        var fresh = UUID.randomUUID() + "@example.org";
        var web = people.signedIn(people.withPassword());
        web.post("/konto/adres", Map.of("email", fresh, "current", PASSWORD));
        var link = mailbox.last(fresh).link();
        visitor.post("/rejestracja", Map.of("name", "Szybsza", "email", fresh));

        var reply = web.post(link, Map.of());

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.page().selectFirst(".lead").text()).startsWith("Ten adres ma już inne konto");
    }

    @Test
    void signing_out_everywhere_leaves_no_session() {
        var person = people.person();
        var here = people.signedIn(person);
        var there = people.signedIn(person);

        here.post("/konto/wyloguj-wszedzie", Map.of());

        assertThat(here.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(there.get("/test-access/anyone").text()).isEqualTo("nobody");
    }

    @Test
    void the_download_holds_what_is_kept_of_the_person_and_no_secret() {
        var person = people.withPassword();
        var reply = people.signedIn(person).get("/konto/moje-dane.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Content-Disposition")).contains("attachment");
        assertThat(reply.text())
                .contains(person.email(), person.displayName(), "\"account\"")
                .doesNotContain("argon2");
    }

    @Test
    void an_erased_account_names_nobody_and_opens_to_nobody(Web visitor) {
        var person = people.withPassword(Role.CLERK);
        var web = people.signedIn(person);
        assertThat(web.post("/konto/usuniecie", Map.of("current", "zgaduję")).status())
                .isEqualTo(422);

        var reply = web.post("/konto/usuniecie", Map.of("current", PASSWORD));

        assertThat(reply.location()).isEqualTo("/konto/usuniete");
        assertThat(web.get("/konto/usuniete").status()).isEqualTo(200);
        assertThat(web.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(accounts.state(person.personId())).isEqualTo("ERASED");
        assertThat(visitor.post("/logowanie", Map.of("email", person.email(), "password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(people.signedIn(Role.ADMINISTRATOR)
                        .get("/administracja/osoby/" + person.personId())
                        .status())
                .isEqualTo(404);
        visitor.post("/rejestracja", Map.of("name", "Od nowa", "email", person.email()));
        assertThat(mailbox.last(person.email()).subject()).isEqualTo("Dokończ zakładanie konta");
    }
}
