package pl.kujawskopomorskie.ngo.indicators.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.indicators.Measure;

/**
 * What is told beside the number of a year.
 *
 * @param key of the words
 * @param number that they take
 * @param link to the list behind it
 */
record BesideYear(String key, BigDecimal number, String link) {

    /** What is told beside one year, or null when there is nothing to tell. */
    static @Nullable BesideYear of(Measure.@Nullable Beside beside, String year) {
        var number = beside == null ? null : beside.byYear().get(Integer.valueOf(year));
        return beside == null || number == null || number.signum() == 0
                ? null
                : new BesideYear(beside.key(), number, beside.link() + year);
    }
}
