package pl.kujawskopomorskie.ngo.events.after;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a sheet was read as.
 *
 * @param answers what was answered; nothing where a question was left out
 * @param errors what is to be mended
 */
record SurveyAnswers(List<SurveySheets.Answer> answers, FormErrors errors) {

    SurveyAnswers {
        answers = List.copyOf(answers);
    }

    /** Reads the fields of a form; what no field of it can hold counts as not answered. */
    static SurveyAnswers read(List<SurveyQuestion> questions, Map<String, String> typed) {
        var answers = new ArrayList<SurveySheets.Answer>();
        var errors = FormErrors.none();
        for (var question : questions) {
            var before = answers.size();
            switch (question.kind()) {
                case SCALE, ONE -> {
                    var chosen = number(typed.get(question.field()));
                    if (chosen >= 1 && chosen <= question.choiceList().size()) {
                        answers.add(new SurveySheets.Answer(question.key(), chosen, ""));
                    }
                }
                case MANY -> {
                    for (var choice = 1; choice <= question.choiceList().size(); choice++) {
                        if ("true".equals(typed.get(question.field() + "-" + choice))) {
                            answers.add(new SurveySheets.Answer(question.key(), choice, ""));
                        }
                    }
                }
                case TEXT -> {
                    var words = Typed.text(typed.get(question.field()));
                    errors = errors.unless(
                            Typed.length(words) <= SurveyQuestion.LONGEST_ANSWER,
                            question.field(),
                            "forms.tooLong",
                            SurveyQuestion.LONGEST_ANSWER);
                    if (!words.isEmpty()) {
                        answers.add(new SurveySheets.Answer(question.key(), 0, words));
                    }
                }
            }
            errors = errors.unless(
                    !question.required() || answers.size() > before,
                    question.field(),
                    question.kind() == SurveyQuestion.Kind.TEXT
                            ? "events.register.answer.missing"
                            : "events.survey.answer.missing");
        }
        return new SurveyAnswers(
                answers, errors.unless(!answers.isEmpty(), FormErrors.WHOLE_FORM, "events.survey.empty"));
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
