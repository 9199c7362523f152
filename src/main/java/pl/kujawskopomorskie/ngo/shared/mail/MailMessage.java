package pl.kujawskopomorskie.ngo.shared.mail;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param id key of the row
 * @param recipient the address
 * @param subject on one line
 * @param body plain text
 * @param attachmentName name of the file that goes with it, or null
 * @param attachmentType its media type, or null
 * @param attachment its bytes, or null
 * @param unsubscribeLink one click that ends such mails, or null
 * @param calendarType media type of the invitation for a calendar, or null
 * @param calendar the invitation, or null
 * @param createdAt when it was put here
 * @param sentAt when the mail server took it over, or null
 */
@MappedEntity("mail_message")
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record MailMessage(
        @Id @GeneratedValue @Nullable Long id,
        String recipient,
        String subject,
        String body,
        @Nullable String attachmentName,
        @Nullable String attachmentType,
        // The framework overlooks the mark on an array's type.
        @io.micronaut.core.annotation.Nullable byte @Nullable [] attachment,
        @Nullable String unsubscribeLink,
        @Nullable String calendarType,
        @Nullable String calendar,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** The key of a row that was read or saved. */
    long key() {
        if (id == null) {
            throw new IllegalStateException("The mail was never saved");
        }
        return id;
    }
}
