package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.EventState;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A clerk sends everybody who was at an event the link to their certificate. Whose link went out is not sent again, so that it can be
 * sent once more when somebody was added to the list, also somebody of a registration whose others were written to.
 */
@Singleton
public class MailingCertificates implements Job {

    private static final String NAME = "mail-certificates";
    private static final int AT_ONCE = 100;

    private final Events events;
    private final Sessions sessions;
    private final AfterMails mails;
    private final AfterPost post;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    MailingCertificates(
            Events events,
            Sessions sessions,
            AfterMails mails,
            AfterPost post,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.mails = mails;
        this.post = post;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** To how many it would go. */
    public Preview preview(Event event) {
        return new Preview(
                mails.countToMail(event.key(), AfterMail.Kind.CERTIFICATE),
                mails.countMailed(event.key(), AfterMail.Kind.CERTIFICATE),
                mails.countWithoutAddress(event.key()),
                isHeld(event));
    }

    /** Sends it, by a job, to those who have not got it. */
    @Transactional
    public EventChange send(String slug, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return new EventChange.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        if (!isHeld(event)) {
            return new EventChange.WrongMoment("events.certificate.refused.NotYet");
        }
        var addresses = mails.countToMail(event.key(), AfterMail.Kind.CERTIFICATE);
        if (addresses > 0) {
            jobs.add(NAME, Long.toString(event.key()), Long.toString(event.key()));
            audit.record(actor.personId(), "CERTIFICATES_MAILED", "event", slug, Integer.toString(addresses));
        }
        return new EventChange.Done(event);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var event = events.findById(Long.valueOf(data)).orElse(null);
        if (event == null || !isHeld(event)) {
            return;
        }
        var mailed = 1;
        while (mailed > 0) {
            mailed = mailSome(event);
        }
    }

    /** Writes to some; to how many. */
    @Transactional
    protected int mailSome(Event event) {
        return post.mailSome(event, AfterMail.Kind.CERTIFICATE, "", null, OfficeTime.now(clock), AT_ONCE);
    }

    private boolean isHeld(Event event) {
        var endsAt = sessions.of(event.key()).stream()
                .map(Session::endsAt)
                .max(Instant::compareTo)
                .orElse(null);
        return EventState.of(event, endsAt, OfficeTime.now(clock)) == EventState.HELD;
    }

    /**
     * To how many a mail would go.
     *
     * @param toMail addresses that have not got it
     * @param mailed addresses that have
     * @param withoutAddress people who left none
     * @param held whether the event is over
     */
    public record Preview(int toMail, int mailed, int withoutAddress, boolean held) {}
}
