package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** Asks one who is signed in for their password once more, before what a borrowed browser must not be able to do. */
@Singleton
final class OwnPassword {

    private final Passwords passwords;
    private final AccountLimits limits;

    OwnPassword(Passwords passwords, AccountLimits limits) {
        this.passwords = passwords;
        this.limits = limits;
    }

    /**
     * What is wrong with the password, to be shown at the field.
     *
     * @throws TooBusy when the node has no room to check it now
     */
    FormErrors check(String field, Person person, String typed) {
        if (typed.isEmpty()) {
            return FormErrors.of(field, "accounts.password.missing");
        }
        if (!limits.allowOwnPassword(person.key())) {
            return FormErrors.of(field, "accounts.signIn.tooMany");
        }
        return FormErrors.none()
                .unless(passwords.matches(typed, person.passwordHash()), field, "accounts.password.current.wrong");
    }
}
