package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the organisers of an event ask of everybody who registers.
 *
 * @param id key of the row, null before it is saved
 * @param eventId of which event
 * @param position on the form, from 1
 * @param kind how it is answered
 * @param label the question
 * @param choices of a choice, one a line
 * @param required whether nobody registers without an answer
 */
@MappedEntity("event_question")
public record Question(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        int position,
        Kind kind,
        String label,
        String choices,
        boolean required) {

    /** Most characters of an answer. */
    public static final int LONGEST_ANSWER = 2000;

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Question " + position + " has not been saved");
        }
        return id;
    }

    /** What can be chosen. */
    @Transient
    public List<String> choiceList() {
        return choices.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Follows from what it says, so that a form can tell whether it was changed since. */
    @Transient
    public String fingerprint() {
        return Integer.toHexString((kind.name() + '\n' + required + '\n' + label + '\n' + choices).hashCode());
    }

    /** How a question is answered. */
    public enum Kind {
        /** In words. */
        TEXT,
        /** By one of the choices. */
        CHOICE,
        /** By yes or no. */
        YES_NO
    }
}
