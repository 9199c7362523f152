package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.OneTimeLink.Purpose;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;

/**
 * Making an account of one's own, in two steps: ask with a name and an address; then follow the link that comes by mail and
 * choose a password. The password comes last, because whoever chooses it must be the one who reads the mail: otherwise a
 * stranger could register somebody's address with a password of their own and wait for the owner to confirm it.
 */
@Singleton
public class Registering {

    private final Persons persons;
    private final Links links;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final AccountLimits limits;
    private final KeepingSessions sessions;
    private final AccountLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    Registering(
            Persons persons,
            Links links,
            Passwords passwords,
            PasswordRule passwordRule,
            AccountLimits limits,
            KeepingSessions sessions,
            AccountLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.persons = persons;
        this.links = links;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.limits = limits;
        this.sessions = sessions;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for an account. A mail goes to the address in any case: with the link, or with word that it has an account.
     *
     * @param name as typed
     * @param email as typed
     * @param language of the mail and of those to come
     * @param next where the person was when they found out that they need an account
     * @param from where in the network this comes from
     */
    public AskedForLink ask(String name, String email, Language language, LocalPath next, String from) {
        var displayName = Typed.line(name);
        var address = EmailAddress.of(email).orElse(null);
        var errors = DisplayName.check("name", displayName)
                .unless(!Typed.line(email).isEmpty(), "email", "accounts.email.missing")
                .unless(address != null, "email", "accounts.email.wrong");
        if (errors.any() || address == null) {
            return new AskedForLink.Invalid(errors);
        }
        if (!limits.allowMail(address, from)) {
            return new AskedForLink.TooManyTries();
        }
        try {
            write(displayName, address, language, next);
        } catch (RuntimeException e) {
            // The same address registered twice at the same moment: now there is a row, so this is the second time.
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
            write(displayName, address, language, next);
        }
        return new AskedForLink.Mailed();
    }

    @Transactional
    void write(String displayName, EmailAddress address, Language language, LocalPath next) {
        var known = persons.findByEmailKey(address.key());
        if (known.isPresent() && known.get().state() != Person.State.UNCONFIRMED) {
            outbox.put(letters.exists(known.get().email(), known.get().mailLanguage()));
            return;
        }
        var person = known.map(before -> persons.update(before.presented(displayName, language)))
                .orElseGet(
                        () -> persons.save(Person.unconfirmed(address, displayName, language, OfficeTime.now(clock))));
        var secret = links.make(Purpose.CONFIRM, person.key(), null);
        outbox.put(letters.confirm(address.text(), language, secret, next));
        audit.record(null, "ACCOUNT_ASKED_FOR", "person", Long.toString(person.key()), "");
    }

    /** The name that waits behind a link which still works. */
    public Optional<String> look(String token) {
        return waiting(token).map(Person::displayName);
    }

    /**
     * Confirms the address by the link, sets the password and signs the person in.
     *
     * @throws TooBusy when the node has no room to hash it now
     */
    public UsedLink confirm(String token, String name, String password) {
        var person = waiting(token).orElse(null);
        if (person == null) {
            return new UsedLink.Gone();
        }
        var displayName = Typed.line(name);
        var errors = DisplayName.check("name", displayName)
                .and(passwordRule.check("password", password, new EmailAddress(person.email()), displayName));
        if (errors.any()) {
            return new UsedLink.Invalid(errors);
        }
        return open(token, displayName, passwords.hash(password))
                .<UsedLink>map(UsedLink.Done::new)
                .orElseGet(UsedLink.Gone::new);
    }

    @Transactional
    Optional<Session> open(String token, String displayName, String hash) {
        return links.use(Purpose.CONFIRM, token)
                .flatMap(link -> persons.lock(link.personId()))
                .filter(person -> person.state() == Person.State.UNCONFIRMED)
                .map(person -> {
                    persons.update(person.confirmed(displayName, hash, OfficeTime.now(clock)));
                    links.end(person.key());
                    audit.record(person.key(), "ACCOUNT_CONFIRMED", "person", Long.toString(person.key()), "");
                    return sessions.begin(person.key());
                });
    }

    private Optional<Person> waiting(String token) {
        return links.look(Purpose.CONFIRM, token)
                .flatMap(link -> persons.findById(link.personId()))
                .filter(person -> person.state() == Person.State.UNCONFIRMED);
    }
}
