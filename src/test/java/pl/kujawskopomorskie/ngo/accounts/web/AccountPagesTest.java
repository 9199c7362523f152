package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AccountPagesTest {

    private final People people;
    private final Mailbox mailbox;

    AccountPagesTest(People people, Mailbox mailbox) {
        this.people = people;
        this.mailbox = mailbox;
    }

    @Test
    void every_form_with_its_mistakes_is_valid_html_and_leads_from_the_list_to_the_field(Web visitor) {
        var owner = people.signedIn(people.withPassword());
        var administrator = people.signedIn(Role.ADMINISTRATOR);
        var account = "/administracja/osoby/" + people.person(Role.AUDITOR).personId();
        var replies = List.of(
                visitor.post("/logowanie", Map.of("email", "x", "password", "y")),
                visitor.post("/rejestracja", Map.of("name", "", "email", "")),
                visitor.post("/haslo", Map.of("email", "x")),
                visitor.post(confirmationLink(visitor), Map.of("name", "", "password", "")),
                owner.post("/konto/dane", Map.of("name", "", "language", "")),
                owner.post("/konto/haslo", Map.of("current", "", "password", "")),
                owner.post("/konto/adres", Map.of("email", "", "current", "")),
                owner.post("/konto/usuniecie", Map.of("current", "")),
                administrator.post(account + "/role", Map.of("role", "DEPARTMENT_OFFICER", "department", "")));

        var softly = new SoftAssertions();
        for (var reply : replies) {
            var path = reply.response().uri().getPath();
            softly.assertThat(reply.status()).as(path).isEqualTo(422);
            softly.assertThat(HtmlValidity.problems(reply.text())).as(path).isEmpty();
            for (var link : reply.page().select(".error-summary a")) {
                softly.assertThat(reply.page().select(link.attr("href")))
                        .as(path)
                        .hasSize(1);
            }
        }
        softly.assertAll();
    }

    @Test
    void pages_of_accounts_have_no_barriers_and_fit_a_narrow_screen(Browser browser, Web visitor) {
        var link = confirmationLink(visitor);
        var person = people.person(Role.ADMINISTRATOR, Role.CLERK);
        var other = people.officer(people.department());

        var softly = new SoftAssertions();
        for (var path : List.of("/logowanie?dalej=%2Fkonto", "/rejestracja", "/rejestracja/wyslano", "/haslo", link)) {
            inspect(browser, path, softly);
        }
        browser.as(people.signedIn(person));
        for (var path : List.of(
                "/konto?stan=gotowe",
                "/konto/dane",
                "/konto/haslo",
                "/konto/adres",
                "/konto/usuniecie",
                "/administracja",
                "/administracja?szukaj=nikogo-takiego-nie-ma",
                "/administracja/osoby/" + other.personId(),
                "/administracja/osoby/" + person.personId())) {
            inspect(browser, path, softly);
        }
        softly.assertAll();
    }

    private static void inspect(Browser browser, String path, SoftAssertions softly) {
        var reply = browser.width(Browser.NARROW).open(path);
        softly.assertThat(reply.status()).as(path).isEqualTo(200);
        softly.assertThat(HtmlValidity.problems(reply.text())).as(path).isEmpty();
        softly.assertThat(browser.barriers()).as(path).isEmpty();
        softly.assertThat(browser.overflow()).as(path).isEmpty();
        softly.assertThat(browser.complaints()).as(path).isEmpty();
    }

    private String confirmationLink(Web visitor) {
        var email = UUID.randomUUID() + "@example.org";
        assertThat(visitor.post("/rejestracja", Map.of("name", "Anna", "email", email))
                        .status())
                .isEqualTo(303);
        return mailbox.last(email).link();
    }
}
