package pl.kujawskopomorskie.ngo.shared.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Mail as rows of the database. Where a mail server is known a job takes each over; in a demonstration without one they
 * stay, to be read on the page of outgoing mail.
 */
@Singleton
class DatabaseOutbox implements Outbox {

    private final MailMessages messages;
    private final JobQueue jobs;
    private final SmtpSettings smtp;
    private final Clock clock;

    DatabaseOutbox(MailMessages messages, JobQueue jobs, SmtpSettings smtp, Clock clock) {
        this.messages = messages;
        this.jobs = jobs;
        this.smtp = smtp;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Letter letter) {
        var file = letter.attachment();
        var invitation = letter.invitation();
        var message = messages.save(new MailMessage(
                null,
                letter.recipient(),
                letter.subject(),
                letter.body(),
                file == null ? null : file.name(),
                file == null ? null : file.mediaType(),
                file == null ? null : file.content(),
                letter.unsubscribeLink(),
                invitation == null ? null : invitation.mediaType(),
                invitation == null ? null : new String(invitation.content(), StandardCharsets.UTF_8),
                OfficeTime.now(clock),
                null));
        if (smtp.configured()) {
            var key = String.valueOf(message.key());
            jobs.add(SendingMail.NAME, key, key);
        }
    }
}
