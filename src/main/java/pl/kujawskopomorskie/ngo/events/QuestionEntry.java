package pl.kujawskopomorskie.ngo.events;

import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a question.
 *
 * @param kind how it is answered
 * @param label the question
 * @param choices of a choice, one a line
 * @param required whether nobody registers without an answer
 */
public record QuestionEntry(Question.Kind kind, String label, String choices, boolean required) {

    /** What is wrong with it by itself. */
    FormErrors check() {
        var listed = with(0, 1).choiceList();
        return FormErrors.none()
                .unless(!label.isEmpty(), "label", "events.question.label.missing")
                .unless(Typed.length(label) <= 300, "label", "forms.tooLong", 300)
                .unless(Typed.length(choices) <= 2000, "choices", "forms.tooLong", 2000)
                .unless(kind != Question.Kind.CHOICE || listed.size() >= 2, "choices", "events.question.choices.few")
                .unless(
                        listed.stream().distinct().count() == listed.size(),
                        "choices",
                        "events.question.choices.twice");
    }

    /** A new question of an event that states this. */
    Question with(long eventId, int position) {
        return new Question(
                null, eventId, position, kind, label, kind == Question.Kind.CHOICE ? choices : "", required);
    }
}
