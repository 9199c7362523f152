package pl.kujawskopomorskie.ngo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.CreatingAccount.Created;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class CreatingAccountTest {

    private final CreatingAccount creating;

    CreatingAccountTest(CreatingAccount creating) {
        this.creating = creating;
    }

    @Test
    void the_link_of_a_new_account_sets_its_password_and_its_role_holds(Web web) {
        var created = creating.create(address(), Role.CLERK, null);

        assertThat(created).isInstanceOfSatisfying(Created.Done.class, done -> {
            var link = URI.create(done.link()).getPath();
            web.post(link, Map.of("name", "Pierwsza", "password", People.PASSWORD));
            assertThat(web.get("/test-access/clerk").text()).isEqualTo("Pierwsza");
        });
    }

    @Test
    void an_officer_comes_with_a_department_and_what_is_wrong_is_named(People people) {
        var code = people.department().code();

        assertThat(creating.create(address(), Role.DEPARTMENT_OFFICER, code)).isInstanceOf(Created.Done.class);
        assertThat(creating.create(address(), Role.DEPARTMENT_OFFICER, null)).isInstanceOf(Created.Invalid.class);
        assertThat(creating.create(address(), Role.DEPARTMENT_OFFICER, "NIE-MA"))
                .isInstanceOf(Created.Invalid.class);
        assertThat(creating.create(address(), Role.CLERK, code)).isInstanceOf(Created.Invalid.class);
        assertThat(creating.create("nikt", Role.CLERK, null)).isInstanceOf(Created.Invalid.class);
    }

    @Test
    void an_account_in_use_is_left_as_it_is(People people) {
        assertThat(creating.create(people.person().email(), Role.ADMINISTRATOR, null))
                .isInstanceOf(Created.Exists.class);
    }

    @Test
    void accounts_never_confirmed_are_forgotten_but_not_those_with_a_role(
            ForgettingAccounts forgetting, Registering registering, TestClock clock, Persons persons) {
        var stranger = address();
        var clerk = address();
        registering.ask("Ktoś", stranger, Language.POLISH, LocalPath.HOME, stranger);
        creating.create(clerk, Role.CLERK, null);
        forgetting.run();
        assertThat(persons.findByEmailKey(stranger)).isPresent();

        clock.advance(ForgettingAccounts.UNCONFIRMED_KEPT.plusDays(4));
        forgetting.run();

        assertThat(persons.findByEmailKey(stranger)).isEmpty();
        assertThat(persons.findByEmailKey(clerk)).isPresent();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }
}
