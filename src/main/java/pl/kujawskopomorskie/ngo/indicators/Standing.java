package pl.kujawskopomorskie.ngo.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an indicator stands against its target, with the figures that say why. */
public sealed interface Standing {

    /** The years that are over reach the target, which wants an average of so many. */
    record Met(Average over, int wanted) implements Standing {}

    /** They do not, but with what the current year has already they would. */
    record OnTheWay(Average over, Average withCurrent, int wanted) implements Standing {}

    /** No year of the programme is over. */
    record TooEarly() implements Standing {}

    /** The years that are over fall short. */
    record Behind(Average over, int wanted) implements Standing {}

    /**
     * So many are wanted in every year, and no year of the programme is over.
     *
     * @param current the first year with what it has already, or null before the programme begins
     * @param wanted in a year
     */
    record FirstYear(@Nullable Year current, int wanted) implements Standing {}

    /**
     * Every year that is over has as many as are wanted in each.
     *
     * @param from first year of the programme
     * @param to last one that is over
     * @param current the year that is not over with what it has already, or null after the programme
     * @param wanted in a year
     */
    record MetEveryYear(int from, int to, @Nullable Year current, int wanted) implements Standing {}

    /**
     * Some years that are over have fewer than are wanted in each.
     *
     * @param from first year of the programme
     * @param to last one that is over
     * @param missed those that have fewer, in order
     * @param current the year that is not over with what it has already, or null after the programme
     * @param wanted in a year
     */
    record MissedYears(
            int from,
            int to,
            List<Integer> missed,
            @Nullable Year current,
            int wanted) implements Standing {

        public MissedYears {
            missed = List.copyOf(missed);
        }

        /** How many years are over. */
        public int years() {
            return to - from + 1;
        }
    }

    /** So many are wanted in all, and the newest year of the programme has them. */
    record MetInAll(Year newest, int wanted) implements Standing {}

    /** It has fewer, and the programme lasts until the end of a year. */
    record ToComeInAll(Year newest, int lastYear, int wanted) implements Standing {}

    /** It has fewer, and the programme is over. */
    record ShortInAll(Year newest, int wanted) implements Standing {}

    /**
     * A year and how many it has.
     *
     * @param year of the calendar
     * @param count how many
     */
    record Year(int year, int count) {}
}
