package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Accounts made without the mails and links that real ones need. */
@Singleton
public class TestAccounts {

    private final Persons persons;
    private final PersonRoles roles;
    private final Departments departments;
    private final Passwords passwords;
    private final Clock clock;

    TestAccounts(Persons persons, PersonRoles roles, Departments departments, Passwords passwords, Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.departments = departments;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** An account in use, with the name, the roles, and no password. */
    @Transactional
    public Actor make(String name, Set<Role> held, Long departmentId) {
        var now = OfficeTime.now(clock);
        var address = new EmailAddress(UUID.randomUUID() + "@test.example.org");
        var person = persons.save(
                Person.unconfirmed(address, name, Language.POLISH, now).withState(Person.State.ACTIVE));
        for (var role : held) {
            if (role != Role.RESIDENT) {
                roles.save(new PersonRole(
                        null, person.key(), role, role == Role.DEPARTMENT_OFFICER ? departmentId : null));
            }
        }
        var all = EnumSet.of(Role.RESIDENT);
        all.addAll(held);
        return new Actor(
                person.key(),
                name,
                address.text(),
                Language.POLISH,
                all,
                held.contains(Role.DEPARTMENT_OFFICER) ? departmentId : null);
    }

    /** Sets the password of an account. */
    @Transactional
    public void setPassword(long personId, String password) {
        persons.update(persons.findById(personId).orElseThrow().withPassword(passwords.hash(password)));
    }

    /** Puts a hash that was made elsewhere in the place of the password. */
    @Transactional
    public void setHash(long personId, String hash) {
        persons.update(persons.findById(personId).orElseThrow().withPassword(hash));
    }

    /** The hash of the account's password, or empty. */
    public String hash(long personId) {
        var hash = persons.findById(personId).orElseThrow().passwordHash();
        return hash == null ? "" : hash;
    }

    /** Name of the account's state. */
    public String state(long personId) {
        return persons.findById(personId).map(person -> person.state().name()).orElse("");
    }

    /** The department of a code, made if there is none. */
    @Transactional
    public Department department(String code, String name) {
        return departments.findByCode(code).orElseGet(() -> departments.save(new Department(null, code, name)));
    }
}
