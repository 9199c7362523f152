package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.shared.documents.Invitation;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.OfficeContact;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The mails of advisory in the language of who booked, with the invitation for their calendar. */
@Singleton
final class AdvisoryLetters {

    private final AdvisoryTokens tokens;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final OfficeContact office;

    AdvisoryLetters(AdvisoryTokens tokens, Messages messages, PortalConfiguration portal, OfficeContact office) {
        this.tokens = tokens;
        this.messages = messages;
        this.portal = portal;
        this.office = office;
    }

    /** How a booking stands that has not ended: to be confirmed, or booked with the invitation. */
    Letter standing(AdvisoryBooking booking, AdvisorySlot slot, Adviser adviser, Instant now) {
        var language = booking.mailLanguage();
        var when = new Formats(language).dateTime(slot.startsAt());
        var link = portal.link(tokens.path(booking.key()));
        var confirmBy = booking.confirmBy();
        if (booking.confirmedAt() == null && confirmBy != null) {
            return Letter.of(
                    booking.email(),
                    messages.get(language, "advisory.mail.confirm.subject", when),
                    messages.get(
                            language,
                            "advisory.mail.confirm.body",
                            Typed.line(adviser.name()),
                            when,
                            link,
                            new Formats(language).dateTime(confirmBy)));
        }
        return new Letter(
                booking.email(),
                messages.get(language, "advisory.mail.booked.subject", when),
                messages.get(
                        language,
                        "advisory.mail.booked.body",
                        Typed.line(adviser.name()),
                        when,
                        where(language, booking, slot),
                        link),
                null,
                null,
                invitation(false, booking, slot, adviser, now));
    }

    /** That nothing was booked, because the address has as many talks to come as it may. */
    Letter tooMany(String email, Language language, AdvisorySlot slot, Adviser adviser, int coming) {
        var when = new Formats(language).dateTime(slot.startsAt());
        return Letter.of(
                email,
                messages.get(language, "advisory.mail.tooMany.subject", when),
                messages.get(language, "advisory.mail.tooMany.body", Typed.line(adviser.name()), when, coming));
    }

    /** That a booking ended, with what takes it out of the calendar if it ever was there. */
    Letter ended(AdvisoryBooking booking, AdvisorySlot slot, Adviser adviser, String reason, Instant now) {
        var language = booking.mailLanguage();
        var when = new Formats(language).dateTime(slot.startsAt());
        return new Letter(
                booking.email(),
                messages.get(language, "advisory.mail.ended.subject", when),
                messages.get(
                        language,
                        reason.isEmpty() ? "advisory.mail.ended.body" : "advisory.mail.cancelled.body",
                        Typed.line(adviser.name()),
                        when,
                        portal.link("/doradztwo"),
                        reason),
                null,
                null,
                booking.confirmedAt() == null ? null : invitation(true, booking, slot, adviser, now));
    }

    /** That it is tomorrow. */
    Letter reminder(AdvisoryBooking booking, AdvisorySlot slot, Adviser adviser) {
        var language = booking.mailLanguage();
        var when = new Formats(language).dateTime(slot.startsAt());
        return Letter.of(
                booking.email(),
                messages.get(language, "advisory.mail.reminder.subject", when),
                messages.get(
                        language,
                        "advisory.mail.reminder.body",
                        Typed.line(adviser.name()),
                        when,
                        where(language, booking, slot),
                        portal.link(tokens.path(booking.key()))));
    }

    private String where(Language language, AdvisoryBooking booking, AdvisorySlot slot) {
        return messages.get(
                language,
                "advisory.mail.where." + slot.way().name(),
                slot.way() == AdviceWay.PHONE ? booking.phone() : slot.place());
    }

    private Letter.Attachment invitation(
            boolean cancels, AdvisoryBooking booking, AdvisorySlot slot, Adviser adviser, Instant now) {
        var invitation = new Invitation(
                "Doradztwo",
                cancels,
                new Invitation.Term(
                        UUID.nameUUIDFromBytes(("advisory/" + booking.formToken()).getBytes(StandardCharsets.UTF_8)),
                        cancels ? 1 : 0,
                        slot.startsAt(),
                        slot.endsAt(),
                        messages.get(booking.mailLanguage(), "advisory.calendar.summary", Typed.line(adviser.name())),
                        slot.way() == AdviceWay.PHONE ? "" : slot.place(),
                        "",
                        portal.link("/doradztwo"),
                        adviser.name(),
                        office.email(),
                        booking.email()));
        return new Letter.Attachment(Invitation.FILE, invitation.type(), invitation.print(now));
    }
}
