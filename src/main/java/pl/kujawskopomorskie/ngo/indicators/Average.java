package pl.kujawskopomorskie.ngo.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many things a year there were, on the average of some years.
 *
 * @param from first year
 * @param to last year
 * @param total of all these years
 */
public record Average(int from, int to, int total) {

    static Average of(int from, int to, Map<Integer, Integer> counts) {
        return new Average(
                from,
                to,
                IntStream.rangeClosed(from, to)
                        .map(year -> counts.getOrDefault(year, 0))
                        .sum());
    }

    /** How many years are averaged. */
    public int years() {
        return to - from + 1;
    }

    /** The average for reading, to two decimals; rounded down, so that it never claims a target that was missed. */
    public BigDecimal value() {
        return BigDecimal.valueOf(total).divide(BigDecimal.valueOf(years()), 2, RoundingMode.DOWN);
    }

    /** Whether the exact average is no less. */
    boolean isAtLeast(int least) {
        return total >= least * years();
    }
}
