package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Opens the accounts of the demonstration: ready to sign in, without mail and links, all with one password that is no
 * secret. Nothing else may call it; production never does.
 */
@Singleton
public class OpeningDemoAccounts {

    private final Persons persons;
    private final PersonRoles roles;
    private final Departments departments;
    private final Passwords passwords;
    private final Clock clock;

    OpeningDemoAccounts(Persons persons, PersonRoles roles, Departments departments, Passwords passwords, Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.departments = departments;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Makes the departments and the accounts. A code or an address that is taken is refused by the database, and so of
     * two nodes that begin at once one fails here.
     */
    @Transactional
    public Opened open(List<Department> office, List<Newcomer> people, String password) {
        var byCode = new HashMap<String, Long>();
        for (var department : office) {
            var row = departments.findByCode(department.code()).orElseGet(() -> departments.save(department));
            byCode.put(row.code(), row.key());
        }
        // One hash for all: each costs as much as a sign-in, and the password is printed anyway.
        var hash = passwords.hash(password);
        var byEmail = new HashMap<String, Long>();
        for (var newcomer : people) {
            byEmail.put(newcomer.email(), open(newcomer, hash, byCode));
        }
        return new Opened(byCode, byEmail);
    }

    private long open(Newcomer newcomer, String hash, Map<String, Long> departmentKeys) {
        var now = OfficeTime.now(clock);
        var person = persons.save(
                Person.unconfirmed(new EmailAddress(newcomer.email()), newcomer.displayName(), Language.POLISH, now)
                        .confirmed(newcomer.displayName(), hash, now));
        for (var role : newcomer.roles()) {
            if (role != Role.RESIDENT) {
                roles.save(new PersonRole(
                        null,
                        person.key(),
                        role,
                        role == Role.DEPARTMENT_OFFICER ? departmentKeys.get(newcomer.department()) : null));
            }
        }
        return person.key();
    }

    /**
     * Somebody to open an account for.
     *
     * @param email to sign in with
     * @param displayName the name shown
     * @param roles beside resident
     * @param department code of the department of an officer, or null
     */
    public record Newcomer(
            String email,
            String displayName,
            Set<Role> roles,
            @Nullable String department) {}

    /**
     * What was made.
     *
     * @param departments keys of departments by code
     * @param people keys of people by address
     */
    public record Opened(Map<String, Long> departments, Map<String, Long> people) {

        public Opened {
            departments = Map.copyOf(departments);
            people = Map.copyOf(people);
        }
    }
}
