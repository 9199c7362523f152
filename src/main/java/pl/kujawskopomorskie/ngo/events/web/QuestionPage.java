package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a question.
 *
 * @param event that it belongs to
 * @param question as saved, or null for a new one
 * @param form as typed
 * @param errors in it
 * @param differences from what somebody else saved meanwhile
 */
record QuestionPage(
        Event event, @Nullable Question question, QuestionForm form, FormErrors errors, List<Difference> differences) {

    static QuestionPage of(Event event, @Nullable Question question, QuestionForm form, FormErrors errors) {
        return new QuestionPage(event, question, form, errors, List.of());
    }

    QuestionPage against(List<Difference> found) {
        return new QuestionPage(event, question, form, errors, found);
    }

    /** Whether the next click changes the words under which answers stand. */
    public boolean rewords() {
        return !form.agreement().isEmpty();
    }

    public List<Choice> kinds() {
        return Arrays.stream(Question.Kind.values())
                .map(kind -> Choice.keyed(kind.name(), "events.questionKind." + kind.name()))
                .toList();
    }

    /** Where it is sent. */
    public String action() {
        return desk() + "/pytania/" + (question == null ? "nowe" : question.key());
    }

    /** The event's desk. */
    public String desk() {
        return DeskAnswers.EVENTS + "/" + event.slug();
    }
}
