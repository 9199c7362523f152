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
        if (message.attachment() == null) {
            setText(message.body(), StandardCharsets.UTF_8.name());
        } else {
            setContent(withAttachment(message));
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

    private static MimeMultipart withAttachment(MailMessage message) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(message.body(), StandardCharsets.UTF_8.name());
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(message.attachment(), message.attachmentType())));
        try {
            file.setFileName(MimeUtility.encodeText(message.attachmentName(), StandardCharsets.UTF_8.name(), null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return new MimeMultipart(text, file);
    }
}
