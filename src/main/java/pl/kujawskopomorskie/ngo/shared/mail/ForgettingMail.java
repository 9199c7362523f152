package pl.kujawskopomorskie.ngo.shared.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Deletes mail that is older than the office keeps it, sent or given up: it holds personal data. */
@Singleton
final class ForgettingMail implements RecurringJob {

    private final MailMessages messages;
    private final MailSettings mail;
    private final Clock clock;

    ForgettingMail(MailMessages messages, MailSettings mail, Clock clock) {
        this.messages = messages;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-mail";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 10));
    }

    @Override
    public void run() {
        var limit = OfficeTime.now(clock).minus(Duration.ofDays(mail.keepDays()));
        var deleted = 1;
        while (deleted > 0) {
            deleted = messages.deleteSomeBefore(limit);
        }
    }
}
