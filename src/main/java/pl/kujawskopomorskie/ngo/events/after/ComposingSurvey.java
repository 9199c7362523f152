package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk composes the survey of an event. It opens by itself, once it is said to be ready; from the first answer on its questions
 * stay as they are, or the answers would be to something else. Whoever changes it holds the lock of its row, whoever answers it a
 * lock that lets others answer.
 */
@Singleton
public class ComposingSurvey {

    private static final int USUAL_DAYS = 14;

    private final Events events;
    private final Surveys surveys;
    private final SurveyQuestions questions;
    private final SurveySheets sheets;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    ComposingSurvey(
            Events events,
            Surveys surveys,
            SurveyQuestions questions,
            SurveySheets sheets,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins one; one that was begun stays as it is.
     *
     * @param usual whether with the questions that are asked after most events
     */
    @Transactional
    public EventChange begin(String slug, boolean usual, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return new EventChange.NotFound();
        }
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        if (event.cancelledAt() != null) {
            return new EventChange.WrongMoment("events.desk.cancelled.already");
        }
        // The first to come also locks the row that two at once would both find missing.
        surveys.begin(event.key(), "", USUAL_DAYS);
        surveys.lock(event.key());
        if (usual && questions.of(event.key()).isEmpty()) {
            questions.saveAll(usual(event.key()));
        }
        return done(event, "SURVEY_BEGUN", "", actor);
    }

    /** Sets what is said above the questions and how long it is open. */
    @Transactional
    public EventChange set(String slug, String intro, int openDays, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var errors = FormErrors.none()
                .unless(Typed.length(intro) <= Survey.LONGEST_INTRO, "intro", "forms.tooLong", Survey.LONGEST_INTRO)
                .unless(
                        openDays >= 1 && openDays <= Survey.MOST_DAYS,
                        "openDays",
                        "events.survey.days.wrong",
                        Survey.MOST_DAYS);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        surveys.change(locked.event().key(), intro, openDays);
        return done(locked.event(), "SURVEY_CHANGED", "", actor);
    }

    /** Asks one more, after the others. */
    @Transactional
    public EventChange add(String slug, SurveyEntry entry, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var key = locked.event().key();
        var asked = questions.of(key);
        var errors = entry.check()
                .unless(
                        asked.size() < Survey.MOST_QUESTIONS,
                        FormErrors.WHOLE_FORM,
                        "events.survey.many",
                        Survey.MOST_QUESTIONS);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        questions.save(entry.with(key, asked.isEmpty() ? 1 : asked.getLast().position() + 1));
        return done(locked.event(), "SURVEY_CHANGED", entry.label(), actor);
    }

    /**
     * Changes one.
     *
     * @param before the {@link SurveyQuestion#fingerprint} of what the clerk changed
     */
    @Transactional
    public EventChange change(String slug, long questionId, String before, SurveyEntry entry, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var key = locked.event().key();
        var old = one(questions.of(key), questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        var errors = entry.check();
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        if (!old.fingerprint().equals(before)) {
            return new EventChange.Stale();
        }
        var changed = entry.with(key, old.position());
        questions.change(key, questionId, changed.kind(), changed.label(), changed.choices(), changed.required());
        return done(locked.event(), "SURVEY_CHANGED", entry.label(), actor);
    }

    /** Asks one no more. */
    @Transactional
    public EventChange delete(String slug, long questionId, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var asked = questions.of(locked.event().key());
        var old = one(asked, questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        if (locked.survey().readyAt() != null && asked.size() == 1) {
            return new EventChange.WrongMoment("events.survey.delete.last");
        }
        questions.delete(locked.event().key(), questionId);
        return done(locked.event(), "SURVEY_CHANGED", old.label(), actor);
    }

    /** Asks one before the one that stands above it; the first stays where it is. */
    @Transactional
    public EventChange raise(String slug, long questionId, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var key = locked.event().key();
        var asked = questions.of(key);
        var old = one(asked, questionId);
        if (old == null) {
            return new EventChange.NotFound();
        }
        var at = asked.indexOf(old);
        if (at > 0) {
            var above = asked.get(at - 1);
            // No two stand at one place, not even for a moment.
            questions.place(key, above.key(), -above.position());
            questions.place(key, old.key(), above.position());
            questions.place(key, above.key(), old.position());
        }
        return done(locked.event(), "SURVEY_CHANGED", old.label(), actor);
    }

    /** Says that it may open when the event is over. */
    @Transactional
    public EventChange ready(String slug, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        if (questions.of(locked.event().key()).isEmpty()) {
            return new EventChange.WrongMoment("events.survey.ready.empty");
        }
        if (locked.survey().readyAt() == null) {
            surveys.ready(locked.event().key(), OfficeTime.now(clock));
        }
        return done(locked.event(), "SURVEY_READY", "", actor);
    }

    /** Takes that back, as long as nobody has answered. */
    @Transactional
    public EventChange prepare(String slug, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        surveys.ready(locked.event().key(), null);
        return done(locked.event(), "SURVEY_PREPARED", "", actor);
    }

    /** Closes it before its days are over. Done twice it is done once. */
    @Transactional
    public EventChange close(String slug, Actor actor) {
        var locked = find(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        if (locked.survey().readyAt() == null) {
            return new EventChange.WrongMoment("events.survey.close.drafted");
        }
        if (locked.survey().closedAt() == null) {
            surveys.close(locked.event().key(), OfficeTime.now(clock));
        }
        return done(locked.event(), "SURVEY_CLOSED", "", actor);
    }

    private Locked find(String slug, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Locked.refused(new EventChange.NotFound());
        }
        if (!EventPolicy.mayRun(actor)) {
            return Locked.refused(new EventChange.Forbidden());
        }
        return surveys.lock(event.key())
                .map(survey -> new Locked(event, survey, null))
                .orElseGet(() -> Locked.refused(new EventChange.NotFound()));
    }

    private Locked lock(String slug, Actor actor) {
        var locked = find(slug, actor);
        if (locked.refusal() != null) {
            return locked;
        }
        if (locked.survey().closedAt() != null) {
            return Locked.refused(new EventChange.WrongMoment("events.survey.closed.already"));
        }
        return sheets.any(locked.event().key())
                ? Locked.refused(new EventChange.WrongMoment("events.survey.answered.already"))
                : locked;
    }

    private List<SurveyQuestion> usual(long eventId) {
        var asked = List.of(
                new SurveyEntry(SurveyQuestion.Kind.SCALE, words("whole"), "", true),
                new SurveyEntry(SurveyQuestion.Kind.SCALE, words("useful"), "", false),
                new SurveyEntry(SurveyQuestion.Kind.SCALE, words("speakers"), "", false),
                new SurveyEntry(SurveyQuestion.Kind.SCALE, words("care"), "", false),
                new SurveyEntry(SurveyQuestion.Kind.ONE, words("how"), words("how.choices"), false),
                new SurveyEntry(SurveyQuestion.Kind.MANY, words("best"), words("best.choices"), false),
                new SurveyEntry(SurveyQuestion.Kind.TEXT, words("change"), "", false),
                new SurveyEntry(SurveyQuestion.Kind.TEXT, words("next"), "", false));
        return IntStream.range(0, asked.size())
                .mapToObj(at -> asked.get(at).with(eventId, at + 1))
                .toList();
    }

    // Questions of the office are Polish whatever the clerk reads.
    private String words(String name) {
        return messages.get(Language.POLISH, "events.survey.usual." + name);
    }

    private static @Nullable SurveyQuestion one(List<SurveyQuestion> asked, long questionId) {
        return asked.stream()
                .filter(each -> each.key() == questionId)
                .findFirst()
                .orElse(null);
    }

    private EventChange done(Event event, String action, String detail, Actor actor) {
        audit.record(actor.personId(), action, "event", event.slug(), detail);
        return new EventChange.Done(event);
    }

    private record Locked(
            @Nullable Event found,
            @Nullable Survey row,
            @Nullable EventChange refusal) {

        static Locked refused(EventChange refusal) {
            return new Locked(null, null, refusal);
        }

        Event event() {
            return Objects.requireNonNull(found);
        }

        Survey survey() {
            return Objects.requireNonNull(row);
        }
    }
}
