package pl.kujawskopomorskie.ngo.indicators;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.CooperationProgramme.Action;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** The programme with what is measured of it. One query for each measured indicator, and one for what
 * is told beside it, whatever the number of things. */
@Singleton
public class ProgrammeInNumbers {

    private final CooperationProgramme programme;
    private final Map<String, Measure> measures;
    private final Clock clock;

    ProgrammeInNumbers(CooperationProgramme programme, List<Measure> measures, Clock clock) {
        this.programme = programme;
        this.measures = measures.stream().collect(Collectors.toMap(Measure::name, Function.identity()));
        this.clock = clock;
    }

    /** The programme's words. */
    public CooperationProgramme programme() {
        return programme;
    }

    /** The values of every indicator that something measures, by the number of its action. */
    public Map<String, Values> all() {
        var all = new LinkedHashMap<String, Values>();
        programme
                .actions()
                .forEach(action ->
                        measure(action).ifPresent(measure -> all.put(action.number(), values(action, measure))));
        return all;
    }

    /** The rule that measures an indicator, if there is one. */
    public Optional<Measure> measure(Action action) {
        return Optional.ofNullable(action.measure()).map(measures::get);
    }

    /** The values that a rule gives an indicator. */
    public Values values(Action action, Measure measure) {
        var currentYear = OfficeTime.today(clock).getYear();
        var lastYear = Math.max(programme.from(), currentYear);
        var counts = measure.counts(programme.from(), lastYear);
        var byYear = new TreeMap<Integer, Integer>();
        for (var year = programme.from(); year <= lastYear; year++) {
            byYear.put(year, counts.getOrDefault(year, 0));
        }
        return new Values(
                byYear,
                currentYear,
                action.target().judged(programme.from(), programme.to(), currentYear, byYear),
                measure.beside(programme.from(), lastYear));
    }

    /**
     * What is known of an indicator.
     *
     * @param byYear its number in each year, from the programme's first to the current one
     * @param currentYear the year that is not over
     * @param standing against its target, or null where the target is not judged
     * @param beside what is told beside the numbers, or null
     */
    public record Values(
            SortedMap<Integer, Integer> byYear,
            int currentYear,
            @Nullable Standing standing,
            Measure.@Nullable Beside beside) {}
}
