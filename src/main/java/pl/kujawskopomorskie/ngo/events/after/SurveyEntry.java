package pl.kujawskopomorskie.ngo.events.after;

import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a question.
 *
 * @param kind how it is answered
 * @param label the question
 * @param choices of a choice, one a line
 * @param required whether no sheet is taken without an answer
 */
public record SurveyEntry(SurveyQuestion.Kind kind, String label, String choices, boolean required) {

    private static final int MOST_CHOICES = 20;

    /** What is wrong with it by itself. */
    FormErrors check() {
        var listed = with(0, 1).choiceList();
        return FormErrors.none()
                .unless(!label.isEmpty(), "label", "events.question.label.missing")
                .unless(Typed.length(label) <= 300, "label", "forms.tooLong", 300)
                .unless(Typed.length(choices) <= 2000, "choices", "forms.tooLong", 2000)
                .unless(!kind.listed() || listed.size() >= 2, "choices", "events.question.choices.few")
                .unless(
                        !kind.listed() || listed.size() <= MOST_CHOICES,
                        "choices",
                        "events.survey.choices.many",
                        MOST_CHOICES)
                .unless(
                        listed.stream().distinct().count() == listed.size(),
                        "choices",
                        "events.question.choices.twice");
    }

    /** A new question of an event's survey that states this. */
    SurveyQuestion with(long eventId, int position) {
        return new SurveyQuestion(null, eventId, position, kind, label, kind.listed() ? choices : "", required);
    }
}
