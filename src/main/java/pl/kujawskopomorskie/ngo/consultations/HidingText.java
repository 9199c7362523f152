package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk hides a part of a remark or of its answer, personal data or abuse, with a reason that everybody reads in its place.
 * The remark keeps its words, is counted and is answered. What is found when the report is published already is hidden there
 * too, by {@link EditingReport}.
 */
@Singleton
public class HidingText {

    private static final int LONGEST_REASON = 500;

    private final LockingForAnswers locking;
    private final Remarks remarks;
    private final Answers answers;
    private final OfficeRemarks office;
    private final PublicRemarks publicRemarks;
    private final RemarkRedactions redactions;
    private final RemarkAttachments attachments;
    private final IndexingRemarks indexing;
    private final EditingReport editing;
    private final AuditLog audit;
    private final Clock clock;

    HidingText(
            LockingForAnswers locking,
            Remarks remarks,
            Answers answers,
            OfficeRemarks office,
            PublicRemarks publicRemarks,
            RemarkRedactions redactions,
            RemarkAttachments attachments,
            IndexingRemarks indexing,
            EditingReport editing,
            AuditLog audit,
            Clock clock) {
        this.locking = locking;
        this.remarks = remarks;
        this.answers = answers;
        this.office = office;
        this.publicRemarks = publicRemarks;
        this.redactions = redactions;
        this.attachments = attachments;
        this.indexing = indexing;
        this.editing = editing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Hides words wherever in the field they occur; in an answer that like remarks of a group share, for all of them.
     *
     * @param field where, or null when the form did not say
     * @param words the very words, or the key of an attachment
     * @param reason for everybody; may not tell what it hides
     */
    @Transactional
    public Answering hide(
            String slug, int number, RemarkRedaction.@Nullable Field field, String words, String reason, Actor actor) {
        var begun = locking.lock(slug, actor);
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
        var holding = field == null || words.isBlank() ? List.<Remark>of() : holding(remark, field, words);
        var errors = FormErrors.none()
                .unless(field != null, "hiddenField", "answers.hide.field.missing")
                .unless(!words.isBlank(), "hiddenText", "answers.hide.text.missing")
                .unless(!holding.isEmpty(), "hiddenText", "answers.hide.text.notThere")
                .and(AnsweringRemark.reason("hideReason", reason, LONGEST_REASON))
                .unless(
                        field == RemarkRedaction.Field.ATTACHMENT || words.isBlank() || !reason.contains(words),
                        "hideReason",
                        "answers.hide.reason.tells");
        if (errors.any() || field == null) {
            return new Answering.Invalid(errors);
        }
        // Hidden already, by this form sent twice or by somebody else: once is enough. Others that got the same answer
        // since are not hidden yet.
        var already = redactions.findByRemarkIdInOrderById(IndexingRemarks.keys(holding)).stream()
                .filter(hidden -> hidden.field() == field && hidden.hiddenText().equals(words))
                .map(RemarkRedaction::remarkId)
                .collect(Collectors.toSet());
        var hiding =
                holding.stream().filter(each -> !already.contains(each.key())).toList();
        if (hiding.isEmpty()) {
            return new Answering.Done(0);
        }
        var numbers =
                hiding.stream().map(Remark::number).filter(Objects::nonNull).toList();
        var before = publicRemarks.ofNumbers(consultation, numbers);
        var now = OfficeTime.now(clock);
        for (var each : hiding) {
            redactions.save(new RemarkRedaction(null, each.key(), field, words, reason, now, actor.personId()));
        }
        indexing.index(IndexingRemarks.keys(hiding));
        var after = publicRemarks.ofNumbers(consultation, numbers);
        var edited = editing.entries(
                consultation,
                numbers,
                entry -> entry.hiding(
                        Objects.requireNonNull(before.get(entry.number())).remark(),
                        Objects.requireNonNull(after.get(entry.number())).remark(),
                        Objects.requireNonNull(after.get(entry.number())).redactions()),
                "report.hidden." + field.name(),
                reason,
                actor.personId());
        for (var each : hiding) {
            // The log tells that and why, and not the words themselves, which are hidden for a reason.
            audit.record(
                    actor.personId(),
                    "TEXT_HIDDEN",
                    "remark",
                    AnsweringRemark.reference(consultation, each),
                    field.name() + (edited.isEmpty() ? "" : ", " + edited) + ": " + reason);
        }
        return new Answering.Done(hiding.size());
    }

    /** The remarks that hold the words in that field: this one, and those that share its answer. */
    private List<Remark> holding(Remark remark, RemarkRedaction.Field field, String words) {
        var holds = switch (field) {
            case AUTHOR -> remark.authorName().contains(words);
            case CURRENT_WORDING -> remark.currentWording().contains(words);
            case PROPOSED_WORDING -> remark.proposedWording().contains(words);
            case RATIONALE -> remark.rationale().contains(words);
            case ANSWER -> answered(remark.key(), words);
            case ATTACHMENT ->
                attachments.findByRemark(remark.key()).stream()
                        .anyMatch(file -> Long.toString(file.id()).equals(words));
        };
        var groupId = remark.groupId();
        if (!holds) {
            return List.of();
        }
        return field == RemarkRedaction.Field.ANSWER && groupId != null
                ? withAnswer(office.inGroup(groupId), words)
                : List.of(remark);
    }

    private boolean answered(long remarkId, String words) {
        return answers.findByRemarkId(remarkId)
                .filter(answer -> answer.state() == Answer.State.APPROVED)
                .filter(answer -> answer.rationale().contains(words))
                .isPresent();
    }

    private List<Remark> withAnswer(List<Remark> group, String words) {
        var having = answers.findByRemarkIdIn(group.stream().map(Remark::key).toList()).stream()
                .filter(answer -> answer.rationale().contains(words))
                .map(Answer::remarkId)
                .collect(Collectors.toSet());
        return group.stream().filter(each -> having.contains(each.key())).toList();
    }
}
