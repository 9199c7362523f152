package pl.kujawskopomorskie.ngo.consultations;

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
 * Consultations whose term is over, by the year in which its last day fell; cancelled ones are none. {@code closes_at} is
 * the first moment after the term, so that one that ends with the year's last midnight belongs to the old year.
 */
@Singleton
public class ClosedConsultations {

    private final ClosedTerms terms;
    private final Clock clock;

    ClosedConsultations(ClosedTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** How many closed in each year from one to another; a year in which none did is missing. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, Integer> countsBetween(int firstYear, int lastYear) {
        var counts = new TreeMap<Integer, Integer>();
        for (var end : terms.endsBetween(startOf(firstYear), endOf(lastYear))) {
            counts.merge(lastDay(end).getYear(), 1, Integer::sum);
        }
        return counts;
    }

    /** Those that closed in a year, the first first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Closed> of(int year) {
        return terms.closedBetween(startOf(year), endOf(year)).stream()
                .map(row -> new Closed(row.slug(), row.title(), lastDay(row.closesAt())))
                .toList();
    }

    private static Instant startOf(int year) {
        return OfficeTime.startOf(LocalDate.of(year, 1, 1));
    }

    // What still runs is not closed, although its last day is known.
    private Instant endOf(int year) {
        var end = startOf(year + 1);
        var now = OfficeTime.now(clock);
        return end.isBefore(now) ? end : now;
    }

    private static LocalDate lastDay(Instant end) {
        return OfficeTime.day(end.minusNanos(1));
    }

    /**
     * A consultation that is over.
     *
     * @param slug its address
     * @param title of the draft
     * @param lastDay of its term
     */
    public record Closed(String slug, String title, LocalDate lastDay) {}
}
