package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question of a survey.
 *
 * @param id key of the row, null before it is saved
 * @param eventId after which event it is asked
 * @param position from 1
 * @param kind how it is answered
 * @param label the question
 * @param choices of a choice, one a line
 * @param required whether no sheet is taken without an answer
 */
@MappedEntity("survey_question")
public record SurveyQuestion(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        int position,
        Kind kind,
        String label,
        String choices,
        boolean required) {

    /** The best mark of a scale, whose worst is 1. */
    public static final int BEST = 5;

    /** Most characters of an answer in words. */
    public static final int LONGEST_ANSWER = 2000;

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Question " + position + " has not been saved");
        }
        return id;
    }

    /** The name of its field in the form. */
    @Transient
    public String field() {
        return "q" + key();
    }

    /** What can be chosen, in order; the marks of a scale. */
    @Transient
    public List<String> choiceList() {
        return switch (kind) {
            case SCALE ->
                IntStream.rangeClosed(1, BEST).mapToObj(String::valueOf).toList();
            case ONE, MANY ->
                choices.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
            case TEXT -> List.of();
        };
    }

    /** Follows from what it says, so that a form can tell whether it was changed since. */
    @Transient
    public String fingerprint() {
        return Integer.toHexString((kind.name() + '\n' + required + '\n' + label + '\n' + choices).hashCode());
    }

    /** How a question is answered. */
    public enum Kind {
        /** By a mark from 1 to 5. */
        SCALE,
        /** By one of the choices. */
        ONE,
        /** By as many of the choices as one likes. */
        MANY,
        /** In words. */
        TEXT;

        /** Whether something is to be chosen from what the clerk lists. */
        public boolean listed() {
            return this == ONE || this == MANY;
        }
    }
}
