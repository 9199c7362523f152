package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.after.SurveyEntry;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;

/** The small forms of what comes after an event. */
final class AfterForms {

    private AfterForms() {}

    /** How long people are kept. */
    @Introspected
    @Serdeable
    record Keeping(@Nullable String keptYears) {}

    /** The right name, and why. */
    @Introspected
    @Serdeable
    record Correction(@Nullable String name, @Nullable String reason) {}

    /** Why a certificate is taken back. */
    @Introspected
    @Serdeable
    record Revocation(@Nullable String revokeReason) {}

    /** Why a certificate is issued anew. */
    @Introspected
    @Serdeable
    record Reissue(@Nullable String reissueReason) {}

    /** Whether a survey begins with the usual questions. */
    @Introspected
    @Serdeable
    record Begin(@Nullable String usual) {}

    /** What is said above a survey's questions, and how long it is open. */
    @Introspected
    @Serdeable
    record Rules(@Nullable String intro, @Nullable String openDays) {}

    /** A question of a survey. */
    @Introspected
    @Serdeable
    record Asking(
            @Nullable String kind,
            @Nullable String label,
            @Nullable String choices,
            @Nullable String required,
            @Nullable String before) {

        static Asking fresh() {
            return new Asking(SurveyQuestion.Kind.SCALE.name(), "", "", "", "");
        }

        static Asking of(SurveyQuestion question) {
            return new Asking(
                    question.kind().name(),
                    question.label(),
                    question.choices(),
                    Boolean.toString(question.required()),
                    question.fingerprint());
        }

        SurveyEntry read() {
            return new SurveyEntry(
                    Arrays.stream(SurveyQuestion.Kind.values())
                            .filter(each -> each.name().equals(kind))
                            .findFirst()
                            .orElse(SurveyQuestion.Kind.TEXT),
                    Typed.line(label),
                    Typed.text(choices),
                    EventForm.isTicked(required));
        }

        /** This form, to be sent once more on top of what somebody else saved. */
        Asking over(SurveyQuestion saved) {
            return new Asking(kind, label, choices, required, saved.fingerprint());
        }

        /** Fields in which this differs from what is saved. */
        List<Difference> against(Asking saved) {
            var found = new ArrayList<Difference>();
            Difference.of(found, "events.question.label", saved.label, label);
            Difference.of(found, "events.question.kind", saved.kind, kind, "events.surveyKind.");
            Difference.of(found, "events.question.choices", saved.choices, choices);
            Difference.ofBox(found, "events.question.required", saved.required, required);
            return found;
        }
    }
}
