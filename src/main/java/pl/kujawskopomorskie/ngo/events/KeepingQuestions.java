package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk keeps what is asked of everybody who registers. What somebody answered already stays answerable in the same way. */
@Singleton
public class KeepingQuestions {

    private static final int MOST = 30;

    private final Questions questions;
    private final ProgrammeRows programme;
    private final LockingEvent locking;
    private final AuditLog audit;

    KeepingQuestions(Questions questions, ProgrammeRows programme, LockingEvent locking, AuditLog audit) {
        this.questions = questions;
        this.programme = programme;
        this.locking = locking;
        this.audit = audit;
    }

    /** Asks one more, after the others. */
    @Transactional
    public EventChange add(String slug, QuestionEntry entry, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var asked = questions.of(event.key());
        var errors = entry.check().unless(asked.size() < MOST, FormErrors.WHOLE_FORM, "events.question.many", MOST);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        questions.save(
                entry.with(event.key(), asked.isEmpty() ? 1 : asked.getLast().position() + 1));
        return done(event, "QUESTION_ADDED", entry.label(), actor);
    }

    /**
     * Changes one.
     *
     * @param before the {@link Question#fingerprint} of what the clerk changed, so that two clerks never overwrite each other unseen
     * @param agreed the {@link EventChange.MustConfirm#agreement} of a clerk who was told that answers stand under the old words, and
     *     changes these all the same; otherwise empty
     */
    @Transactional
    public EventChange change(
            String slug, long questionId, String before, QuestionEntry entry, String agreed, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var old = one(questions.of(event.key()), questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        var answers = programme.answers(questionId);
        var errors = entry.check()
                .unless(answers == 0 || entry.kind() == old.kind(), "kind", "events.question.kind.answered", answers)
                .unless(
                        answers == 0
                                || entry.kind() != Question.Kind.CHOICE
                                || entry.with(0, 1).choiceList().containsAll(old.choiceList()),
                        "choices",
                        "events.question.choices.answered",
                        answers);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        if (!old.fingerprint().equals(before)) {
            return new EventChange.Stale();
        }
        if (answers > 0 && !entry.label().equals(old.label()) && !entry.label().equals(agreed)) {
            return new EventChange.MustConfirm(
                    FormErrors.of("label", "events.question.label.answered", answers, old.label()), entry.label());
        }
        var changed = entry.with(event.key(), old.position());
        questions.change(questionId, changed.kind(), changed.label(), changed.choices(), changed.required());
        return done(event, "QUESTION_CHANGED", entry.label(), actor);
    }

    /** Asks one no more, unless somebody answered it. */
    @Transactional
    public EventChange delete(String slug, long questionId, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var old = one(questions.of(event.key()), questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        if (programme.answers(questionId) > 0) {
            return new EventChange.WrongMoment("events.question.delete.answered");
        }
        questions.delete(questionId);
        return done(event, "QUESTION_DELETED", old.label(), actor);
    }

    /** Asks one before the one that stands above it; the first stays where it is. */
    @Transactional
    public EventChange raise(String slug, long questionId, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var asked = questions.of(event.key());
        var old = one(asked, questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        var at = asked.indexOf(old);
        if (at > 0) {
            var above = asked.get(at - 1);
            // No two stand at one place, not even for a moment.
            questions.place(above.key(), -above.position());
            questions.place(old.key(), above.position());
            questions.place(above.key(), old.position());
        }
        return done(event, "QUESTION_CHANGED", old.label(), actor);
    }

    private static @Nullable Question one(List<Question> asked, long questionId) {
        return asked.stream()
                .filter(each -> each.key() == questionId)
                .findFirst()
                .orElse(null);
    }

    private EventChange done(Event event, String action, String label, Actor actor) {
        audit.record(actor.personId(), action, "event", event.slug(), label);
        return new EventChange.Done(event);
    }
}
