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
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What a person changes about their own account. */
@Singleton
public class ChangingAccount {

    private final Persons persons;
    private final RefreshTokens tokens;
    private final Links links;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final OwnPassword ownPassword;
    private final AccountLimits limits;
    private final AccountLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ChangingAccount(
            Persons persons,
            RefreshTokens tokens,
            Links links,
            Passwords passwords,
            PasswordRule passwordRule,
            OwnPassword ownPassword,
            AccountLimits limits,
            AccountLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.links = links;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.ownPassword = ownPassword;
        this.limits = limits;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes the name that is shown and the language of mails.
     *
     * @param name as typed
     * @param languageTag as chosen
     */
    @Transactional
    public Change present(Actor actor, String name, String languageTag) {
        var displayName = Typed.line(name);
        var language = Language.ofTag(languageTag);
        var errors = DisplayName.check("name", displayName).unless(language.isPresent(), "language", "forms.choose");
        if (errors.any()) {
            return new Change.Invalid(errors);
        }
        var person = persons.lock(actor.personId()).orElseThrow();
        persons.update(person.presented(displayName, language.orElse(Language.POLISH)));
        audit.record(person.key(), "ACCOUNT_DETAILS_CHANGED", "person", Long.toString(person.key()), "");
        return new Change.Done();
    }

    /**
     * Changes the password and signs out every other browser.
     *
     * @param family the session that stays
     * @param current as typed
     * @param fresh as typed
     * @throws TooBusy when the node has no room to hash it now
     */
    public Change password(Actor actor, String family, String current, String fresh) {
        var person = persons.findById(actor.personId()).orElseThrow();
        var errors = ownPassword
                .check("current", person, current)
                .and(passwordRule.check("password", fresh, new EmailAddress(person.email()), person.displayName()));
        if (errors.any()) {
            return new Change.Invalid(errors);
        }
        writePassword(person, family, passwords.hash(fresh));
        return new Change.Done();
    }

    @Transactional
    void writePassword(Person person, String family, String hash) {
        persons.update(persons.lock(person.key()).orElseThrow().withPassword(hash));
        links.end(person.key());
        tokens.endOthers(person.key(), family, OfficeTime.now(clock));
        outbox.put(letters.passwordChanged(person));
        audit.record(person.key(), "PASSWORD_CHANGED", "person", Long.toString(person.key()), "");
    }

    /**
     * Asks for another address: a link goes there, or word that it has an account. The answer does not tell which.
     *
     * @param current password as typed
     * @param email as typed
     * @param from where in the network this comes from
     * @throws TooBusy when the node has no room to check the password now
     */
    public Change askForEmail(Actor actor, String current, String email, String from) {
        var person = persons.findById(actor.personId()).orElseThrow();
        var address = EmailAddress.of(email).orElse(null);
        var errors = FormErrors.none()
                .unless(!Typed.line(email).isEmpty(), "email", "accounts.email.missing")
                .unless(address != null, "email", "accounts.email.wrong")
                .unless(address == null || !address.key().equals(person.emailKey()), "email", "accounts.email.same")
                .and(ownPassword.check("current", person, current));
        if (!errors.any() && address != null && !limits.allowMail(address, from)) {
            errors = FormErrors.of("email", "accounts.mails.tooMany");
        }
        if (errors.any() || address == null) {
            return new Change.Invalid(errors);
        }
        writeEmailRequest(person, address);
        return new Change.Done();
    }

    @Transactional
    void writeEmailRequest(Person person, EmailAddress address) {
        if (persons.findByEmailKey(address.key()).isPresent()) {
            outbox.put(letters.newEmailTaken(address.text(), person.mailLanguage()));
        } else {
            var secret = links.make(Purpose.CHANGE_EMAIL, person.key(), address.text());
            outbox.put(letters.newEmail(address.text(), person.mailLanguage(), secret));
        }
        audit.record(person.key(), "EMAIL_CHANGE_ASKED_FOR", "person", Long.toString(person.key()), "");
    }

    /** The address that a link leads to, if the link still works. */
    public Optional<String> look(String token) {
        return links.look(Purpose.CHANGE_EMAIL, token).map(OneTimeLink::newEmail);
    }

    /** Moves the account to the new address and tells the old one. */
    public NewEmail confirmEmail(String token) {
        try {
            return writeEmail(token) ? new NewEmail.Done() : new NewEmail.Gone();
        } catch (RuntimeException e) {
            if (Violations.isDuplicate(e)) {
                return new NewEmail.Taken();
            }
            throw e;
        }
    }

    @Transactional
    boolean writeEmail(String token) {
        var link = links.use(Purpose.CHANGE_EMAIL, token).orElse(null);
        var address = link == null ? null : EmailAddress.of(link.newEmail()).orElse(null);
        var person = link == null ? null : persons.lock(link.personId()).orElse(null);
        if (person == null || address == null || person.state() != Person.State.ACTIVE) {
            return false;
        }
        persons.update(person.withEmail(address));
        links.end(person.key());
        outbox.put(letters.emailChanged(person));
        audit.record(person.key(), "EMAIL_CHANGED", "person", Long.toString(person.key()), "");
        return true;
    }

    /** What came of a change. */
    public sealed interface Change {

        /** It is done, or on its way. */
        record Done() implements Change {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Change {}
    }

    /** What came of the link to a new address. */
    public sealed interface NewEmail {

        /** The account has moved. */
        record Done() implements NewEmail {}

        /** Another account has got the address meanwhile. */
        record Taken() implements NewEmail {}

        /** The link does not work any more. */
        record Gone() implements NewEmail {}
    }
}
