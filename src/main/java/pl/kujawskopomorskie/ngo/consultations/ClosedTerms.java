package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Ends of terms. Their number is bounded by the years asked about: an office holds a few dozen consultations a year. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClosedTerms extends GenericRepository<Consultation, Long> {

    /** Ends after the first moment, and no later than the last. */
    @Query("SELECT closes_at FROM consultation WHERE announced_at IS NOT NULL AND cancelled_at IS NULL"
            + " AND closes_at > :after AND closes_at <= :until ORDER BY closes_at")
    List<Instant> endsBetween(Instant after, Instant until);

    /** The consultations of these ends. */
    @Query("SELECT slug, title, closes_at FROM consultation WHERE announced_at IS NOT NULL AND cancelled_at IS NULL"
            + " AND closes_at > :after AND closes_at <= :until ORDER BY closes_at, id")
    List<Row> closedBetween(Instant after, Instant until);

    /** What a list of them shows. */
    @Introspected
    record Row(String slug, String title, Instant closesAt) {}
}
