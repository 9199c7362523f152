package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.ArrangingProgramme;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.KeepingQuestions;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.Questions;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.Speakers;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The programme and the questions of one event, as its office changes them. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ProgrammeDeskController {

    private static final String SESSION = "desk/event-session";
    private static final String QUESTION = "desk/event-question";

    private final Events events;
    private final Sessions sessions;
    private final Speakers speakers;
    private final Questions questions;
    private final ArrangingProgramme arranging;
    private final KeepingQuestions keeping;

    ProgrammeDeskController(
            Events events,
            Sessions sessions,
            Speakers speakers,
            Questions questions,
            ArrangingProgramme arranging,
            KeepingQuestions keeping) {
        this.events = events;
        this.sessions = sessions;
        this.speakers = speakers;
        this.questions = questions;
        this.arranging = arranging;
        this.keeping = keeping;
    }

    @Get("/sesje/nowa")
    HttpResponse<?> newSession(@PathVariable("event") String slug) {
        return changing(slug, event -> {
            var programme = sessions.of(event.key());
            var form = SessionForm.fresh(programme.isEmpty() ? null : programme.getLast());
            return Pages.show(SESSION, SessionPage.of(event, null, form, FormErrors.none()));
        });
    }

    @Post("/sesje/nowa")
    HttpResponse<?> addSession(@PathVariable("event") String slug, @Body SessionForm form, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        return DeskAnswers.of(
                arranging.add(slug, form.read(), actor),
                done -> Pages.done(Done.SESSION_SAVED, desk(slug)),
                errors -> Pages.invalid(SESSION, SessionPage.of(event, null, form, errors)));
    }

    @Get("/sesje/{id:[0-9]+}")
    HttpResponse<?> session(@PathVariable("event") String slug, @PathVariable String id) {
        return changing(slug, event -> {
            var session = session(event, id);
            return session == null
                    ? Pages.notFound()
                    : Pages.show(SESSION, SessionPage.of(event, session, saved(session), FormErrors.none()));
        });
    }

    @Post("/sesje/{id:[0-9]+}")
    HttpResponse<?> changeSession(
            @PathVariable("event") String slug, @PathVariable String id, @Body SessionForm form, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var session = session(event, id);
        if (event == null || session == null) {
            return Pages.notFound();
        }
        var change = arranging.change(slug, session.key(), form.revisionNumber(), form.read(), form.agreement(), actor);
        return switch (change) {
            // Saving again from this page is a choice made with both texts in sight.
            case EventChange.Stale() -> {
                var now = session(event, id);
                yield now == null
                        ? Pages.notFound()
                        : Pages.invalid(
                                SESSION,
                                SessionPage.of(event, now, form.with(now.revision(), ""), DeskAnswers.STALE)
                                        .against(form.against(saved(now))));
            }
            case EventChange.MustConfirm(var asked, var agreement) ->
                Pages.invalid(
                        SESSION, SessionPage.of(event, session, form.with(form.revisionNumber(), agreement), asked));
            default ->
                DeskAnswers.of(
                        change,
                        done -> Pages.done(Done.SESSION_SAVED, desk(slug)),
                        errors -> Pages.invalid(SESSION, SessionPage.of(event, session, form, errors)));
        };
    }

    @Post("/sesje/{id:[0-9]+}/usun")
    HttpResponse<?> deleteSession(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return DeskAnswers.of(
                arranging.delete(slug, key(id), actor), done -> Pages.done(Done.SESSION_DELETED, desk(slug)));
    }

    @Get("/pytania/nowe")
    HttpResponse<?> newQuestion(@PathVariable("event") String slug) {
        return changing(
                slug,
                event -> Pages.show(QUESTION, QuestionPage.of(event, null, QuestionForm.fresh(), FormErrors.none())));
    }

    @Post("/pytania/nowe")
    HttpResponse<?> addQuestion(@PathVariable("event") String slug, @Body QuestionForm form, Actor actor) {
        return DeskAnswers.of(
                keeping.add(slug, form.read(), actor),
                done -> Pages.done(Done.QUESTION_SAVED, desk(slug)),
                errors -> Pages.invalid(
                        QUESTION, QuestionPage.of(events.findBySlug(slug).orElseThrow(), null, form, errors)));
    }

    @Get("/pytania/{id:[0-9]+}")
    HttpResponse<?> question(@PathVariable("event") String slug, @PathVariable String id) {
        return changing(slug, event -> {
            var question = question(event, id);
            return question == null
                    ? Pages.notFound()
                    : Pages.show(
                            QUESTION, QuestionPage.of(event, question, QuestionForm.of(question), FormErrors.none()));
        });
    }

    @Post("/pytania/{id:[0-9]+}")
    HttpResponse<?> changeQuestion(
            @PathVariable("event") String slug, @PathVariable String id, @Body QuestionForm form, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var before = form.before() == null ? "" : form.before();
        var change = keeping.change(slug, key(id), before, form.read(), form.agreement(), actor);
        var question = question(event, id);
        if (event == null || question == null) {
            return Pages.notFound();
        }
        if (change instanceof EventChange.Stale) {
            return Pages.invalid(
                    QUESTION,
                    QuestionPage.of(event, question, form.over(question), DeskAnswers.STALE)
                            .against(form.against(QuestionForm.of(question))));
        }
        if (change instanceof EventChange.MustConfirm(var asked, var agreement)) {
            return Pages.invalid(QUESTION, QuestionPage.of(event, question, form.agreeing(agreement), asked));
        }
        return DeskAnswers.of(
                change,
                done -> Pages.done(Done.QUESTION_SAVED, desk(slug)),
                errors -> Pages.invalid(QUESTION, QuestionPage.of(event, question, form, errors)));
    }

    @Post("/pytania/{id:[0-9]+}/usun")
    HttpResponse<?> deleteQuestion(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return DeskAnswers.of(
                keeping.delete(slug, key(id), actor), done -> Pages.done(Done.QUESTION_DELETED, desk(slug)));
    }

    @Post("/pytania/{id:[0-9]+}/wyzej")
    HttpResponse<?> raiseQuestion(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return DeskAnswers.of(keeping.raise(slug, key(id), actor), done -> Pages.done(Done.QUESTION_SAVED, desk(slug)));
    }

    // Who fills a form in should not learn only at its end that nothing can be changed any more.
    private HttpResponse<?> changing(String slug, Function<Event, HttpResponse<?>> form) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(event -> event.cancelledAt() != null
                        ? Pages.conflict("events.desk.cancelled.already")
                        : form.apply(event))
                .orElseGet(Pages::notFound);
    }

    private @Nullable Session session(@Nullable Event event, String id) {
        return event == null ? null : sessions.of(event.key(), key(id)).orElse(null);
    }

    private @Nullable Question question(@Nullable Event event, String id) {
        List<Question> asked = event == null ? List.of() : questions.of(event.key());
        return asked.stream().filter(each -> each.key() == key(id)).findFirst().orElse(null);
    }

    private SessionForm saved(Session session) {
        return SessionForm.of(session, speakers.ofSession(session.key()));
    }

    static long key(String id) {
        return id.length() <= 18 ? Long.parseLong(id) : 0;
    }

    private static String desk(String slug) {
        return DeskAnswers.EVENTS + "/" + slug;
    }
}
