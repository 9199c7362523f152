package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** A clerk asks organisations to take part in a consultation; each of them once. */
@Singleton
public class InvitingOrganisations {

    private final Consultations consultations;
    private final Invitations invitations;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final Clock clock;

    InvitingOrganisations(
            Consultations consultations, Invitations invitations, JobQueue jobs, AuditLog audit, Clock clock) {
        this.consultations = consultations;
        this.invitations = invitations;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who would be invited; nothing when the actor may not invite anybody now.
     *
     * @param limit most organisations that are named
     */
    public Optional<Preview> preview(Consultation consultation, InvitationFilter filter, int limit, Actor actor) {
        return ConsultationPolicy.mayInvite(actor, consultation, OfficeTime.now(clock))
                ? Optional.of(new Preview(
                        invitations.candidates(
                                consultation.key(), filter.county(), filter.sphere(), filter.legalForm(), limit),
                        candidates(consultation, filter)))
                : Optional.empty();
    }

    /**
     * Invites all who match and were not invited yet. Their mails are written by a job.
     *
     * @param expected how many the clerk read that they are
     */
    @Transactional
    public Inviting invite(String slug, InvitationFilter filter, int expected, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new Inviting.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Inviting.Forbidden();
        }
        // So that two clerks who press the button at once wait for each other.
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new Inviting.NotFound();
        }
        var now = OfficeTime.now(clock);
        if (!ConsultationPolicy.mayInvite(actor, consultation, now)) {
            return new Inviting.WrongMoment();
        }
        if (candidates(consultation, filter) != expected) {
            return new Inviting.Changed();
        }
        var before = invitations.count(consultation.key());
        invitations.invite(
                consultation.key(), filter.county(), filter.sphere(), filter.legalForm(), now, actor.personId());
        var invited = invitations.count(consultation.key()) - before;
        if (invited > 0) {
            jobs.add(
                    MailingInvitations.NAME,
                    consultation.key() + " " + UUID.randomUUID(),
                    String.valueOf(consultation.key()));
            audit.record(
                    actor.personId(),
                    "ORGANISATIONS_INVITED",
                    "consultation",
                    consultation.reference(),
                    String.valueOf(invited));
        }
        return new Inviting.Done(invited);
    }

    private int candidates(Consultation consultation, InvitationFilter filter) {
        return invitations.countCandidates(consultation.key(), filter.county(), filter.sphere(), filter.legalForm());
    }

    /**
     * Who would be invited.
     *
     * @param some the first of them by name
     * @param total how many in all
     */
    public record Preview(List<Invitations.Candidate> some, int total) {

        public Preview {
            some = List.copyOf(some);
        }
    }

    /** What came of it. */
    public sealed interface Inviting {

        /** So many organisations are invited now that were not before. */
        record Done(int invited) implements Inviting {}

        /** It is not so many any more as the clerk read; look again. */
        record Changed() implements Inviting {}

        /** The consultation is not announced, over or cancelled. */
        record WrongMoment() implements Inviting {}

        /** Only clerks invite. */
        record Forbidden() implements Inviting {}

        /** There is no such consultation for the actor. */
        record NotFound() implements Inviting {}
    }
}
