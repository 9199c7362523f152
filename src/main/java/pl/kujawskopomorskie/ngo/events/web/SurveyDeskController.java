package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.after.AfterDesk;
import pl.kujawskopomorskie.ngo.events.after.ComposingSurvey;
import pl.kujawskopomorskie.ngo.events.after.ExportingSurvey;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;
import pl.kujawskopomorskie.ngo.events.after.SurveyResults;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The survey of an event at its office: its questions until somebody answers, its results from then on. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class SurveyDeskController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SURVEY = "desk/event-survey";
    private static final String QUESTION = "desk/event-survey-question";
    private static final int WORDS_ON_A_PAGE = 50;

    private final Events events;
    private final AfterDesk desk;
    private final ComposingSurvey composing;
    private final SurveyResults results;
    private final ExportingSurvey exporting;
    private final Clock clock;

    SurveyDeskController(
            Events events,
            AfterDesk desk,
            ComposingSurvey composing,
            SurveyResults results,
            ExportingSurvey exporting,
            Clock clock) {
        this.events = events;
        this.desk = desk;
        this.composing = composing;
        this.results = results;
        this.exporting = exporting;
        this.clock = clock;
    }

    @Get("/ankieta")
    @Secured({"CLERK", "AUDITOR"})
    HttpResponse<?> show(@PathVariable("event") String slug, Actor actor) {
        return page(slug, null, FormErrors.none(), actor);
    }

    @Post("/ankieta")
    HttpResponse<?> begin(@PathVariable("event") String slug, @Body AfterForms.@Nullable Begin form, Actor actor) {
        return answer(
                slug,
                composing.begin(slug, form != null && EventForm.isTicked(form.usual()), actor),
                Done.SURVEY_BEGUN,
                actor);
    }

    @Post("/ankieta/zasady")
    HttpResponse<?> rules(@PathVariable("event") String slug, @Body AfterForms.@Nullable Rules form, Actor actor) {
        var typed = form == null ? new AfterForms.Rules("", "") : form;
        return DeskAnswers.of(
                composing.set(slug, Typed.text(typed.intro()), EventForm.number(typed.openDays()), actor),
                event -> Pages.done(Done.SURVEY_SAVED, path(slug)),
                errors -> page(slug, typed, errors, actor));
    }

    @Post("/ankieta/gotowa")
    HttpResponse<?> ready(@PathVariable("event") String slug, Actor actor) {
        return answer(slug, composing.ready(slug, actor), Done.SURVEY_READY, actor);
    }

    @Post("/ankieta/przygotowanie")
    HttpResponse<?> prepare(@PathVariable("event") String slug, Actor actor) {
        return answer(slug, composing.prepare(slug, actor), Done.SURVEY_PREPARED, actor);
    }

    @Post("/ankieta/zamknij")
    HttpResponse<?> close(@PathVariable("event") String slug, Actor actor) {
        return answer(slug, composing.close(slug, actor), Done.SURVEY_CLOSED, actor);
    }

    @Get("/ankieta/pytania/nowe")
    HttpResponse<?> newQuestion(@PathVariable("event") String slug) {
        var event = events.findBySlug(slug).orElse(null);
        return event == null || desk.survey(event) == null
                ? Pages.notFound()
                : Pages.show(
                        QUESTION, SurveyQuestionPage.of(event, null, AfterForms.Asking.fresh(), FormErrors.none()));
    }

    @Post("/ankieta/pytania/nowe")
    HttpResponse<?> addQuestion(
            @PathVariable("event") String slug, @Body AfterForms.@Nullable Asking form, Actor actor) {
        var typed = form == null ? AfterForms.Asking.fresh() : form;
        return DeskAnswers.of(
                composing.add(slug, typed.read(), actor),
                done -> Pages.done(Done.QUESTION_SAVED, path(slug)),
                errors -> Pages.invalid(
                        QUESTION, SurveyQuestionPage.of(events.findBySlug(slug).orElseThrow(), null, typed, errors)));
    }

    @Get("/ankieta/pytania/{id:[0-9]+}")
    HttpResponse<?> question(@PathVariable("event") String slug, @PathVariable String id) {
        var event = events.findBySlug(slug).orElse(null);
        var question = question(event, id);
        return event == null || question == null
                ? Pages.notFound()
                : Pages.show(
                        QUESTION,
                        SurveyQuestionPage.of(event, question, AfterForms.Asking.of(question), FormErrors.none()));
    }

    @Post("/ankieta/pytania/{id:[0-9]+}")
    HttpResponse<?> changeQuestion(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body AfterForms.@Nullable Asking form,
            Actor actor) {
        var typed = form == null ? AfterForms.Asking.fresh() : form;
        var before = typed.before() == null ? "" : typed.before();
        var change = composing.change(slug, ProgrammeDeskController.key(id), before, typed.read(), actor);
        var event = events.findBySlug(slug).orElse(null);
        var question = question(event, id);
        if (event == null || question == null) {
            return Pages.notFound();
        }
        if (change instanceof EventChange.Stale) {
            return Pages.invalid(
                    QUESTION,
                    SurveyQuestionPage.of(event, question, typed.over(question), DeskAnswers.STALE)
                            .against(typed.against(AfterForms.Asking.of(question))));
        }
        return DeskAnswers.of(
                change,
                done -> Pages.done(Done.QUESTION_SAVED, path(slug)),
                errors -> Pages.invalid(QUESTION, SurveyQuestionPage.of(event, question, typed, errors)));
    }

    @Post("/ankieta/pytania/{id:[0-9]+}/usun")
    HttpResponse<?> deleteQuestion(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return answer(
                slug, composing.delete(slug, ProgrammeDeskController.key(id), actor), Done.QUESTION_DELETED, actor);
    }

    @Post("/ankieta/pytania/{id:[0-9]+}/wyzej")
    HttpResponse<?> raiseQuestion(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return answer(slug, composing.raise(slug, ProgrammeDeskController.key(id), actor), Done.QUESTION_SAVED, actor);
    }

    @Get("/ankieta/odpowiedzi/{id:[0-9]+}")
    @Secured({"CLERK", "AUDITOR"})
    HttpResponse<?> words(
            @PathVariable("event") String slug, @PathVariable String id, @QueryValue @Nullable String strona) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        return results.words(event, ProgrammeDeskController.key(id), EventListQuery.page(strona), WORDS_ON_A_PAGE)
                .<HttpResponse<?>>map(found -> Pages.show("desk/event-survey-words", new SurveyWordsPage(event, found)))
                .orElseGet(Pages::notFound);
    }

    @Get("/ankieta.xlsx")
    @Secured({"CLERK", "AUDITOR"})
    @Produces(MediaType.ALL)
    HttpResponse<?> xlsx(HttpRequest<?> request, @PathVariable("event") String slug, Actor actor) {
        var event = exporting.begin(slug, actor).orElse(null);
        if (event == null) {
            return events.findBySlug(slug).isEmpty()
                    ? Pages.notFound()
                    : Pages.conflict("events.survey.few", SurveyResults.FEWEST);
        }
        // Each one is another file: people answer by the minute.
        return Downloads.made(
                request, "ankieta-" + slug + ".xlsx", XLSX, slug + clock.instant(), out -> exporting.write(event, out));
    }

    private HttpResponse<?> answer(String slug, EventChange change, Done done, Actor actor) {
        return DeskAnswers.of(change, event -> Pages.done(done, path(slug)), errors -> page(slug, null, errors, actor));
    }

    private HttpResponse<?> page(String slug, AfterForms.@Nullable Rules typed, FormErrors errors, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        var survey = desk.survey(event);
        var page = SurveyDeskPage.of(
                event, survey, survey == null ? null : results.of(event), typed, EventPolicy.mayRun(actor), errors);
        return errors.any() ? Pages.invalid(SURVEY, page) : Pages.show(SURVEY, page);
    }

    private @Nullable SurveyQuestion question(@Nullable Event event, String id) {
        var survey = event == null ? null : desk.survey(event);
        List<SurveyQuestion> asked = survey == null ? List.of() : survey.questions();
        return asked.stream()
                .filter(each -> each.key() == ProgrammeDeskController.key(id))
                .findFirst()
                .orElse(null);
    }

    private static String path(String slug) {
        return DeskAnswers.EVENTS + "/" + slug + "/ankieta";
    }

    /**
     * Answers in words to one question.
     *
     * @param event after which event
     * @param words a page of them
     */
    record SurveyWordsPage(Event event, SurveyResults.Words words) {}
}
