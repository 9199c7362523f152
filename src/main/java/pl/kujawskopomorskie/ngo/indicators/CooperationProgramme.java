package pl.kujawskopomorskie.ngo.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A multi-year cooperation programme, in the words of the resolution.
 *
 * @param name of the programme
 * @param from first year
 * @param to last year
 * @param mainGoal what it is all for
 * @param goals the specific goals
 */
public record CooperationProgramme(String name, int from, int to, String mainGoal, List<SpecificGoal> goals) {

    public CooperationProgramme {
        goals = List.copyOf(goals);
    }

    /** All actions, in the order of the resolution. */
    public Stream<Action> actions() {
        return goals.stream().flatMap(goal -> goal.actions().stream());
    }

    /** The action of a number. */
    public Optional<Action> action(String number) {
        return actions().filter(action -> action.number().equals(number)).findFirst();
    }

    /**
     * A specific goal.
     *
     * @param number in the programme
     * @param name in its words
     * @param actions that serve it
     */
    public record SpecificGoal(int number, String name, List<Action> actions) {

        public SpecificGoal {
            actions = List.copyOf(actions);
        }
    }

    /**
     * An action with its one indicator.
     *
     * @param number such as {@code 2.1}
     * @param name in the programme's words
     * @param indicator what is counted, in its words
     * @param target what is to be reached
     * @param measure name of the {@link Measure} that counts it, or null when it is entered by hand
     */
    public record Action(
            String number,
            String name,
            String indicator,
            Target target,
            @Nullable String measure) {}
}
