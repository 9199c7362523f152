package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.accounts.OneTimeLink.Purpose;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.LocalPath;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The mails of this module. None of them repeats what somebody typed into a form that anybody may send, such as a name: a
 * stranger could make the office write their words to anyone.
 */
@Singleton
final class AccountLetters {

    private final Messages messages;
    private final PortalConfiguration portal;
    private final Clock clock;

    AccountLetters(Messages messages, PortalConfiguration portal, Clock clock) {
        this.messages = messages;
        this.portal = portal;
        this.clock = clock;
    }

    /** To one who asked for an account. */
    Letter confirm(String email, Language language, Secret secret, LocalPath next) {
        return letter("confirm", email, language, confirmLink(secret, next), until(Purpose.CONFIRM, language));
    }

    /** To one who asked for an account and has one. */
    Letter exists(String email, Language language) {
        return letter("exists", email, language, portal.link("/logowanie"), portal.link("/haslo"));
    }

    Letter reset(String email, Language language, Secret secret) {
        return letter("reset", email, language, resetLink(secret), until(Purpose.RESET, language));
    }

    /** To one whose password was changed. */
    Letter passwordChanged(Person person) {
        return letter("passwordChanged", person.email(), person.mailLanguage(), portal.link("/haslo"));
    }

    /** To the address that an account is to move to. */
    Letter newEmail(String email, Language language, Secret secret) {
        return letter(
                "newEmail",
                email,
                language,
                portal.link("/konto/adres/" + secret.text()),
                until(Purpose.CHANGE_EMAIL, language));
    }

    /** To the address that an account was to move to, when another account has it. */
    Letter newEmailTaken(String email, Language language) {
        return letter("newEmailTaken", email, language, portal.link("/haslo"));
    }

    /** To the address that an account has moved from. */
    Letter emailChanged(Person before) {
        return letter("emailChanged", before.email(), before.mailLanguage());
    }

    /** To one whose account is gone. */
    Letter erased(Person before) {
        return letter("erased", before.email(), before.mailLanguage());
    }

    String confirmLink(Secret secret, LocalPath next) {
        return portal.link("/rejestracja/potwierdzenie/" + secret.text()
                + (next.leadsOn() ? "?dalej=" + URLEncoder.encode(next.text(), StandardCharsets.UTF_8) : ""));
    }

    private String resetLink(Secret secret) {
        return portal.link("/haslo/" + secret.text());
    }

    private String until(Purpose purpose, Language language) {
        return new Formats(language).dateTime(clock.instant().plus(purpose.life()));
    }

    private Letter letter(String name, String email, Language language, Object... arguments) {
        var key = "accounts.mail." + name;
        return Letter.of(
                email,
                messages.get(language, key + ".subject"),
                messages.get(language, key + ".body", arguments) + "\n\n"
                        + messages.get(language, "accounts.mail.signature", portal.baseUrl()) + "\n");
    }
}
