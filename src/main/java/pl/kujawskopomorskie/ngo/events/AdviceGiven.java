package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Advice that organisations were given, as the office confirmed it, year by year: what the cooperation programme counts. Each number
 * is a list, and none of them names anybody.
 */
@Singleton
public class AdviceGiven {

    private static final BigDecimal QUARTERS_OF_AN_HOUR = BigDecimal.valueOf(4);

    private final JdbcOperations jdbc;

    AdviceGiven(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The hours of each year from one to another; a year without any is there with zero. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Integer, BigDecimal> hoursBetween(int firstYear, int lastYear) {
        var hours = new TreeMap<Integer, BigDecimal>();
        for (var year = firstYear; year <= lastYear; year++) {
            hours.put(year, BigDecimal.ZERO);
        }
        SqlWhere.query(
                        jdbc,
                        "SELECT YEAR(given_on) AS year_of, SUM(quarters) AS quarters FROM advice"
                                + " WHERE given_on BETWEEN ? AND ? GROUP BY YEAR(given_on)",
                        List.of(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31)),
                        row -> Map.entry(row.getInt("year_of"), hours(row.getLong("quarters"))))
                .forEach(year -> hours.put(year.getKey(), year.getValue()));
        return hours;
    }

    /** The advice of a year, the latest first. The office gives some hundreds of them in a year. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Given> of(int year) {
        return SqlWhere.query(
                jdbc,
                "SELECT given_on, subject, quarters FROM advice WHERE given_on BETWEEN ? AND ?"
                        + " ORDER BY given_on DESC, id DESC",
                List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                row -> new Given(
                        row.getObject("given_on", LocalDate.class),
                        AdviceSubject.valueOf(row.getString("subject")),
                        hours(row.getLong("quarters"))));
    }

    /** Quarters of an hour as hours, without needless zeros: 1.5. */
    public static BigDecimal hours(long quarters) {
        var hours = BigDecimal.valueOf(quarters).divide(QUARTERS_OF_AN_HOUR).stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    /**
     * One advice.
     *
     * @param on the day
     * @param subject what it was about
     * @param hours how long it took, with the time to prepare it
     */
    public record Given(LocalDate on, AdviceSubject subject, BigDecimal hours) {}
}
