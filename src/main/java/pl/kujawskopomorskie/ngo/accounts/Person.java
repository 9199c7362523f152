package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * An account.
 *
 * @param id key of the row
 * @param email as typed, for mail
 * @param emailKey what makes two addresses the same
 * @param displayName the name that the person chose to show
 * @param passwordHash in Argon2's own notation with its parameters, or null when no password was set yet
 * @param state whether the account may be used
 * @param language tag of the language of mails
 * @param createdAt when the account was made
 * @param confirmedAt when the address was first proven, or null
 */
@MappedEntity("person")
record Person(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        String emailKey,
        String displayName,
        @Nullable String passwordHash,
        State state,
        @MappedProperty("language") String language,
        Instant createdAt,
        @Nullable Instant confirmedAt) {

    /** What may be done with an account. */
    enum State {
        /** Its address is not proven; nobody can sign in. */
        UNCONFIRMED,
        ACTIVE,
        /** An administrator shut it. */
        BLOCKED,
        /** The person asked to be forgotten; what remains names nobody. */
        ERASED
    }

    /** A new account whose address is still to be proven. */
    static Person unconfirmed(EmailAddress address, String displayName, Language language, Instant now) {
        return new Person(
                null, address.text(), address.key(), displayName, null, State.UNCONFIRMED, language.tag(), now, null);
    }

    /** Key of a row that is stored. */
    long key() {
        if (id == null) {
            throw new IllegalStateException("The account is not stored yet");
        }
        return id;
    }

    /** The language of mails to the person. */
    Language mailLanguage() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }

    Person confirmed(String name, String hash, Instant now) {
        return new Person(
                id,
                email,
                emailKey,
                name,
                hash,
                State.ACTIVE,
                language,
                createdAt,
                confirmedAt == null ? now : confirmedAt);
    }

    Person withState(State newState) {
        return new Person(id, email, emailKey, displayName, passwordHash, newState, language, createdAt, confirmedAt);
    }

    Person withPassword(String hash) {
        return new Person(id, email, emailKey, displayName, hash, state, language, createdAt, confirmedAt);
    }

    Person withEmail(EmailAddress address) {
        return new Person(
                id, address.text(), address.key(), displayName, passwordHash, state, language, createdAt, confirmedAt);
    }

    Person presented(String name, Language newLanguage) {
        return new Person(id, email, emailKey, name, passwordHash, state, newLanguage.tag(), createdAt, confirmedAt);
    }

    // The key of the row stays: remarks, answers and the audit log point to it, and name nobody through it any more.
    Person erased() {
        return new Person(
                id,
                "erased-" + id + "@invalid",
                "erased-" + id + "@invalid",
                "–",
                null,
                State.ERASED,
                language,
                createdAt,
                confirmedAt);
    }
}
