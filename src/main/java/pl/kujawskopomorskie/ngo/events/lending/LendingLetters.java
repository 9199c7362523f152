package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The mails of lending, in the language of who asked. */
@Singleton
final class LendingLetters {

    private final Messages messages;
    private final PortalConfiguration portal;

    LendingLetters(Messages messages, PortalConfiguration portal) {
        this.messages = messages;
        this.portal = portal;
    }

    /**
     * That a request was taken in, or accepted.
     *
     * @param things what it is for, in words
     */
    Letter of(Lending lending, String what, String things) {
        var language = lending.mailLanguage();
        return Letter.of(
                lending.email(),
                messages.get(language, "lending.mail." + what + ".subject"),
                messages.get(
                        language, "lending.mail." + what + ".body", Typed.line(things), term(lending), link(lending)));
    }

    /** That it was refused or cancelled, and why. */
    Letter withReason(Lending lending, String what, String reason) {
        var language = lending.mailLanguage();
        return Letter.of(
                lending.email(),
                messages.get(language, "lending.mail." + what + ".subject"),
                messages.get(language, "lending.mail." + what + ".body", reason, term(lending), link(lending)));
    }

    private String link(Lending lending) {
        return portal.link("/konto/wypozyczenia/" + lending.key());
    }

    private static String term(Lending lending) {
        var formats = new Formats(lending.mailLanguage());
        return formats.dateTime(lending.startsAt()) + " – "
                + (OfficeTime.day(lending.startsAt()).equals(OfficeTime.day(lending.endsAt()))
                        ? formats.time(lending.endsAt())
                        : formats.dateTime(lending.endsAt()));
    }
}
