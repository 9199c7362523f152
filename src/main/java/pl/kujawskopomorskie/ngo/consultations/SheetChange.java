package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a sheet states.
 *
 * @param number of the remark
 * @param revision of the answer that it replaces, or {@link AnswerEntry#NONE_READ}
 * @param position or null
 * @param answer its rationale; null stands for none
 */
@Serdeable
public record SheetChange(
        int number,
        int revision,
        Answer.@Nullable Position position,
        @Nullable String answer) {

    AnswerEntry entry() {
        return new AnswerEntry(position, answer == null ? "" : answer, "", revision, false);
    }
}
