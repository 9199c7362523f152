package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.accounts.TestAccounts;
import pl.kujawskopomorskie.ngo.accounts.web.TestSignIn;

/** People for tests: new accounts with the roles that a test needs, and browsers in which they are signed in. */
@Singleton
public final class People {

    /** The password of those who have one. */
    public static final String PASSWORD = "zielony parowóz na wiśle";

    private final TestAccounts accounts;
    private final TestSignIn signIn;
    private final EmbeddedServer server;

    People(TestAccounts accounts, TestSignIn signIn, EmbeddedServer server) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.server = server;
    }

    /** A new person with these roles beside resident; an officer works in the {@link #department() test department}. */
    public Actor person(Role... roles) {
        return named("Anna Testowa", roles);
    }

    /** A new person with a name and roles. */
    public Actor named(String displayName, Role... roles) {
        Set<Role> held = Arrays.stream(roles).collect(Collectors.toSet());
        return accounts.make(
                displayName,
                held,
                held.contains(Role.DEPARTMENT_OFFICER) ? department().id() : null);
    }

    /** A new person who can sign in with {@link #PASSWORD}. */
    public Actor withPassword(Role... roles) {
        var person = person(roles);
        accounts.setPassword(person.personId(), PASSWORD);
        return person;
    }

    /** A new officer of a department. */
    public Actor officer(Department department) {
        return accounts.make("Oskar Urzędowy", Set.of(Role.DEPARTMENT_OFFICER), department.id());
    }

    /** The department that tests share. */
    public Department department() {
        return department("TEST", "Departament Testowy");
    }

    /** The department of a code, made if there is none. */
    public Department department(String code, String name) {
        return accounts.department(code, name);
    }

    /** A browser in which a new person with these roles is signed in. */
    public Web signedIn(Role... roles) {
        return signedIn(person(roles));
    }

    /** A browser in which the person is signed in. */
    public Web signedIn(Actor person) {
        var web = new Web(server.getURI());
        signIn.cookies(person.personId()).forEach(web::keep);
        return web;
    }
}
