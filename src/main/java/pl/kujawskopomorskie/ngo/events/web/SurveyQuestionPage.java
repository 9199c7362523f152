package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a question of a survey.
 *
 * @param event after which event
 * @param question as saved, or null for a new one
 * @param form as typed
 * @param errors in it
 * @param differences from what somebody else saved meanwhile
 */
record SurveyQuestionPage(
        Event event,
        @Nullable SurveyQuestion question,
        AfterForms.Asking form,
        FormErrors errors,
        List<Difference> differences) {

    static SurveyQuestionPage of(
            Event event, @Nullable SurveyQuestion question, AfterForms.Asking form, FormErrors errors) {
        return new SurveyQuestionPage(event, question, form, errors, List.of());
    }

    SurveyQuestionPage against(List<Difference> found) {
        return new SurveyQuestionPage(event, question, form, errors, found);
    }

    public List<Choice> kinds() {
        return Arrays.stream(SurveyQuestion.Kind.values())
                .map(kind -> Choice.keyed(kind.name(), "events.surveyKind." + kind.name()))
                .toList();
    }

    /** Where it is sent. */
    public String action() {
        return desk() + "/pytania/" + (question == null ? "nowe" : question.key());
    }

    /** The survey's page. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug() + "/ankieta";
    }
}
