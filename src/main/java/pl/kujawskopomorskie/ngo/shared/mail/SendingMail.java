package pl.kujawskopomorskie.ngo.shared.mail;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.jobs.HopelessJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Hands one mail of the outbox over to the mail server. No lock and no transaction is held meanwhile.
 *
 * <p>A node that dies between the server's "accepted" and our note of it leaves a mail that is sent again: at least once,
 * with the same {@code Message-ID}, by which mail programs show it once.
 */
@Singleton
final class SendingMail implements Job {

    static final String NAME = "send-mail";

    private final MailMessages messages;
    private final MailSettings mail;
    private final SmtpSettings smtp;
    private final Clock clock;

    SendingMail(MailMessages messages, MailSettings mail, SmtpSettings smtp, Clock clock) {
        this.messages = messages;
        this.mail = mail;
        this.smtp = smtp;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var message = messages.findById(Long.parseLong(data)).orElse(null);
        if (message == null || message.sentAt() != null) {
            return;
        }
        send(message);
        messages.markSent(message.key(), OfficeTime.now(clock));
    }

    // What a mail server says names the address, and neither a log nor the list of failed jobs is a place for it.
    private void send(MailMessage message) {
        if (!smtp.configured()) {
            throw new IllegalStateException("No mail server is configured; set PORTAL_SMTP_HOST");
        }
        try {
            var mime = new MimeMail(Session.getInstance(smtp.properties()), message, mail.from());
            Transport.send(mime, smtp.username(), smtp.password());
        } catch (AddressException e) {
            throw new HopelessJob("The address is not one that mail can go to");
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                throw new HopelessJob("The mail server refuses the address");
            }
            throw new IllegalStateException("The mail server did not take the mail");
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server cannot be reached or refused us: "
                    + e.getClass().getSimpleName());
        }
    }
}
