package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.util.Locale;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** Signing in with an address and a password. */
@Singleton
public class SigningIn {

    private final Persons persons;
    private final Passwords passwords;
    private final AccountLimits limits;
    private final KeepingSessions sessions;

    SigningIn(Persons persons, Passwords passwords, AccountLimits limits, KeepingSessions sessions) {
        this.persons = persons;
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
    }

    /**
     * Tries the password. Whatever is wrong (no such account, another password, a blocked account), the answer and its price
     * are the same.
     *
     * @param email as typed
     * @param password as typed
     * @param from where in the network the try comes from
     * @throws TooBusy when the node has no room to check it now
     */
    public SignIn signIn(String email, String password, String from) {
        var key = Typed.line(email).toLowerCase(Locale.ROOT);
        if (key.length() > 254 || password.length() > 2 * PasswordRule.LONGEST) {
            return new SignIn.Refused();
        }
        if (!limits.allowSignIn(key, from)) {
            if (limits.firstStop(key, from)) {
                sessions.stop(persons.findByEmailKey(key).map(Person::key).orElse(null));
            }
            return new SignIn.TooManyTries();
        }
        var person = persons.findByEmailKey(key).orElse(null);
        var hash = person == null ? null : person.passwordHash();
        var right = passwords.matches(password, hash);
        if (!right || person == null || hash == null || person.state() != Person.State.ACTIVE) {
            sessions.refuse(person == null ? null : person.key());
            return new SignIn.Refused();
        }
        limits.forgiveSignIn(key, from);
        if (passwords.isStale(hash)) {
            persons.replaceHash(person.key(), hash, passwords.hash(password));
        }
        return new SignIn.Done(sessions.begin(person.key()));
    }

    /** What came of it. */
    public sealed interface SignIn {

        /** The person is signed in. */
        record Done(Session session) implements SignIn {}

        /** Address and password do not belong together, or not to an account in use. */
        record Refused() implements SignIn {}

        /** There were too many tries; waiting helps. */
        record TooManyTries() implements SignIn {}
    }
}
