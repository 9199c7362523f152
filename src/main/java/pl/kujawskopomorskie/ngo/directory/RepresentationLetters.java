package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.accounts.Addressee;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The mails about who speaks for an organisation. */
@Singleton
final class RepresentationLetters {

    private final Messages messages;
    private final PortalConfiguration portal;

    RepresentationLetters(Messages messages, PortalConfiguration portal) {
        this.messages = messages;
        this.portal = portal;
    }

    /** To one who asked to represent an organisation. */
    Letter decided(Addressee person, Organisation organisation, boolean accepted, String reason) {
        var language = person.language();
        return letter(
                person.email(),
                language,
                accepted ? "accepted" : "refused",
                organisation.name(),
                reason.isEmpty() ? messages.get(language, "directory.mail.noReason") : reason,
                portal.link("/konto/organizacje"));
    }

    /** To one whom a representative wants for an editor. */
    Letter invited(String email, Organisation organisation, String secret) {
        return letter(
                email,
                Language.POLISH,
                "invited",
                organisation.name(),
                portal.link("/organizacje/zaproszenie/" + secret));
    }

    /** To one who proposed an organisation. */
    Letter proposalDecided(Addressee person, Organisation organisation, boolean accepted, String reason) {
        return letter(
                person.email(),
                person.language(),
                accepted ? "taken" : "untaken",
                organisation.name(),
                reason,
                portal.link(accepted ? "/organizacje/" + organisation.slug() : "/konto/organizacje"));
    }

    /** To one who proposed an organisation that the directory has already. */
    Letter proposalMerged(Addressee person, Organisation organisation) {
        return letter(
                person.email(),
                person.language(),
                "merged",
                organisation.name(),
                portal.link("/organizacje/" + organisation.slug()));
    }

    /** To one who is to say whether the data of an organisation are true. */
    Letter confirm(Addressee person, Organisation organisation, String secret) {
        return letter(
                person.email(),
                person.language(),
                "confirm",
                organisation.name(),
                portal.link("/organizacje/potwierdzenie/" + secret));
    }

    /** To one who no longer speaks for an organisation. */
    Letter ended(Addressee person, Organisation organisation) {
        return letter(
                person.email(), person.language(), "ended", organisation.name(), portal.link("/konto/organizacje"));
    }

    private Letter letter(String email, Language language, String name, Object... arguments) {
        var key = "directory.mail." + name;
        return Letter.of(
                email,
                messages.get(language, key + ".subject"),
                messages.get(language, key + ".body", arguments) + "\n\n"
                        + messages.get(language, "accounts.mail.signature", portal.baseUrl()) + "\n");
    }
}
