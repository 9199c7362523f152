package pl.kujawskopomorskie.ngo.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.CooperationProgramme.Action;
import pl.kujawskopomorskie.ngo.indicators.Measure;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers.Values;

/**
 * The list behind a number.
 *
 * @param number of the action
 * @param name of the action, in the programme's words
 * @param indicator what is counted
 * @param year whose list it is
 * @param years to choose from, with their numbers
 * @param sentenceKey key of the sentence that explains the rule
 * @param dateKey key of the words around a thing's date
 * @param things what is counted
 * @param beside what is told beside the number, or null
 */
record ListPage(
        String number,
        String name,
        String indicator,
        YearValue year,
        List<YearValue> years,
        String sentenceKey,
        String dateKey,
        List<Measure.Thing> things,
        @Nullable BesideYear beside) {

    /** The year that an address asks for, the latest when it asks for none; null when there is no such year. */
    static @Nullable Integer year(@Nullable String asked, Values values) {
        if (asked == null || asked.isEmpty()) {
            return values.byYear().lastKey();
        }
        return values.byYear().keySet().stream()
                .filter(year -> year.toString().equals(asked))
                .findFirst()
                .orElse(null);
    }

    static ListPage from(Action action, Measure measure, Values values, int year) {
        var years = YearValue.all(values);
        var things = measure.list(year);
        return new ListPage(
                action.number(),
                action.name(),
                action.indicator(),
                // Counted from the list itself: something may have closed since the years were counted.
                new YearValue(Integer.toString(year), things.size(), year >= values.currentYear()),
                years,
                measure.sentenceKey(),
                measure.dateKey(),
                things,
                BesideYear.of(values.beside(), Integer.toString(year)));
    }
}
