package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk hides a part of a remark, personal data or abuse, with a reason that everybody reads in its place. The remark
 * keeps its words, is counted and is answered.
 */
@Singleton
public class HidingText {

    private static final int LONGEST_REASON = 500;

    private final LockingForAnswers locking;
    private final Remarks remarks;
    private final RemarkRedactions redactions;
    private final RemarkAttachments attachments;
    private final IndexingRemarks indexing;
    private final AuditLog audit;
    private final Clock clock;

    HidingText(
            LockingForAnswers locking,
            Remarks remarks,
            RemarkRedactions redactions,
            RemarkAttachments attachments,
            IndexingRemarks indexing,
            AuditLog audit,
            Clock clock) {
        this.locking = locking;
        this.remarks = remarks;
        this.redactions = redactions;
        this.attachments = attachments;
        this.indexing = indexing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Hides words wherever in the field they occur.
     *
     * @param field where, or null when the form did not say
     * @param words the very words, or the key of an attachment
     * @param reason for everybody
     */
    @Transactional
    public Answering hide(
            String slug, int number, RemarkRedaction.@Nullable Field field, String words, String reason, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Answering.Forbidden();
        }
        var consultation = begun.consultation();
        var remark = remarks.findByConsultationIdAndNumber(consultation.key(), number)
                .orElse(null);
        if (remark == null) {
            return new Answering.NotFound();
        }
        var errors = FormErrors.none()
                .unless(field != null, "hiddenField", "answers.hide.field.missing")
                .unless(!words.isBlank(), "hiddenText", "answers.hide.text.missing")
                .unless(
                        field == null || words.isBlank() || occurs(remark, field, words),
                        "hiddenText",
                        "answers.hide.text.notThere")
                .and(AnsweringRemark.reason("hideReason", reason, LONGEST_REASON));
        if (errors.any() || field == null) {
            return new Answering.Invalid(errors);
        }
        // Hidden already, by this form sent twice or by somebody else: once is enough.
        if (redactions.findByRemarkIdInOrderById(List.of(remark.key())).stream()
                .anyMatch(
                        before -> before.field() == field && before.hiddenText().equals(words))) {
            return new Answering.Done(0);
        }
        redactions.save(
                new RemarkRedaction(null, remark.key(), field, words, reason, OfficeTime.now(clock), actor.personId()));
        indexing.index(List.of(remark.key()));
        // The log tells that and why, and not the words themselves, which are hidden for a reason.
        audit.record(
                actor.personId(),
                "TEXT_HIDDEN",
                "remark",
                AnsweringRemark.reference(consultation, remark),
                field.name() + ": " + reason);
        return new Answering.Done(1);
    }

    private boolean occurs(Remark remark, RemarkRedaction.Field field, String words) {
        return switch (field) {
            case AUTHOR -> remark.authorName().contains(words);
            case PROPOSED_WORDING -> remark.proposedWording().contains(words);
            case RATIONALE -> remark.rationale().contains(words);
            case ATTACHMENT ->
                attachments.findByRemark(remark.key()).stream()
                        .anyMatch(file -> Long.toString(file.id()).equals(words));
        };
    }
}
