package pl.kujawskopomorskie.ngo.indicators.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.CooperationProgramme;
import pl.kujawskopomorskie.ngo.indicators.CooperationProgramme.Action;
import pl.kujawskopomorskie.ngo.indicators.Measure;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers.Values;

/**
 * The programme in numbers.
 *
 * @param name of the programme
 * @param span its years
 * @param mainGoal in its words
 * @param goals with their actions
 */
record ProgrammePage(String name, String span, String mainGoal, List<GoalPart> goals) {

    static ProgrammePage from(CooperationProgramme programme, Map<String, Values> measured) {
        return new ProgrammePage(
                programme.name(),
                StandingWords.span(programme.from(), programme.to()),
                programme.mainGoal(),
                programme.goals().stream()
                        .map(goal -> new GoalPart(
                                goal.number(),
                                goal.name(),
                                goal.actions().stream()
                                        .map(action -> ActionPart.from(action, measured.get(action.number())))
                                        .toList()))
                        .toList());
    }

    /**
     * A specific goal.
     *
     * @param number in the programme
     * @param name in its words
     * @param actions that serve it
     */
    record GoalPart(int number, String name, List<ActionPart> actions) {}

    /**
     * An action.
     *
     * @param number such as {@code 2.1}
     * @param anchor its id on the page
     * @param name in the programme's words
     * @param indicator what is counted
     * @param target what is to be reached, in the programme's words
     * @param measured its values, or null when nothing measures it yet
     */
    record ActionPart(
            String number,
            String anchor,
            String name,
            String indicator,
            String target,
            @Nullable Measured measured) {

        static ActionPart from(Action action, @Nullable Values values) {
            return new ActionPart(
                    action.number(),
                    "dzialanie-" + action.number().replace('.', '-'),
                    action.name(),
                    action.indicator(),
                    action.target().text(),
                    values == null ? null : Measured.from(action, values));
        }
    }

    /**
     * What is known of an indicator.
     *
     * @param years its values by year
     * @param span of these years
     * @param standing against its target, or null where that is not judged
     * @param chart the same values drawn
     * @param besides what is told beside them, or null
     */
    record Measured(
            List<YearValue> years,
            String span,
            @Nullable StandingWords standing,
            BarChart chart,
            Measure.@Nullable Beside besides) {

        static Measured from(Action action, Values values) {
            var standing = values.standing();
            return new Measured(
                    YearValue.all(values),
                    StandingWords.span(
                            values.byYear().firstKey(), values.byYear().lastKey()),
                    standing == null ? null : StandingWords.of(standing),
                    BarChart.of(values, action.target()),
                    values.beside());
        }

        /** What is told beside one year, or null. */
        public @Nullable BesideYear beside(String year) {
            return BesideYear.of(besides, year);
        }
    }
}
