package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Keeps what an officer types into the form of an answer while it is typed. It is no answer: nobody else sees it, it changes
 * no state, and saving the form takes its place. It is kept by the portal and not by the browser, so that nothing stays
 * behind on a computer that others use.
 */
@Singleton
public class KeepingUnsavedAnswer {

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final Remarks remarks;
    private final Answers answers;
    private final DraftUnits units;
    private final UnsavedAnswers unsaved;
    private final AuditLog audit;
    private final Clock clock;

    KeepingUnsavedAnswer(
            Consultations consultations,
            ConsultationReports reports,
            Remarks remarks,
            Answers answers,
            DraftUnits units,
            UnsavedAnswers unsaved,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.remarks = remarks;
        this.answers = answers;
        this.units = units;
        this.unsaved = unsaved;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what is typed; what says the same as the answer that was read needs no keeping. */
    @Transactional
    public Answering keep(String slug, int number, AnswerEntry entry, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new Answering.NotFound();
        }
        var remark = remarks.findByConsultationIdAndNumber(consultation.key(), number)
                .orElse(null);
        if (remark == null) {
            return new Answering.NotFound();
        }
        if (!ConsultationPolicy.mayAnswer(actor, remark, false)) {
            return new Answering.Forbidden();
        }
        if (reports.publishedAt(consultation.key()).isPresent()) {
            return new Answering.WrongMoment(LockingForAnswers.REPORTED);
        }
        var errors = entry.check(false);
        if (errors.any()) {
            return new Answering.Invalid(errors);
        }
        var answer = answers.findByRemarkId(remark.key()).orElse(null);
        if (answer != null && answer.state() == Answer.State.APPROVED) {
            return new Answering.WrongMoment("answers.approvedAlready");
        }
        if (saysTheSame(entry, answer)) {
            unsaved.drop(actor.personId(), List.of(remark.key()));
            return new Answering.Done(0);
        }
        // What this very person saved meanwhile, in another tab or a moment ago, is not covered by older words.
        if (answer != null
                && entry.revision() < answer.revision()
                && Objects.equals(answer.draftedBy(), actor.personId())) {
            return new Answering.Stale();
        }
        // One entry for a text that is begun, not one for every pause in typing.
        if (unsaved.find(actor.personId(), remark.key()).isEmpty()) {
            audit.record(
                    actor.personId(), "ANSWER_BEGUN", "remark", AnsweringRemark.reference(consultation, remark), "");
        }
        var position = entry.position();
        unsaved.keep(
                actor.personId(),
                remark.key(),
                position == null ? null : position.name(),
                entry.rationale(),
                entry.changedUnit().length() <= 200 ? entry.changedUnit() : "",
                entry.wholeGroup(),
                entry.revision(),
                OfficeTime.now(clock));
        return new Answering.Done(1);
    }

    /** Forgets what the person typed; the answer stays as it was saved. */
    @Transactional
    public Answering drop(String slug, int number, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var remark = consultation == null
                ? null
                : remarks.findByConsultationIdAndNumber(consultation.key(), number)
                        .orElse(null);
        if (consultation == null || remark == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new Answering.NotFound();
        }
        if (unsaved.drop(actor.personId(), List.of(remark.key())) > 0) {
            audit.record(
                    actor.personId(),
                    "ANSWER_ABANDONED",
                    "remark",
                    AnsweringRemark.reference(consultation, remark),
                    "");
        }
        return new Answering.Done(1);
    }

    private boolean saysTheSame(AnswerEntry entry, @Nullable Answer answer) {
        if (answer == null) {
            return entry.position() == null
                    && entry.rationale().isBlank()
                    && entry.changedUnit().isEmpty();
        }
        var changedUnitId = answer.changedUnitId();
        var changedUnit = changedUnitId == null
                ? ""
                : units.findById(changedUnitId).map(DraftUnit::address).orElse("");
        return entry.position() == answer.position()
                && entry.rationale().equals(answer.rationale())
                && Objects.equals(entry.changedUnit(), changedUnit);
    }
}
