package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A person submits a remark.
 *
 * <p>First the words are kept as a draft, in a transaction of their own: whatever happens next, they are not lost, and
 * nothing large is written while others wait. Then the draft becomes a remark under the lock of its consultation: the
 * term is checked with the clock as it stands when the lock is got, and the number follows the last one committed.
 */
@Singleton
public class SubmittingRemark {

    private static final int TRIES = 3;

    private final DraftingRemark drafting;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final IndexingRemarks indexing;
    private final Voices voices;
    private final LeavingToRepresentatives leaving;
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
            Voices voices,
            LeavingToRepresentatives leaving,
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
        this.voices = voices;
        this.leaving = leaving;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Submits what the form states, once, however often the form is sent. What an editor of an organisation submits is left to
     * its representatives.
     *
     * @param voice in whose name, or null for the person's own
     */
    public Submission submit(String slug, RemarkEntry entry, Actor actor, @Nullable Voice voice) {
        return switch (drafting.keep(slug, entry, actor, voice)) {
            case Drafting.Kept kept -> handInPatiently(kept, actor);
            case Drafting.Submitted submitted -> new Submission.Accepted(submitted.remark());
            case Drafting.Invalid invalid -> new Submission.Invalid(invalid.errors());
            case Drafting.NotFound notFound -> new Submission.NotFound();
        };
    }

    private Submission handInPatiently(Drafting.Kept kept, Actor actor) {
        for (var tries = 1; ; tries++) {
            try {
                return handIn(kept, actor);
            } catch (DataAccessException e) {
                if (tries == TRIES || !Violations.isLostRace(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Makes a draft a remark, if this is the time for it.
     *
     * @param kept the draft as the person saw it
     */
    @Transactional
    protected Submission handIn(Drafting.Kept kept, Actor actor) {
        var id = kept.draft().key();
        var found = remarks.owned(id, actor.personId()).orElse(null);
        if (found == null) {
            return gone(kept.draft());
        }
        var citation = found.unitId() == null
                ? RemarkReceipt.WHOLE_ACT
                : units.findById(found.unitId()).orElseThrow().citation();
        var version = versions.findById(found.versionId()).orElseThrow().number();

        var consultation =
                consultations.findByIdForUpdate(found.consultationId()).orElseThrow();
        // The voice before the remark: whoever merges organisations holds those first and their remarks after.
        var voice = voices.of(actor, found.organisationId());
        var now = OfficeTime.now(clock);
        // Sent twice, the other one may have come first while this one waited for the lock.
        var draft = remarks.ownedForUpdate(id, actor.personId()).orElse(null);
        if (draft == null || !ConsultationPolicy.isInTheNameOf(draft, voice)) {
            return gone(kept.draft());
        }
        if (draft.state() != RemarkState.DRAFT) {
            return new Submission.Accepted(draft);
        }
        if (!draft.saysTheSameAs(kept.draft())
                || !kept.files().equals(RemarkAttachments.File.keys(attachments.findByRemark(id)))) {
            return new Submission.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, DraftingRemark.CHANGED));
        }
        var accepted = ConsultationPolicy.mayRemark(actor, consultation, now);
        if (!ConsultationPolicy.onlyRepresentativesSpeakForAnOrganisation(voice)
                && voice != null
                && (accepted || Submission.Reason.of(consultation, now) == Submission.Reason.NOT_YET)) {
            return switch (leaving.toRepresentatives(draft, consultation, voice, actor)) {
                case LeavingToRepresentatives.Leaving.Left(var ready) -> new Submission.Ready(ready);
                case LeavingToRepresentatives.Leaving.ToNobody() -> new Submission.NobodyToSubmit(draft);
            };
        }
        if (!accepted) {
            return new Submission.Closed(draft, Submission.Reason.of(consultation, now));
        }
        // An organisation enters the register under the name that it bears now, not when the draft was begun.
        var author = voice == null ? RemarkAuthor.of(draft) : RemarkAuthor.onThePortal(actor, voice);
        var remark = remarks.update(numbered(draft, consultation, version, citation, now, author));
        var reference = RemarkReceipt.number(consultation.reference(), numberOf(remark));
        indexing.index(List.of(remark.key()));
        audit.record(actor.personId(), "REMARK_SUBMITTED", "remark", reference, citation);
        ComparingRemarks.ask(jobs, consultation);
        jobs.add(MailingReceipt.NAME, reference, String.valueOf(remark.key()));
        return new Submission.Accepted(remark);
    }

    // Nobody learns of a draft that is not theirs; who wrote it a moment ago learns why it is theirs no more.
    private static Submission gone(Remark kept) {
        return kept.organisationId() == null
                ? new Submission.NotFound()
                : new Submission.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, DraftingRemark.VOICE_ENDED));
    }

    private Remark numbered(
            Remark draft, Consultation consultation, int version, String citation, Instant now, RemarkAuthor author) {
        var next = remarks.highestNumber(consultation.key()) + 1;
        var unsealed = draft.submitted(next, now, new byte[0], author);
        return draft.submitted(
                next,
                now,
                RemarkReceipt.of(unsealed, consultation, version, citation, attachments.findByRemark(draft.key()))
                        .hash(),
                author);
    }

    private static int numberOf(Remark remark) {
        if (remark.number() == null) {
            throw new IllegalStateException("A submitted remark has its number");
        }
        return remark.number();
    }
}
