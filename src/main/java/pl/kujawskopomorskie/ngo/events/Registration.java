package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Somebody registered themselves, or several people of an organisation, for an event.
 *
 * @param id key of the row, null before it is saved
 * @param eventId for which event
 * @param formToken made with the form, so that a form sent twice is one registration
 * @param personId whose account it is, or null without one
 * @param organisationId of the directory, when it was made for one
 * @param organisationName as typed, or of the directory; possibly empty
 * @param email where its mails go
 * @param emailKey the same as addresses are compared
 * @param phone possibly empty
 * @param language of its mails, as a tag
 * @param travelRefund whether the cost of travel is asked for
 * @param createdAt when it was sent
 * @param confirmBy until when its places wait for the link in the mail to be opened; null when nothing is to confirm
 * @param confirmedAt when it was confirmed
 * @param endedAt when it ended
 * @param endedWhy why
 * @param calendarSequence of iCalendar; rises with each change that its calendars must learn of
 * @param revision counts changes
 */
@MappedEntity("registration")
public record Registration(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        String formToken,
        @Nullable Long personId,
        @Nullable Long organisationId,
        String organisationName,
        String email,
        String emailKey,
        String phone,
        String language,
        boolean travelRefund,
        Instant createdAt,
        @Nullable Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable End endedWhy,
        int calendarSequence,
        @Version int revision) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The registration has not been saved");
        }
        return id;
    }

    /** The language of its mails. */
    @Transient
    public Language mailLanguage() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }

    /** Whether its places are its own or wait for it at the moment. */
    public boolean livesAt(Instant moment) {
        return endedAt == null && (confirmedAt != null || (confirmBy != null && moment.isBefore(confirmBy)));
    }

    /** Why a registration ended. */
    public enum End {
        /** Who registered took it back. */
        CANCELLED,
        /** The link in the mail was not opened in time. */
        NOT_CONFIRMED,
        /** The office took it out. */
        BY_OFFICE,
        /** There is no event any more. */
        EVENT_CANCELLED
    }
}
