package pl.kujawskopomorskie.ngo.indicators;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an indicator is to reach. */
public sealed interface Target {

    /** The target in the programme's words. */
    String text();

    /** The number that a year's value is held against, for drawing it as a line; 0 for none. */
    int line();

    /**
     * So many a year on the average of the programme's years.
     *
     * @param text in the programme's words
     * @param value the least average
     */
    record AveragePerYearAtLeast(String text, int value) implements Target {

        @Override
        public int line() {
            return value;
        }

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
     * So many in every single year of the programme. A year that is over and fell short cannot be made up for by another one; the
     * year that is not over is only told beside.
     *
     * @param text in the programme's words
     * @param value the least number of a year
     */
    record PerYearAtLeast(String text, int value) implements Target {

        @Override
        public int line() {
            return value;
        }

        /**
         * Where the indicator stands.
         *
         * @param firstYear of the programme
         * @param lastYear of the programme
         * @param currentYear the year it is
         * @param counts by year; a missing year counts nothing
         */
        public Standing standing(int firstYear, int lastYear, int currentYear, Map<Integer, Integer> counts) {
            var lastOver = Math.min(lastYear, currentYear - 1);
            var current = currentYear < firstYear || currentYear > lastYear
                    ? null
                    : new Standing.Year(currentYear, counts.getOrDefault(currentYear, 0));
            if (lastOver < firstYear) {
                return new Standing.FirstYear(current, value);
            }
            var missed = IntStream.rangeClosed(firstYear, lastOver)
                    .filter(year -> counts.getOrDefault(year, 0) < value)
                    .boxed()
                    .toList();
            return missed.isEmpty()
                    ? new Standing.MetEveryYear(firstYear, lastOver, current, value)
                    : new Standing.MissedYears(firstYear, lastOver, missed, current, value);
        }
    }

    /**
     * So many in all, at one time. Of the teams of action 2.3 the programme wants five, not five a year and not five founded: a team
     * that works for three years is one team in each of them, and one that ended is none any more. So the number is that of the
     * newest year of the programme, the current one while it lasts and the last one afterwards, and is never a sum over years.
     * Reached in that year it is met. While the programme lasts, fewer are on the way, because the number is due at its end;
     * fewer in its last year, when that is over, are behind.
     *
     * @param text in the programme's words
     * @param value the least number
     */
    record TotalAtLeast(String text, int value) implements Target {

        @Override
        public int line() {
            return value;
        }

        /**
         * Where the indicator stands.
         *
         * @param firstYear of the programme
         * @param lastYear of the programme
         * @param currentYear the year it is
         * @param counts by year; a missing year counts nothing
         */
        public Standing standing(int firstYear, int lastYear, int currentYear, Map<Integer, Integer> counts) {
            var newest = Math.max(firstYear, Math.min(lastYear, currentYear));
            var reached = new Standing.Year(newest, counts.getOrDefault(newest, 0));
            if (reached.count() >= value) {
                return new Standing.MetInAll(reached, value);
            }
            return currentYear <= lastYear
                    ? new Standing.ToComeInAll(reached, lastYear, value)
                    : new Standing.ShortInAll(reached, value);
        }
    }

    /**
     * A target of an indicator that nothing measures yet, and that nothing judges therefore.
     *
     * @param text in the programme's words
     */
    record NotJudged(String text) implements Target {

        @Override
        public int line() {
            return 0;
        }
    }

    /**
     * Where an indicator stands against this target, or null where it is not judged.
     *
     * @param firstYear of the programme
     * @param lastYear of the programme
     * @param currentYear the year it is
     * @param counts by year; a missing year counts nothing
     */
    default @Nullable Standing judged(int firstYear, int lastYear, int currentYear, Map<Integer, Integer> counts) {
        return switch (this) {
            case AveragePerYearAtLeast average -> average.standing(firstYear, lastYear, currentYear, counts);
            case PerYearAtLeast perYear -> perYear.standing(firstYear, lastYear, currentYear, counts);
            case TotalAtLeast total -> total.standing(firstYear, lastYear, currentYear, counts);
            case NotJudged notJudged -> null;
        };
    }
}
