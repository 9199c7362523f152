package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceGiven;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/** Rows of advice that was given. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Advices extends GenericRepository<Advice, Long> {

    /** What a filter asks for. */
    String MATCHING = " FROM advice d JOIN adviser a ON a.id = d.adviser_id"
            + " WHERE d.given_on BETWEEN :from AND :to AND (:adviserId = 0 OR d.adviser_id = :adviserId)"
            + " AND (:subject = '' OR d.subject = :subject)";

    Advice save(Advice advice);

    List<Advice> saveAll(Iterable<Advice> advices);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Advice update(Advice advice);

    Optional<Advice> findById(Long id);

    /** What was confirmed of a booking. */
    Optional<Advice> findByBookingId(Long bookingId);

    /** What a form that was sent before became. */
    Optional<Advice> findByFormToken(String formToken);

    /** Deletes one. */
    @Query("DELETE FROM advice WHERE id = :id")
    int delete(long id);

    /** Advice that matches, the latest first. */
    @Query(
            "SELECT d.id, d.booking_id, d.given_on, a.name AS adviser, d.subject, d.way, d.quarters, d.organisation_name,"
                    + " d.note" + MATCHING + " ORDER BY d.given_on DESC, d.id DESC LIMIT :size OFFSET :offset")
    List<Listed> list(LocalDate from, LocalDate to, long adviserId, String subject, int size, int offset);

    /** How many there are, and how long they took in all. */
    @Query("SELECT COUNT(*) AS advices, COALESCE(SUM(d.quarters), 0) AS quarters" + MATCHING)
    Total total(LocalDate from, LocalDate to, long adviserId, String subject);

    /** The same for each subject. */
    @Query("SELECT d.subject, COUNT(*) AS advices, SUM(d.quarters) AS quarters" + MATCHING
            + " GROUP BY d.subject ORDER BY SUM(d.quarters) DESC, d.subject")
    List<OfSubject> totals(LocalDate from, LocalDate to, long adviserId, String subject);

    /** The years in which advice was given, the latest first. */
    @Query("SELECT DISTINCT YEAR(given_on) FROM advice ORDER BY 1 DESC")
    List<Integer> years();

    /**
     * One in the office's list.
     *
     * @param id its key
     * @param bookingId of the slot's booking, or null
     * @param givenOn the day
     * @param adviser name
     * @param subject what it was about
     * @param way how
     * @param quarters of an hour
     * @param organisationName to whom
     * @param note the office's own
     */
    @Introspected
    record Listed(
            long id,
            @Nullable Long bookingId,
            LocalDate givenOn,
            String adviser,
            AdviceSubject subject,
            AdviceWay way,
            int quarters,
            String organisationName,
            String note) {

        /** How long it took. */
        public BigDecimal hours() {
            return AdviceGiven.hours(quarters);
        }
    }

    /**
     * A sum.
     *
     * @param advices how many
     * @param quarters of an hour in all
     */
    @Introspected
    record Total(long advices, long quarters) {

        /** How long they took. */
        public BigDecimal hours() {
            return AdviceGiven.hours(quarters);
        }
    }

    /**
     * A sum of a subject.
     *
     * @param subject which
     * @param advices how many
     * @param quarters of an hour in all
     */
    @Introspected
    record OfSubject(AdviceSubject subject, long advices, long quarters) {

        /** How long they took. */
        public BigDecimal hours() {
            return AdviceGiven.hours(quarters);
        }
    }
}
