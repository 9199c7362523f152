package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has typed into the form of an answer and not saved yet. Nobody else ever sees it.
 *
 * @param position chosen, or null
 * @param rationale as typed
 * @param changedUnit address of the chosen unit, or empty
 * @param wholeGroup whether all remarks of the group were to be answered so
 * @param revision of the answer on which it was typed, or {@link AnswerEntry#NONE_READ}
 * @param keptAt when it was kept last
 */
@Introspected
public record UnsavedAnswer(
        Answer.@Nullable Position position,
        String rationale,
        String changedUnit,
        boolean wholeGroup,
        int revision,
        Instant keptAt) {}
