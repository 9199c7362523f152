package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A reviewer approves answers, which makes them public, or sends one back with a reason. What was approved by mistake can be
 * taken back until the report is published.
 */
@Singleton
public class ApprovingAnswer {

    private static final int LONGEST_REASON = 1000;

    private final LockingForAnswers locking;
    private final Remarks remarks;
    private final OfficeRemarks office;
    private final Answers answers;
    private final UnsavedAnswers unsaved;
    private final IndexingRemarks indexing;
    private final AuditLog audit;
    private final JobQueue jobs;
    private final Clock clock;

    ApprovingAnswer(
            LockingForAnswers locking,
            Remarks remarks,
            OfficeRemarks office,
            Answers answers,
            UnsavedAnswers unsaved,
            IndexingRemarks indexing,
            AuditLog audit,
            JobQueue jobs,
            Clock clock) {
        this.locking = locking;
        this.remarks = remarks;
        this.office = office;
        this.answers = answers;
        this.unsaved = unsaved;
        this.indexing = indexing;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Approves answers that the person has read.
     *
     * @param revisions of the answers as they were read, by number of the remark
     */
    @Transactional
    public Approval approve(String slug, Map<Integer, Integer> revisions, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return new Approval.Refused(begun.refusal());
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Approval.Refused(new Answering.Forbidden());
        }
        var consultation = begun.consultation();
        var chosen =
                revisions.isEmpty() ? List.<Remark>of() : office.rowsOfNumbers(consultation.key(), revisions.keySet());
        if (chosen.isEmpty()) {
            return new Approval.Refused(new Answering.NotFound());
        }
        var found = answers.findByRemarkIdIn(chosen.stream().map(Remark::key).toList()).stream()
                .collect(Collectors.toMap(Answer::remarkId, Function.identity()));
        // Who typed other words over an answer and has not saved them takes those for the answer, and it is not.
        var typedOver = Set.copyOf(unsaved.remarks(
                actor.personId(), chosen.stream().map(Remark::key).toList()));
        var left = new TreeMap<Integer, Approval.Reason>();
        var now = OfficeTime.now(clock);
        for (var remark : chosen) {
            var number = remark.number();
            if (number == null) {
                continue;
            }
            var answer = found.get(remark.key());
            var reason = typedOver.contains(remark.key())
                    ? Approval.Reason.UNSAVED
                    : against(consultation, answer, revisions.get(number), actor);
            if (reason != null || answer == null) {
                left.put(number, reason == null ? Approval.Reason.NOT_IN_REVIEW : reason);
            } else {
                answers.update(moved(answer, Answer.State.APPROVED, actor.personId(), now, null));
                audit.record(
                        actor.personId(),
                        "ANSWER_APPROVED",
                        "remark",
                        AnsweringRemark.reference(consultation, remark),
                        "");
                if (remark.authorId() != null || remark.organisationId() != null) {
                    jobs.add(
                            MailingAnswer.NAME,
                            AnsweringRemark.reference(consultation, remark),
                            String.valueOf(remark.key()));
                }
            }
        }
        indexing.index(IndexingRemarks.keys(chosen.stream()
                .filter(remark -> !left.containsKey(remark.number()))
                .toList()));
        return new Approval.Done(chosen.size() - left.size(), left);
    }

    /**
     * Approves an answer that the person has read, and with it those of its group that say the same and wait as well.
     *
     * @param revision of the answer as it was read
     */
    @Transactional
    public Approval approveWithGroup(String slug, int number, int revision, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return new Approval.Refused(begun.refusal());
        }
        var revisions = new TreeMap<Integer, Integer>();
        remarks.findByConsultationIdAndNumber(begun.consultation().key(), number)
                .ifPresent(remark -> {
                    var group = remark.groupId() == null ? List.<Remark>of() : office.inGroup(remark.groupId());
                    var found = answers
                            .findByRemarkIdIn(group.stream().map(Remark::key).toList())
                            .stream()
                            .collect(Collectors.toMap(Answer::remarkId, Function.identity()));
                    var own = found.get(remark.key());
                    for (var other : group) {
                        var answer = found.get(other.key());
                        // Words that changed since they were read are approved for none of the group.
                        if (own != null
                                && own.revision() == revision
                                && answer != null
                                && other.number() != null
                                && waitsAlike(own, answer)) {
                            revisions.put(other.number(), answer.revision());
                        }
                    }
                });
        revisions.put(number, revision);
        return approve(slug, revisions, actor);
    }

    /** Whether another answer of a group waits for approval with the same words. */
    public static boolean waitsAlike(Answer one, Answer other) {
        return other.state() == Answer.State.IN_REVIEW
                && other.position() == one.position()
                && other.rationale().equals(one.rationale());
    }

    /** Sends an answer back to who wrote it, with what is to be changed. */
    @Transactional
    public Answering sendBack(String slug, int number, int revision, String reason, Actor actor) {
        return change(slug, number, revision, actor, (consultation, remark, answer) -> {
            if (answer.state() != Answer.State.IN_REVIEW) {
                return new Answering.WrongMoment("answers.notInReview");
            }
            var errors = FormErrors.none()
                    .unless(!reason.isEmpty(), "returnReason", "answers.return.reason.missing")
                    .and(AnsweringRemark.reason("returnReason", reason, LONGEST_REASON));
            if (errors.any()) {
                return new Answering.Invalid(errors);
            }
            answers.update(moved(answer, Answer.State.DRAFT, null, null, reason));
            audit.record(
                    actor.personId(),
                    "ANSWER_RETURNED",
                    "remark",
                    AnsweringRemark.reference(consultation, remark),
                    reason);
            return new Answering.Done(1);
        });
    }

    /** Takes an approval back, so that the answer can be changed; until then nobody sees it. */
    @Transactional
    public Answering reopen(String slug, int number, int revision, Actor actor) {
        return change(slug, number, revision, actor, (consultation, remark, answer) -> {
            if (answer.state() != Answer.State.APPROVED) {
                return new Answering.WrongMoment("answers.notApproved");
            }
            answers.update(moved(answer, Answer.State.DRAFT, null, null, null));
            indexing.index(List.of(remark.key()));
            audit.record(
                    actor.personId(), "ANSWER_REOPENED", "remark", AnsweringRemark.reference(consultation, remark), "");
            return new Answering.Done(1);
        });
    }

    private Answering change(String slug, int number, int revision, Actor actor, Change change) {
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
        var answer =
                remark == null ? null : answers.findByRemarkId(remark.key()).orElse(null);
        if (remark == null || answer == null) {
            return new Answering.NotFound();
        }
        return answer.revision() == revision ? change.of(consultation, remark, answer) : new Answering.Stale();
    }

    private static Approval.@Nullable Reason against(
            Consultation consultation, @Nullable Answer answer, @Nullable Integer revision, Actor actor) {
        if (answer == null || answer.state() != Answer.State.IN_REVIEW) {
            return Approval.Reason.NOT_IN_REVIEW;
        }
        if (revision == null || answer.revision() != revision) {
            return Approval.Reason.STALE;
        }
        return ConsultationPolicy.mayApprove(actor, consultation, answer, false) ? null : Approval.Reason.FOUR_EYES;
    }

    private static Answer moved(
            Answer answer,
            Answer.State state,
            @Nullable Long approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String returnReason) {
        return new Answer(
                answer.id(),
                answer.remarkId(),
                state,
                answer.position(),
                answer.rationale(),
                answer.changedUnitId(),
                answer.draftedBy(),
                answer.draftedAt(),
                approvedBy,
                approvedAt,
                returnReason,
                answer.revision());
    }

    /** One change of one answer that was read as it is now. */
    private interface Change {
        Answering of(Consultation consultation, Remark remark, Answer answer);
    }
}
