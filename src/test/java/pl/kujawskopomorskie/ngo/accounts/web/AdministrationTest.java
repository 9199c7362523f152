package pl.kujawskopomorskie.ngo.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
class AdministrationTest {

    private final People people;
    private final Web administrator;

    AdministrationTest(People people) {
        this.people = people;
        this.administrator = people.signedIn(Role.ADMINISTRATOR);
    }

    @Test
    void only_administrators_see_or_change_accounts(Web visitor) {
        var path = "/administracja/osoby/" + people.person().personId();
        for (var role : new Role[] {Role.CLERK, Role.DEPARTMENT_OFFICER, Role.AUDITOR, Role.RESIDENT}) {
            var web = people.signedIn(role);
            assertThat(web.get("/administracja").status()).isEqualTo(403);
            assertThat(web.get(path).status()).isEqualTo(403);
            assertThat(web.post(path + "/role", Map.of("role", "CLERK")).status())
                    .isEqualTo(403);
            assertThat(web.post(path + "/zablokuj", Map.of()).status()).isEqualTo(403);
        }
        assertThat(visitor.get("/administracja").status()).isEqualTo(303);
        assertThat(visitor.post(path + "/zablokuj", Map.of()).status()).isEqualTo(401);
        assertThat(administrator.get(path).status()).isEqualTo(200);
    }

    @Test
    void a_role_holds_from_the_next_request_on_and_is_gone_as_soon_as_it_is_taken() {
        var person = people.person();
        var web = people.signedIn(person);
        var path = "/administracja/osoby/" + person.personId();
        assertThat(web.get("/test-access/clerk").status()).isEqualTo(403);

        assertThat(administrator
                        .post(path + "/role", Map.of("role", "CLERK", "department", ""))
                        .status())
                .isEqualTo(303);
        assertThat(web.get("/test-access/clerk").status()).isEqualTo(200);

        assertThat(administrator.post(path + "/role/CLERK/odbierz", Map.of()).status())
                .isEqualTo(303);
        assertThat(web.get("/test-access/clerk").status()).isEqualTo(403);
        assertThat(administrator.post(path + "/role/CLERK/odbierz", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void an_officer_needs_a_department_and_nobody_else_may_have_one() {
        var department = Long.toString(people.department().key());
        var path = "/administracja/osoby/" + people.person().personId();

        var missing = administrator.post(path + "/role", Map.of("role", "DEPARTMENT_OFFICER", "department", ""));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().selectFirst("#department-error").text()).startsWith("Wybierz departament");
        assertThat(missing.page().select("#role option[selected]").attr("value"))
                .isEqualTo("DEPARTMENT_OFFICER");
        assertThat(administrator
                        .post(path + "/role", Map.of("role", "CLERK", "department", department))
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(path + "/role", Map.of("role", "RESIDENT", "department", ""))
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(path + "/role", Map.of("role", "DEPARTMENT_OFFICER", "department", "999999"))
                        .status())
                .isEqualTo(422);

        assertThat(administrator
                        .post(path + "/role", Map.of("role", "DEPARTMENT_OFFICER", "department", department))
                        .status())
                .isEqualTo(303);
        assertThat(administrator.get(path).page().text()).contains("Departament Testowy");
        var again = administrator.post(path + "/role", Map.of("role", "DEPARTMENT_OFFICER", "department", department));
        assertThat(again.page().selectFirst("#role-error").text()).isEqualTo("Ta osoba już ma tę rolę.");
    }

    @Test
    void a_blocked_person_loses_access_at_once_and_gets_it_back_by_signing_in_anew() {
        var person = people.withPassword();
        var web = people.signedIn(person);
        var path = "/administracja/osoby/" + person.personId();

        assertThat(administrator.post(path + "/zablokuj", Map.of()).status()).isEqualTo(303);
        assertThat(web.get("/test-access/anyone").text()).isEqualTo("nobody");
        var form = Map.of("email", person.email(), "password", People.PASSWORD);
        assertThat(web.post("/logowanie", form).status()).isEqualTo(422);
        assertThat(administrator.post(path + "/zablokuj", Map.of()).status()).isEqualTo(409);
        assertThat(administrator
                        .post(path + "/role", Map.of("role", "CLERK", "department", ""))
                        .status())
                .isEqualTo(409);

        assertThat(administrator.post(path + "/odblokuj", Map.of()).status()).isEqualTo(303);
        assertThat(web.get("/test-access/anyone").text()).isEqualTo("nobody");
        assertThat(web.post("/logowanie", form).status()).isEqualTo(303);
    }

    @Test
    void nobody_changes_their_own_roles_or_access() {
        var me = people.person(Role.ADMINISTRATOR);
        var web = people.signedIn(me);
        var path = "/administracja/osoby/" + me.personId();

        assertThat(web.post(path + "/role/ADMINISTRATOR/odbierz", Map.of()).status())
                .isEqualTo(409);
        assertThat(web.post(path + "/role", Map.of("role", "CLERK", "department", ""))
                        .status())
                .isEqualTo(409);
        assertThat(web.post(path + "/zablokuj", Map.of()).status()).isEqualTo(409);
        assertThat(web.get(path).page().select("main form")).isEmpty();
    }

    @Test
    void accounts_are_found_by_name_and_address_and_role_and_odd_searches_are_harmless() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var person = people.named("Żaneta " + mark + " 100%_pewna", Role.AUDITOR);

        assertThat(names("/administracja?szukaj=" + mark)).containsExactly(person.displayName());
        assertThat(names("/administracja?szukaj=%25_&rola=")).contains(person.displayName());
        assertThat(names("/administracja?szukaj=" + mark + "&rola=AUDITOR")).containsExactly(person.displayName());
        assertThat(names("/administracja?szukaj=" + mark + "&rola=CLERK")).isEmpty();
        assertThat(names("/administracja?szukaj=" + person.email())).containsExactly(person.displayName());
        for (var odd : new String[] {
            "szukaj='%20OR%201=1%20--", "szukaj=%00", "szukaj=%3Cscript%3Ealert(1)%3C/script%3E", "szukaj=%5C",
            "strona=-1", "strona=99999999", "strona=x", "rola=NIC"
        }) {
            var reply = administrator.get("/administracja?" + odd);
            assertThat(reply.status()).as(odd).isEqualTo(200);
            assertThat(reply.page().select("main script")).isEmpty();
        }
    }

    @Test
    void a_name_with_a_script_in_it_is_text_in_the_list_and_on_its_page() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var person = people.named("<script>alert('" + mark + "')</script>");

        var list = administrator.get("/administracja?szukaj=" + mark).page();
        assertThat(list.select("main script")).isEmpty();
        assertThat(list.text()).contains(person.displayName());
        assertThat(administrator
                        .get("/administracja/osoby/" + person.personId())
                        .page()
                        .selectFirst("h1")
                        .text())
                .isEqualTo(person.displayName());
    }

    @Test
    void the_list_is_paged() {
        for (var i = 0; i < 51; i++) {
            people.named("Strona " + i);
        }
        var first = administrator.get("/administracja?szukaj=Strona").page();
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select(".pages a[rel=next]").attr("href")).contains("szukaj=Strona", "strona=2");
    }

    @Test
    void an_account_that_is_not_there_is_not_found() {
        assertThat(administrator.get("/administracja/osoby/0").status()).isEqualTo(404);
        assertThat(administrator
                        .post("/administracja/osoby/0/zablokuj", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private List<String> names(String path) {
        return administrator.get(path).page().select("tbody th").eachText();
    }
}
