package pl.kujawskopomorskie.ngo.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that measures an indicator by what the portal knows. Its number for a year is the size of its list for that year,
 * so that every number can be opened.
 */
public interface Measure {

    /** The name by which the programme's actions ask for the rule. */
    String name();

    /** Key of the sentence that explains the rule: what counts, in which year, what does not. */
    String sentenceKey();

    /** Key of the words that say what the date of a thing is; they take the date as their one argument. */
    String dateKey();

    /** How many things there are in each year from one to another, in one query; a year without any may be missing. */
    Map<Integer, Integer> counts(int firstYear, int lastYear);

    /** The things of a year, by date. */
    List<Thing> list(int year);

    /** What is told beside the numbers of the years from one to another without being counted, in one query; null when nothing is. */
    default @Nullable Beside beside(int firstYear, int lastYear) {
        return null;
    }

    /**
     * What is told beside the numbers of an indicator.
     *
     * @param key of the words, which take the number
     * @param link to the list behind it, to which the year is added
     * @param byYear the number of each year; nothing is told of a year with zero or without one
     */
    record Beside(String key, String link, Map<Integer, BigDecimal> byYear) {

        public Beside {
            byYear = Map.copyOf(byYear);
        }
    }

    /**
     * Something that counts.
     *
     * @param title its name, in Polish; null of what counts without being shown
     * @param link where it is on the portal, or null then too
     * @param date that decides in which year it counts
     * @param told numbers that belong to it
     */
    record Thing(@Nullable String title, @Nullable String link, LocalDate date, List<Told> told) {

        public Thing {
            told = List.copyOf(told);
        }

        /** Something without numbers of its own. */
        public Thing(@Nullable String title, @Nullable String link, LocalDate date) {
            this(title, link, date, List.of());
        }
    }

    /**
     * A number that belongs to something that counts.
     *
     * @param key of the words, which take the number
     * @param number how many
     */
    record Told(String key, int number) {}
}
