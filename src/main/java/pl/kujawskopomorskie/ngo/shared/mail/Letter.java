package pl.kujawskopomorskie.ngo.shared.mail;

import org.jspecify.annotations.Nullable;

/**
 * One mail to one address.
 *
 * @param recipient the address
 * @param subject on one line; line breaks are refused, because they could forge headers
 * @param body plain text; links stand on lines of their own
 * @param attachment a file that goes with it, or null
 * @param unsubscribeLink one click that ends such mails ({@code List-Unsubscribe}), or null for mails that a person asked
 *     for by what they just did
 * @param invitation for the recipient's calendar (RFC 6047), or null; its media type says the method
 */
public record Letter(
        String recipient,
        String subject,
        String body,
        @Nullable Attachment attachment,
        @Nullable String unsubscribeLink,
        @Nullable Attachment invitation) {

    public Letter {
        if (subject.chars().anyMatch(Character::isISOControl)
                || recipient.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A line of a mail's head holds a control character");
        }
    }

    /** A mail that invites to nothing. */
    public Letter(
            String recipient,
            String subject,
            String body,
            @Nullable Attachment attachment,
            @Nullable String unsubscribeLink) {
        this(recipient, subject, body, attachment, unsubscribeLink, null);
    }

    /** A mail of words alone. */
    public static Letter of(String recipient, String subject, String body) {
        return new Letter(recipient, subject, body, null, null);
    }

    /**
     * A file in a mail.
     *
     * @param name as the recipient sees it
     * @param mediaType its type
     * @param content its bytes
     */
    public record Attachment(String name, String mediaType, byte[] content) {}
}
