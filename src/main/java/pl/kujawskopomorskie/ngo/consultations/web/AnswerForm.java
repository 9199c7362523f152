package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.AnswerEntry;
import pl.kujawskopomorskie.ngo.consultations.UnsavedAnswer;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** What an officer typed into the forms of one remark: the answer, its review, what to hide. */
@Introspected
@Serdeable
record AnswerForm(
        @Nullable String position,
        @Nullable String rationale,
        @Nullable String changedUnit,
        @Nullable String revision,
        @Nullable String wholeGroup,
        @Nullable String action,
        @Nullable String returnReason,
        @Nullable String hiddenField,
        @Nullable String hiddenText,
        @Nullable String hideReason) {

    static AnswerForm of(@Nullable Answer answer, @Nullable String changedUnit, boolean inGroup) {
        return new AnswerForm(
                answer == null || answer.position() == null
                        ? ""
                        : answer.position().name(),
                answer == null ? "" : answer.rationale(),
                changedUnit == null ? "" : changedUnit,
                Integer.toString(answer == null ? AnswerEntry.NONE_READ : answer.revision()),
                inGroup ? "true" : "",
                "",
                "",
                "",
                "",
                "");
    }

    static AnswerForm of(UnsavedAnswer kept, boolean inGroup) {
        var position = kept.position();
        return new AnswerForm(
                position == null ? "" : position.name(),
                kept.rationale(),
                kept.changedUnit(),
                Integer.toString(kept.revision()),
                inGroup && kept.wholeGroup() ? "true" : "",
                "",
                "",
                "",
                "",
                "");
    }

    AnswerEntry entry() {
        return new AnswerEntry(
                Arrays.stream(Answer.Position.values())
                        .filter(one -> one.name().equals(position))
                        .findFirst()
                        .orElse(null),
                Typed.text(rationale),
                Typed.line(changedUnit),
                revisionNumber(),
                "true".equals(wholeGroup));
    }

    /** The revision of the answer that the page showed; what is no number was never shown. */
    int revisionNumber() {
        return revision != null && revision.matches("-1|[0-9]{1,9}") ? Integer.parseInt(revision) : -2;
    }

    /** The same, to be sent again on top of what is there now; a form without an answer in it leaves that as it is. */
    AnswerForm onTopOf(AnswerForm now) {
        var hasAnswer = rationale != null;
        return new AnswerForm(
                hasAnswer ? position : now.position,
                hasAnswer ? rationale : now.rationale,
                hasAnswer ? changedUnit : now.changedUnit,
                now.revision,
                hasAnswer ? wholeGroup : now.wholeGroup,
                action,
                returnReason,
                hiddenField,
                hiddenText,
                hideReason);
    }
}
