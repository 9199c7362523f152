package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.QuestionEntry;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;

/** What a clerk types of a question. */
@Introspected
@Serdeable
record QuestionForm(
        @Nullable String kind,
        @Nullable String label,
        @Nullable String choices,
        @Nullable String required,
        @Nullable String before,
        @Nullable String agreed) {

    static QuestionForm fresh() {
        return new QuestionForm(Question.Kind.TEXT.name(), "", "", "", "", "");
    }

    static QuestionForm of(Question question) {
        return new QuestionForm(
                question.kind().name(),
                question.label(),
                question.choices(),
                Boolean.toString(question.required()),
                question.fingerprint(),
                "");
    }

    QuestionEntry read() {
        return new QuestionEntry(
                Arrays.stream(Question.Kind.values())
                        .filter(each -> each.name().equals(kind))
                        .findFirst()
                        .orElse(Question.Kind.TEXT),
                Typed.line(label),
                Typed.text(choices),
                EventForm.isTicked(required));
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    QuestionForm over(Question saved) {
        return new QuestionForm(kind, label, choices, required, saved.fingerprint(), "");
    }

    /** What the clerk agreed to before they sent the form again, or empty. */
    String agreement() {
        return Typed.line(agreed);
    }

    /** This form, to be sent once more by who means it. */
    QuestionForm agreeing(String agreement) {
        return new QuestionForm(kind, label, choices, required, before, agreement);
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(QuestionForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.question.label", saved.label, label);
        Difference.of(found, "events.question.kind", saved.kind, kind, "events.questionKind.");
        Difference.of(found, "events.question.choices", saved.choices, choices);
        Difference.ofBox(found, "events.question.required", saved.required, required);
        return found;
    }
}
