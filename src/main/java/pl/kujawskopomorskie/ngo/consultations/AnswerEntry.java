package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What an officer states in answer to a remark.
 *
 * @param position what the office does with the remark; may be missing in a draft
 * @param rationale why; may be empty in a draft
 * @param changedUnit address of the unit of the newest version that the remark changed, or empty
 * @param revision of the answer that the person read, or {@link #NONE_READ}
 * @param wholeGroup whether all like remarks of the group are answered so
 */
public record AnswerEntry(
        Answer.@Nullable Position position, String rationale, String changedUnit, int revision, boolean wholeGroup) {

    /** Most characters of a rationale. */
    public static final int LONGEST_RATIONALE = 20_000;

    /** In place of a revision: there was no answer yet. */
    public static final int NONE_READ = -1;

    /** What keeps this from being kept, or from being reviewed. */
    FormErrors check(boolean forReview) {
        return FormErrors.none()
                .unless(!forReview || position != null, "position", "answers.position.missing")
                .unless(!forReview || !rationale.isBlank(), "rationale", "answers.rationale.missing")
                .unless(Typed.length(rationale) <= LONGEST_RATIONALE, "rationale", "forms.tooLong", LONGEST_RATIONALE);
    }

    /** Whether this is what the person read, so that nobody's words are overwritten unseen. */
    boolean isReadFrom(@Nullable Answer answer) {
        return revision == (answer == null ? NONE_READ : answer.revision());
    }
}
