package pl.kujawskopomorskie.ngo.events.advisory.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.events.advisory.AdviceFilter;
import pl.kujawskopomorskie.ngo.events.advisory.Advices;
import pl.kujawskopomorskie.ngo.events.advisory.Adviser;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * Advice that was given, as the office lists it.
 *
 * @param filter what was asked for
 * @param rows of this page
 * @param total of all pages
 * @param subjects the same for each subject
 * @param number of this page, from 1
 * @param pages how many there are, at least one
 * @param years to choose from
 * @param advisers to choose from
 * @param mayRun whether the reader may write
 */
record AdviceDeskPage(
        AdviceFilter filter,
        List<Advices.Listed> rows,
        Advices.Total total,
        List<Advices.OfSubject> subjects,
        int number,
        int pages,
        List<Integer> years,
        List<Adviser> advisers,
        boolean mayRun) {

    AdviceDeskPage {
        rows = List.copyOf(rows);
        subjects = List.copyOf(subjects);
        years = List.copyOf(years);
        advisers = List.copyOf(advisers);
    }

    public List<Choice> yearChoices() {
        return Stream.concat(years.stream(), Stream.of(filter.year()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> Choice.named(year.toString(), year.toString()))
                .toList();
    }

    public List<Choice> people() {
        return SlotsDeskPage.adviserChoices(advisers);
    }

    public List<Choice> subjectChoices() {
        return AdvisoryPage.subjectChoices();
    }

    /** The adviser as the address has it. */
    public String adviserText() {
        return filter.adviserId() == 0 ? "" : Long.toString(filter.adviserId());
    }

    /** What the addresses of files end with. */
    public String query() {
        return "?rok=" + filter.year() + "&doradca=" + adviserText() + "&temat=" + filter.subjectName();
    }
}
