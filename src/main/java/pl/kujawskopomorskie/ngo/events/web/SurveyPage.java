package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.events.after.Answering;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * A survey to be filled in.
 *
 * @param link of the person
 * @param open what is asked
 * @param typed by field, so far
 */
record SurveyPage(String link, Answering.Open open, Map<String, String> typed) {

    /** What was typed in a field, possibly nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What can be chosen. */
    public List<Choice> choices(SurveyQuestion question) {
        var words = question.choiceList();
        return IntStream.rangeClosed(1, words.size())
                .mapToObj(number -> question.kind() == SurveyQuestion.Kind.SCALE
                        ? Choice.keyed(String.valueOf(number), "events.survey.mark." + number)
                        : Choice.named(String.valueOf(number), words.get(number - 1)))
                .toList();
    }
}
