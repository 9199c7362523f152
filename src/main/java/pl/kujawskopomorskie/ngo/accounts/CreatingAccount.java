package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.OneTimeLink.Purpose;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;

/**
 * Making an account for somebody, from the command line of the server: how the first administrator comes to be. No password
 * is made; the link lets its holder choose one.
 */
@Singleton
public class CreatingAccount {

    private final Persons persons;
    private final PersonRoles roles;
    private final Departments departments;
    private final Links links;
    private final AccountLetters letters;
    private final AuditLog audit;
    private final Clock clock;

    CreatingAccount(
            Persons persons,
            PersonRoles roles,
            Departments departments,
            Links links,
            AccountLetters letters,
            AuditLog audit,
            Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.departments = departments;
        this.links = links;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the account, or a new link where the account waits for its first password still.
     *
     * @param email as typed
     * @param role that the account holds beside resident; resident for none
     * @param departmentCode where a department officer works, null for every other role
     */
    @Transactional
    public Created create(String email, Role role, @Nullable String departmentCode) {
        var address = EmailAddress.of(email).orElse(null);
        var department = departmentCode == null
                ? null
                : departments.findByCode(departmentCode).orElse(null);
        var officer = role == Role.DEPARTMENT_OFFICER;
        var errors = FormErrors.none()
                .unless(address != null, "email", "accounts.email.wrong")
                .unless(!officer || department != null, "department", "accounts.admin.department.missing")
                .unless(officer || departmentCode == null, "department", "accounts.admin.department.superfluous");
        if (errors.any() || address == null) {
            return new Created.Invalid(errors);
        }
        var known = persons.findByEmailKey(address.key());
        if (known.isPresent() && known.get().state() != Person.State.UNCONFIRMED) {
            return new Created.Exists();
        }
        var person = known.orElseGet(() ->
                persons.save(Person.unconfirmed(address, address.localPart(), Language.POLISH, OfficeTime.now(clock))));
        roles.deleteByPersonId(person.key());
        if (role != Role.RESIDENT) {
            roles.save(new PersonRole(null, person.key(), role, department == null ? null : department.key()));
        }
        var secret = links.make(Purpose.CONFIRM, person.key(), null);
        audit.record(null, "ACCOUNT_CREATED", "person", Long.toString(person.key()), role.name());
        return new Created.Done(letters.confirmLink(secret, LocalPath.HOME));
    }

    /** What came of it. */
    public sealed interface Created {

        /**
         * The account waits for its first password.
         *
         * @param link where it is set, once, within three days
         */
        record Done(String link) implements Created {}

        /** Something in the command is wrong. */
        record Invalid(FormErrors errors) implements Created {}

        /** The address has an account in use; an administrator gives it roles on the page of accounts. */
        record Exists() implements Created {}
    }
}
