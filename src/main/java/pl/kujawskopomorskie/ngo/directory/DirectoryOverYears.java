package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Organisations that stood in the directory at the end of a year, or stand there now while the year runs. Proposals and merged
 * doubles never did; one that was struck off its register did until the directory learned of it.
 */
@Singleton
public class DirectoryOverYears {

    private static final int SECONDS_OF_AN_HOUR = 3600;

    private final ListedTerms terms;
    private final Clock clock;

    DirectoryOverYears(ListedTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** How many stood there at the end of each year from one to another; years to come are missing. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, Integer> countsBetween(int firstYear, int lastYear) {
        var all = terms.terms();
        var counts = new TreeMap<Integer, Integer>();
        for (var year = firstYear;
                year <= Math.min(lastYear, OfficeTime.today(clock).getYear());
                year++) {
            // A year ends with an hour, in whatever zone of Europe.
            var end = startOf(year + 1).getEpochSecond() / SECONDS_OF_AN_HOUR;
            counts.put(year, (int) all.stream()
                    .filter(term -> term.listedHour() < end)
                    .filter(term -> term.struckHour() == null || term.struckHour() >= end)
                    .mapToLong(ListedTerms.Term::total)
                    .sum());
        }
        return counts;
    }

    /** Those that stood there at the end of a year, in the order in which they were taken in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Listed> of(int year) {
        return year > OfficeTime.today(clock).getYear()
                ? List.of()
                : terms.standingAt(startOf(year + 1)).stream()
                        .map(row -> new Listed(row.slug(), row.name(), OfficeTime.day(row.listedAt())))
                        .toList();
    }

    private static Instant startOf(int year) {
        return OfficeTime.startOf(LocalDate.of(year, 1, 1));
    }

    /**
     * An organisation of the directory.
     *
     * @param slug its address
     * @param name in full
     * @param since day on which it was taken in
     */
    public record Listed(String slug, String name, LocalDate since) {}
}
