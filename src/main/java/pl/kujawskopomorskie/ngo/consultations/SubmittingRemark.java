package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A person submits a remark.
 *
 * <p>First the words are kept as a draft, in a transaction of their own: whatever happens next, they are not lost, and
 * nothing large is written while others wait. Then the draft becomes a remark under the lock of its consultation: the
 * term is checked with the clock as it stands when the lock is got, and the number follows the last one committed.
 */
@Singleton
public class SubmittingRemark {

    private final DraftingRemark drafting;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final IndexingRemarks indexing;
    private final AuditLog audit;
    private final JobQueue jobs;
    private final Clock clock;

    SubmittingRemark(
            DraftingRemark drafting,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            RemarkAttachments attachments,
            IndexingRemarks indexing,
            AuditLog audit,
            JobQueue jobs,
            Clock clock) {
        this.drafting = drafting;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.attachments = attachments;
        this.indexing = indexing;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Submits what the form states, once, however often the form is sent. */
    public Submission submit(String slug, RemarkEntry entry, Actor actor) {
        return switch (drafting.keep(slug, entry, actor)) {
            case Drafting.Kept kept -> handIn(kept.draft().key(), actor);
            case Drafting.Submitted submitted -> new Submission.Accepted(submitted.remark());
            case Drafting.Invalid invalid -> new Submission.Invalid(invalid.errors());
            case Drafting.NotFound notFound -> new Submission.NotFound();
        };
    }

    /** Makes a person's draft a remark, if this is the time for it. */
    @Transactional
    protected Submission handIn(long draftId, Actor actor) {
        var found = remarks.findByIdAndAuthorId(draftId, actor.personId()).orElse(null);
        if (found == null) {
            return new Submission.NotFound();
        }
        var citation = found.unitId() == null
                ? RemarkReceipt.WHOLE_ACT
                : units.findById(found.unitId()).orElseThrow().citation();
        var version = versions.findById(found.versionId()).orElseThrow().number();

        var consultation =
                consultations.findByIdForUpdate(found.consultationId()).orElseThrow();
        var now = OfficeTime.now(clock);
        // Sent twice, the other one may have come first while this one waited for the lock.
        var draft = remarks.findByIdAndAuthorId(draftId, actor.personId()).orElse(null);
        if (draft == null) {
            return new Submission.NotFound();
        }
        if (draft.state() != RemarkState.DRAFT) {
            return new Submission.Accepted(draft);
        }
        if (!ConsultationPolicy.mayRemark(actor, consultation, now)) {
            return new Submission.Closed(draft, Submission.Reason.of(consultation, now));
        }
        var remark = remarks.update(numbered(draft, consultation, version, citation, now));
        var reference = RemarkReceipt.number(consultation.reference(), numberOf(remark));
        indexing.index(List.of(remark.key()));
        audit.record(actor.personId(), "REMARK_SUBMITTED", "remark", reference, citation);
        ComparingRemarks.ask(jobs, consultation);
        jobs.add(MailingReceipt.NAME, reference, String.valueOf(remark.key()));
        return new Submission.Accepted(remark);
    }

    private Remark numbered(Remark draft, Consultation consultation, int version, String citation, Instant now) {
        var next = remarks.highestNumber(consultation.key()) + 1;
        var unsealed = draft.submitted(next, now, new byte[0]);
        return draft.submitted(
                next,
                now,
                RemarkReceipt.of(unsealed, consultation, version, citation, attachments.findByRemark(draft.key()))
                        .hash());
    }

    private static int numberOf(Remark remark) {
        if (remark.number() == null) {
            throw new IllegalStateException("A submitted remark has its number");
        }
        return remark.number();
    }
}
