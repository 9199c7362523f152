package pl.kujawskopomorskie.ngo.indicators;

import java.util.Map;

/** What an indicator is to reach. */
public sealed interface Target {

    /** The target in the programme's words. */
    String text();

    /**
     * So many a year on the average of the programme's years.
     *
     * @param text in the programme's words
     * @param value the least average
     */
    record AveragePerYearAtLeast(String text, int value) implements Target {

        /**
         * Where the indicator stands. Only years that are over are averaged; the current one can help, never harm.
         *
         * @param firstYear of the programme
         * @param lastYear of the programme
         * @param currentYear the year it is
         * @param counts by year; a missing year counts nothing
         */
        public Standing standing(int firstYear, int lastYear, int currentYear, Map<Integer, Integer> counts) {
            var lastOver = Math.min(lastYear, currentYear - 1);
            if (lastOver < firstYear) {
                return new Standing.TooEarly();
            }
            var over = Average.of(firstYear, lastOver, counts);
            if (over.isAtLeast(value)) {
                return new Standing.Met(over, value);
            }
            if (currentYear <= lastYear) {
                var withCurrent = Average.of(firstYear, currentYear, counts);
                if (withCurrent.isAtLeast(value)) {
                    return new Standing.OnTheWay(over, withCurrent, value);
                }
            }
            return new Standing.Behind(over, value);
        }
    }

    /**
     * A target of an indicator that nothing measures yet, and that nothing judges therefore.
     *
     * @param text in the programme's words
     */
    record NotJudged(String text) implements Target {}
}
