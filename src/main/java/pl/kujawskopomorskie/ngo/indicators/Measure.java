package pl.kujawskopomorskie.ngo.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

    /**
     * Something that counts.
     *
     * @param title its name, in Polish
     * @param link where it is on the portal
     * @param date that decides in which year it counts
     */
    record Thing(String title, String link, LocalDate date) {}
}
