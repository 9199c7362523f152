package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk writes to those who registered for an event or were there.
 *
 * @param id key of the row, null before it is saved
 * @param eventId about which event
 * @param formToken made with the form, so that a form sent twice is one mail
 * @param audience to whom
 * @param sessionId only those of this session, or null
 * @param mode only those who come in this way, or null
 * @param subject on one line
 * @param body plain text
 * @param sentAt when the clerk sent it
 * @param sentBy the clerk
 * @param writtenAt when the last of its letters was put into the outbox, or null
 */
@MappedEntity("participant_mail")
public record ParticipantMail(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        String formToken,
        MailAudience audience,
        @Nullable Long sessionId,
        @Nullable Mode mode,
        String subject,
        String body,
        Instant sentAt,
        @Nullable Long sentBy,
        @Nullable Instant writtenAt) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The mail has not been saved");
        }
        return id;
    }
}
