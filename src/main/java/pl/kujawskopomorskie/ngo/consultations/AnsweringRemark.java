package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * An officer answers a remark, or all like remarks of its group at once: as a draft, which may lack anything, or for
 * review, which may not. Each remark keeps a row of its own.
 */
@Singleton
public class AnsweringRemark {

    private final LockingForAnswers locking;
    private final Remarks remarks;
    private final OfficeRemarks office;
    private final Answers answers;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final UnsavedAnswers unsaved;
    private final RemarkRedactions redactions;
    private final IndexingRemarks indexing;
    private final AuditLog audit;
    private final Clock clock;

    AnsweringRemark(
            LockingForAnswers locking,
            Remarks remarks,
            OfficeRemarks office,
            Answers answers,
            DraftVersions versions,
            DraftUnits units,
            UnsavedAnswers unsaved,
            RemarkRedactions redactions,
            IndexingRemarks indexing,
            AuditLog audit,
            Clock clock) {
        this.locking = locking;
        this.remarks = remarks;
        this.office = office;
        this.answers = answers;
        this.versions = versions;
        this.units = units;
        this.unsaved = unsaved;
        this.redactions = redactions;
        this.indexing = indexing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what is stated as a draft. */
    @Transactional
    public Answering draft(String slug, int number, AnswerEntry entry, Actor actor) {
        return write(slug, number, entry, Answer.State.DRAFT, actor);
    }

    /** Keeps what is stated and hands it to a reviewer. */
    @Transactional
    public Answering sendToReview(String slug, int number, AnswerEntry entry, Actor actor) {
        return write(slug, number, entry, Answer.State.IN_REVIEW, actor);
    }

    private Answering write(String slug, int number, AnswerEntry entry, Answer.State state, Actor actor) {
        var begun = locking.begin(slug, actor);
        if (begun.refusal() != null) {
            return begun.refusal();
        }
        var consultation = begun.consultation();
        var remark = remarks.findByConsultationIdAndNumber(consultation.key(), number)
                .orElse(null);
        if (remark == null) {
            return new Answering.NotFound();
        }
        if (remark.state() != RemarkState.SUBMITTED) {
            return new Answering.WrongMoment("answers.withdrawn");
        }
        if (!ConsultationPolicy.mayAnswer(actor, remark, false)) {
            return new Answering.Forbidden();
        }
        var errors = entry.check(state != Answer.State.DRAFT);
        var changed = changedUnit(consultation, entry);
        errors = errors.unless(
                entry.changedUnit().isEmpty() || changed != null, "changedUnit", "answers.changedUnit.unknown");
        if (errors.any()) {
            return new Answering.Invalid(errors);
        }
        var together = together(remark, entry, actor);
        Map<Long, Answer> before = answers
                .findByRemarkIdIn(together.stream().map(Remark::key).toList())
                .stream()
                .collect(Collectors.toMap(Answer::remarkId, Function.identity()));
        var own = before.get(remark.key());
        if (own != null && own.state() == Answer.State.APPROVED) {
            return new Answering.WrongMoment("answers.approvedAlready");
        }
        if (!entry.isReadFrom(own)) {
            return new Answering.Stale();
        }
        var now = OfficeTime.now(clock);
        var written = new ArrayList<Remark>();
        for (var each : together) {
            var old = before.get(each.key());
            // Who answers for a group takes nobody's own words away: only
            // what is unanswered, or says the same as this one.
            if (each.key() == remark.key() || isFree(old, own)) {
                put(each, old, entry, changed == null ? null : changed.key(), state, actor, now);
                tell(consultation, each, entry, state, actor);
                written.add(each);
            }
        }
        if (written.size() > 1) {
            hideAsIn(remark, written, entry.rationale());
        }
        unsaved.drop(actor.personId(), List.of(remark.key()));
        indexing.index(IndexingRemarks.keys(written));
        return new Answering.Done(written.size());
    }

    /**
     * Whether an answer given to a whole group takes the place of this one.
     *
     * @param old answer to another remark of the group, or null
     * @param own answer as it was before to the remark from which the group is answered, or null
     */
    public static boolean isFree(@Nullable Answer old, @Nullable Answer own) {
        return old == null
                || (old.state() != Answer.State.APPROVED
                        && own != null
                        && old.rationale().equals(own.rationale())
                        && old.position() == own.position());
    }

    /**
     * Keeps many answers, all of them or, when one was changed since it was read, none.
     *
     * @param consultation locked by the caller
     * @param entries by the number of the remark
     * @param review whether those that lack nothing go to a reviewer at once
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answering writeAll(Consultation consultation, Map<Integer, AnswerEntry> entries, boolean review, Actor actor) {
        var chosen = entries.isEmpty() ? List.<Remark>of() : office.rowsOfNumbers(consultation.key(), entries.keySet());
        if (chosen.size() < entries.size() || chosen.isEmpty()) {
            return new Answering.NotFound();
        }
        var before = answers.findByRemarkIdIn(chosen.stream().map(Remark::key).toList()).stream()
                .collect(Collectors.toMap(Answer::remarkId, Function.identity()));
        for (var remark : chosen) {
            var entry = entry(entries, remark);
            var old = before.get(remark.key());
            if (!ConsultationPolicy.mayAnswer(actor, remark, false)) {
                return new Answering.Forbidden();
            }
            if (!entry.isReadFrom(old) || (old != null && old.state() == Answer.State.APPROVED)) {
                return new Answering.Stale();
            }
            var errors = entry.check(false);
            if (errors.any()) {
                return new Answering.Invalid(errors);
            }
        }
        var now = OfficeTime.now(clock);
        for (var remark : chosen) {
            var entry = entry(entries, remark);
            var old = before.get(remark.key());
            var state = review && !entry.check(true).any() ? Answer.State.IN_REVIEW : Answer.State.DRAFT;
            put(remark, old, entry, old == null ? null : old.changedUnitId(), state, actor, now);
            tell(consultation, remark, entry, state, actor);
        }
        indexing.index(IndexingRemarks.keys(chosen));
        return new Answering.Done(chosen.size());
    }

    private static AnswerEntry entry(Map<Integer, AnswerEntry> entries, Remark remark) {
        return Objects.requireNonNull(entries.get(Objects.requireNonNull(remark.number())));
    }

    private void tell(Consultation consultation, Remark remark, AnswerEntry entry, Answer.State state, Actor actor) {
        audit.record(
                actor.personId(),
                state == Answer.State.DRAFT ? "ANSWER_DRAFTED" : "ANSWER_SENT_TO_REVIEW",
                "remark",
                reference(consultation, remark),
                entry.position() == null ? "" : entry.position().name());
    }

    /** The remark itself first, then those of its group that this person may answer, if all are answered so. */
    private List<Remark> together(Remark remark, AnswerEntry entry, Actor actor) {
        var groupId = remark.groupId();
        var all = new ArrayList<>(List.of(remark));
        if (entry.wholeGroup() && groupId != null) {
            office.inGroup(groupId).stream()
                    .filter(other -> other.key() != remark.key())
                    .filter(other -> ConsultationPolicy.mayAnswer(actor, other, false))
                    .forEach(all::add);
        }
        return all;
    }

    /** What is hidden in an answer is hidden in its copies too: it was hidden for what it says, not for where it stood. */
    private void hideAsIn(Remark remark, List<Remark> copies, String rationale) {
        var groupId = remark.groupId();
        var hidden = redactions
                .findByRemarkIdInOrderById(IndexingRemarks.keys(groupId == null ? copies : office.inGroup(groupId)))
                .stream()
                .filter(each -> each.field() == RemarkRedaction.Field.ANSWER)
                .filter(each -> rationale.contains(each.hiddenText()))
                .toList();
        var words = new LinkedHashMap<String, RemarkRedaction>();
        hidden.forEach(each -> words.putIfAbsent(each.hiddenText(), each));
        for (var one : words.values()) {
            var already = hidden.stream()
                    .filter(each -> each.hiddenText().equals(one.hiddenText()))
                    .map(RemarkRedaction::remarkId)
                    .collect(Collectors.toSet());
            for (var copy : copies) {
                if (!already.contains(copy.key())) {
                    redactions.save(new RemarkRedaction(
                            null,
                            copy.key(),
                            one.field(),
                            one.hiddenText(),
                            one.reason(),
                            one.hiddenAt(),
                            one.hiddenBy()));
                }
            }
        }
    }

    private void put(
            Remark remark,
            @Nullable Answer before,
            AnswerEntry entry,
            @Nullable Long changedUnit,
            Answer.State state,
            Actor actor,
            Instant now) {
        var sameWords = before != null
                && before.position() == entry.position()
                && before.rationale().equals(entry.rationale())
                && Objects.equals(before.changedUnitId(), changedUnit);
        var answer = new Answer(
                before == null ? null : before.id(),
                remark.key(),
                state,
                entry.position(),
                entry.rationale(),
                changedUnit,
                // Who only passes another's words on has not written them, and may review them.
                sameWords && before != null ? before.draftedBy() : Long.valueOf(actor.personId()),
                sameWords && before != null ? before.draftedAt() : now,
                null,
                null,
                before == null || state == Answer.State.IN_REVIEW ? null : before.returnReason(),
                before == null ? 0 : before.revision());
        if (before == null) {
            answers.save(answer);
        } else {
            answers.update(answer);
        }
    }

    private @Nullable DraftUnit changedUnit(Consultation consultation, AnswerEntry entry) {
        if (entry.changedUnit().isEmpty()) {
            return null;
        }
        return versions.findCurrent(consultation.key())
                .flatMap(version -> units.findByVersionIdAndAddress(version.key(), entry.changedUnit()))
                .orElse(null);
    }

    static String reference(Consultation consultation, Remark remark) {
        var number = remark.number();
        return RemarkReceipt.number(consultation.reference(), number == null ? 0 : number);
    }

    /** A reason given to a person, checked as all reasons are. */
    static FormErrors reason(String field, String reason, int longest) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), field, "consultations.reason.missing")
                .unless(reason.length() <= longest, field, "forms.tooLong", longest);
    }
}
