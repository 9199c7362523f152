package pl.kujawskopomorskie.ngo.shared.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox as it goes over the wire. Its {@code Message-ID} follows from the row, so that a mail sent twice is
 * recognised as one.
 */
final class MimeMail extends MimeMessage {

    private final String messageId;

    MimeMail(Session session, MailMessage message, String from) throws MessagingException {
        super(session);
        messageId = idOf(message.key(), message.createdAt(), from);
        setFrom(new InternetAddress(from));
        setRecipient(Message.RecipientType.TO, new InternetAddress(message.recipient(), true));
        setSubject(message.subject(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(message.createdAt()));
        // RFC 3834: asks holiday responders to keep silent.
        setHeader("Auto-Submitted", "auto-generated");
        if (message.unsubscribeLink() != null) {
            // RFC 8058: mail programs show a button that posts to the link.
            setHeader("List-Unsubscribe", "<" + message.unsubscribeLink() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (message.attachment() == null && message.calendar() == null) {
            setText(message.body(), StandardCharsets.UTF_8.name());
        } else {
            setContent(withParts(message));
        }
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    static String idOf(long key, Instant createdAt, String from) {
        var domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
        return "<" + key + "." + createdAt.toEpochMilli() + "@" + domain + ">";
    }

    private static MimeMultipart withParts(MailMessage message) throws MessagingException {
        var all = new MimeMultipart(words(message));
        if (message.calendar() != null) {
            // Some programs take an invitation only from a file, some only from an alternative of the words.
            all.addBodyPart(file("invite.ics", calendar(message.calendar(), "application/ics")));
        }
        if (message.attachment() != null) {
            all.addBodyPart(file(
                    message.attachmentName(), new ByteArrayDataSource(message.attachment(), message.attachmentType())));
        }
        return all;
    }

    private static MimeBodyPart words(MailMessage message) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(message.body(), StandardCharsets.UTF_8.name());
        if (message.calendar() == null) {
            return text;
        }
        var calendar = new MimeBodyPart();
        calendar.setDataHandler(new DataHandler(calendar(message.calendar(), message.calendarType())));
        var alternatives = new MimeMultipart("alternative", text, calendar);
        var words = new MimeBodyPart();
        words.setContent(alternatives);
        return words;
    }

    private static ByteArrayDataSource calendar(String calendar, @Nullable String type) {
        return new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8), type);
    }

    private static MimeBodyPart file(@Nullable String name, ByteArrayDataSource content) throws MessagingException {
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(content));
        try {
            file.setFileName(MimeUtility.encodeText(name, StandardCharsets.UTF_8.name(), null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }
}
