package pl.kujawskopomorskie.ngo.indicators.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.indicators.ProgrammeInNumbers.Values;

/**
 * The value of a year.
 *
 * @param year as shown
 * @param value how many
 * @param unfinished whether the year is not over
 */
record YearValue(String year, int value, boolean unfinished) {

    static List<YearValue> all(Values values) {
        return values.byYear().entrySet().stream()
                .map(entry -> new YearValue(
                        entry.getKey().toString(), entry.getValue(), entry.getKey() >= values.currentYear()))
                .toList();
    }
}
