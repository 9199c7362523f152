package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Forgetting a person at their wish (GDPR, article 17). The row of the account stays without a name, because what was
 * submitted in a consultation belongs to a public file.
 */
@Singleton
public class ErasingAccount {

    private final Persons persons;
    private final PersonRoles roles;
    private final OwnPassword ownPassword;
    private final List<PersonalData> parts;
    private final AccountLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;

    ErasingAccount(
            Persons persons,
            PersonRoles roles,
            OwnPassword ownPassword,
            List<PersonalData> parts,
            AccountLetters letters,
            Outbox outbox,
            AuditLog audit) {
        this.persons = persons;
        this.roles = roles;
        this.ownPassword = ownPassword;
        this.parts = List.copyOf(parts);
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Erases the account.
     *
     * @param current password as typed
     * @return what is wrong; nothing when the account is gone
     * @throws TooBusy when the node has no room to check the password now
     */
    public FormErrors erase(Actor actor, String current) {
        var person = persons.findById(actor.personId()).orElseThrow();
        var errors = ownPassword.check("current", person, current);
        return errors.any() ? errors : write(person);
    }

    @Transactional
    FormErrors write(Person person) {
        if (!someAdministratorRemains(person.key())) {
            return FormErrors.of(FormErrors.WHOLE_FORM, "accounts.erase.last");
        }
        for (var part : parts) {
            part.erase(person.key());
        }
        outbox.put(letters.erased(person));
        audit.record(person.key(), "ACCOUNT_ERASED", "person", Long.toString(person.key()), "");
        return FormErrors.none();
    }

    private boolean someAdministratorRemains(long leaving) {
        var holders = roles.lockHolders(Role.ADMINISTRATOR);
        return !holders.contains(leaving) || holders.size() > 1;
    }
}
