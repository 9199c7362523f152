package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Somebody booked a slot, or holds it until they open the link in the mail.
 *
 * @param id key of the row, null before it is saved
 * @param slotId which slot
 * @param formToken made with the form, so that a form sent twice is one booking
 * @param personId whose account it is, or null without one
 * @param organisationId of the directory, when it was made for one
 * @param organisationName as typed, or of the directory; possibly empty
 * @param name who comes; empty of one who was forgotten
 * @param email where its mails go; empty of one who was forgotten
 * @param emailKey the same as addresses are compared
 * @param phone possibly empty
 * @param language of its mails, as a tag
 * @param subject what it is about
 * @param question the same in words
 * @param createdAt when it was sent
 * @param confirmBy until when the slot waits for the link in the mail to be opened; null when nothing is to confirm
 * @param confirmedAt when it was confirmed
 * @param endedAt when it ended
 * @param endedWhy why
 * @param endReason the office's words for that, or empty
 * @param remindedAt when its reminder was sent
 * @param missedAt when it was noted that nobody came
 */
@MappedEntity("advisory_booking")
public record AdvisoryBooking(
        @Id @GeneratedValue @Nullable Long id,
        long slotId,
        String formToken,
        @Nullable Long personId,
        @Nullable Long organisationId,
        String organisationName,
        String name,
        String email,
        String emailKey,
        String phone,
        String language,
        AdviceSubject subject,
        String question,
        Instant createdAt,
        @Nullable Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable End endedWhy,
        String endReason,
        @Nullable Instant remindedAt,
        @Nullable Instant missedAt) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The booking has not been saved");
        }
        return id;
    }

    /** Whether it has the slot at a moment, confirmed or held. */
    public boolean livesAt(Instant now) {
        return endedAt == null && (confirmedAt != null || confirmBy != null && now.isBefore(confirmBy));
    }

    /**
     * How it stands at a moment.
     *
     * @param endsAt when its slot ends
     */
    public BookingStanding standing(Instant endsAt, Instant now) {
        return BookingStanding.of(endedWhy, confirmedAt, confirmBy, missedAt, endsAt, now);
    }

    /** Whether an address is that of somebody's account, which the portal knows to be theirs. */
    static boolean isOwn(String emailKey, @Nullable Actor actor) {
        return actor != null
                && EmailAddress.of(actor.email())
                        .map(EmailAddress::key)
                        .filter(emailKey::equals)
                        .isPresent();
    }

    /** The language of its mails. */
    public Language mailLanguage() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }

    /** Why a booking ended. */
    public enum End {
        /** Taken back by who made it. */
        CANCELLED,
        /** The link in the mail was not opened in time. */
        NOT_CONFIRMED,
        /** Cancelled by the office. */
        BY_OFFICE
    }
}
