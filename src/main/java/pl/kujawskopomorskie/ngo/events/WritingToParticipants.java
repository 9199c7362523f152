package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk writes to the people of an event: reads first to how many it would go, then sends it once. */
@Singleton
public class WritingToParticipants {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 5_000;

    private final Events events;
    private final Sessions sessions;
    private final ProgrammeRows programme;
    private final ParticipantMails mails;
    private final MailRecipients recipients;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    WritingToParticipants(
            Events events,
            Sessions sessions,
            ProgrammeRows programme,
            ParticipantMails mails,
            MailRecipients recipients,
            JobQueue jobs,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.programme = programme;
        this.mails = mails;
        this.recipients = recipients;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says to how many registrations a mail would go, or what is wrong with it. */
    @Transactional
    public Writing preview(String slug, Draft draft, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var refusal = refusal(event, actor);
        if (refusal != null || event == null) {
            return refusal == null ? new Writing.NotFound() : refusal;
        }
        var errors = check(event, draft, OfficeTime.now(clock));
        return errors.any()
                ? new Writing.Invalid(errors)
                : new Writing.Previewed(event, recipients.count(event, draft.group()));
    }

    /**
     * Sends a mail, once, however often the form is sent. Its letters are written by a job.
     *
     * @param expected to how many the clerk read that it goes
     */
    public Writing send(String slug, Draft draft, int expected, Actor actor) {
        try {
            return sendOnce(slug, draft, expected, actor);
        } catch (DataAccessException e) {
            if (Violations.isDuplicate(e)) {
                // The form was sent twice at once, and the other came first.
                return mails.findByFormToken(draft.formToken())
                        .<Writing>map(Writing.Sent::new)
                        .orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** One try. */
    @Transactional
    protected Writing sendOnce(String slug, Draft draft, int expected, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var refusal = refusal(event, actor);
        if (refusal != null || event == null) {
            return refusal == null ? new Writing.NotFound() : refusal;
        }
        var before = mails.findByFormToken(draft.formToken()).orElse(null);
        if (before != null) {
            return new Writing.Sent(before);
        }
        var now = OfficeTime.now(clock);
        var errors = check(event, draft, now);
        if (errors.any()) {
            return new Writing.Invalid(errors);
        }
        var count = recipients.count(event, draft.group());
        if (count != expected || count == 0) {
            return new Writing.Previewed(event, count);
        }
        var mail = mails.save(new ParticipantMail(
                null,
                event.key(),
                draft.formToken(),
                draft.audience(),
                draft.sessionId(),
                draft.mode(),
                draft.subject(),
                draft.body(),
                now,
                actor.personId(),
                null));
        var letters = recipients.settle(event, draft.group(), mail.key());
        jobs.add(MailingParticipants.NAME, mail.key() + "/1", mail.key() + " 1");
        audit.record(actor.personId(), "PARTICIPANTS_WRITTEN_TO", "event", slug, letters + ": " + draft.subject());
        return new Writing.Sent(mail);
    }

    /** What was sent about an event, the newest first. */
    public List<ParticipantMails.Sent> sent(Event event) {
        return mails.of(event.key(), 100);
    }

    private @Nullable Writing refusal(@Nullable Event event, Actor actor) {
        if (event == null || !EventPolicy.maySee(actor, event)) {
            return new Writing.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new Writing.Forbidden();
        }
        return event.publishedAt() == null ? new Writing.WrongMoment() : null;
    }

    private FormErrors check(Event event, Draft draft, Instant now) {
        var session = draft.sessionId();
        return FormErrors.none()
                .unless(
                        session == null || sessions.of(event.key(), session).isPresent(),
                        "session",
                        "events.mails.session.wrong")
                .unless(
                        draft.audience() != MailAudience.ABSENT || !programme.lastsAt(event.key(), now),
                        "audience",
                        "events.mails.absent.early")
                .unless(
                        event.cancelledAt() == null
                                || (draft.audience() == MailAudience.REGISTERED
                                        && !draft.group().narrowed()),
                        "audience",
                        "events.mails.cancelled")
                .unless(!draft.subject().isEmpty(), "subject", "events.mails.subject.missing")
                .unless(Typed.length(draft.subject()) <= LONGEST_SUBJECT, "subject", "forms.tooLong", LONGEST_SUBJECT)
                .unless(!draft.body().isEmpty(), "body", "events.mails.body.missing")
                .unless(Typed.length(draft.body()) <= LONGEST_BODY, "body", "forms.tooLong", LONGEST_BODY);
    }

    /**
     * What a clerk wrote.
     *
     * @param formToken made with the form
     * @param audience to whom
     * @param sessionId only those of this session, or null
     * @param mode only those who come in this way, or null
     * @param subject on one line
     * @param body plain text
     */
    public record Draft(
            String formToken,
            MailAudience audience,
            @Nullable Long sessionId,
            @Nullable Mode mode,
            String subject,
            String body) {

        public Draft {
            Objects.requireNonNull(formToken);
        }

        MailRecipients.Group group() {
            return new MailRecipients.Group(audience, sessionId, mode);
        }
    }

    /** What came of it. */
    public sealed interface Writing {

        /** So many letters there would be; none was sent. */
        record Previewed(Event event, int letters) implements Writing {}

        /** It is sent, now or by an earlier try. */
        record Sent(ParticipantMail mail) implements Writing {}

        /** Something is missing or wrong. */
        record Invalid(FormErrors errors) implements Writing {}

        /** Nobody could register yet. */
        record WrongMoment() implements Writing {}

        /** Only clerks write. */
        record Forbidden() implements Writing {}

        /** There is no such event for the actor. */
        record NotFound() implements Writing {}
    }
}
