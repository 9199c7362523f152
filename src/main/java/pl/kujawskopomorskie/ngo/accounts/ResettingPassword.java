package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.OneTimeLink.Purpose;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;

/** Setting another password by a link that comes by mail. */
@Singleton
public class ResettingPassword {

    private final Persons persons;
    private final Links links;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final AccountLimits limits;
    private final KeepingSessions sessions;
    private final AccountLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;

    ResettingPassword(
            Persons persons,
            Links links,
            Passwords passwords,
            PasswordRule passwordRule,
            AccountLimits limits,
            KeepingSessions sessions,
            AccountLetters letters,
            Outbox outbox,
            AuditLog audit) {
        this.persons = persons;
        this.links = links;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.limits = limits;
        this.sessions = sessions;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Asks for a link. A mail goes out only to an address that has an account, and the answer does not tell.
     *
     * @param email as typed
     * @param from where in the network this comes from
     */
    public AskedForLink ask(String email, String from) {
        var address = EmailAddress.of(email).orElse(null);
        if (address == null) {
            return new AskedForLink.Invalid(FormErrors.of(
                    "email", Typed.line(email).isEmpty() ? "accounts.email.missing" : "accounts.email.wrong"));
        }
        if (!limits.allowMail(address, from)) {
            return new AskedForLink.TooManyTries();
        }
        write(address);
        return new AskedForLink.Mailed();
    }

    @Transactional
    void write(EmailAddress address) {
        persons.findByEmailKey(address.key()).ifPresent(person -> {
            switch (person.state()) {
                case ACTIVE -> {
                    var secret = links.make(Purpose.RESET, person.key(), null);
                    outbox.put(letters.reset(person.email(), person.mailLanguage(), secret));
                    audit.record(null, "PASSWORD_RESET_ASKED_FOR", "person", Long.toString(person.key()), "");
                }
                case UNCONFIRMED -> {
                    var secret = links.make(Purpose.CONFIRM, person.key(), null);
                    outbox.put(letters.confirm(person.email(), person.mailLanguage(), secret, LocalPath.HOME));
                }
                case BLOCKED, ERASED -> {}
            }
        });
    }

    /** Whether the link still works. */
    public boolean works(String token) {
        return waiting(token).isPresent();
    }

    /**
     * Sets the password, signs out whoever was signed in, and signs in the person with the link.
     *
     * @throws TooBusy when the node has no room to hash it now
     */
    public UsedLink reset(String token, String password) {
        var person = waiting(token).orElse(null);
        if (person == null) {
            return new UsedLink.Gone();
        }
        var errors = passwordRule.check("password", password, new EmailAddress(person.email()), person.displayName());
        if (errors.any()) {
            return new UsedLink.Invalid(errors);
        }
        return change(token, passwords.hash(password))
                .<UsedLink>map(UsedLink.Done::new)
                .orElseGet(UsedLink.Gone::new);
    }

    @Transactional
    Optional<Session> change(String token, String hash) {
        return links.use(Purpose.RESET, token)
                .flatMap(link -> persons.lock(link.personId()))
                .filter(person -> person.state() == Person.State.ACTIVE)
                .map(person -> {
                    persons.update(person.withPassword(hash));
                    links.end(person.key());
                    sessions.endAll(person.key());
                    outbox.put(letters.passwordChanged(person));
                    audit.record(person.key(), "PASSWORD_RESET", "person", Long.toString(person.key()), "");
                    return sessions.begin(person.key());
                });
    }

    private Optional<Person> waiting(String token) {
        return links.look(Purpose.RESET, token)
                .flatMap(link -> persons.findById(link.personId()))
                .filter(person -> person.state() == Person.State.ACTIVE);
    }
}
