package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Empties who borrowed a year after the term, unless something of it is still out. What was lent and when stays. */
@Singleton
class ForgettingBorrowers implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(365);

    private final OldRequests rows;
    private final AuditLog audit;
    private final Clock clock;

    ForgettingBorrowers(OldRequests rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-borrowers";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 55));
    }

    @Override
    public void run() {
        // Some at a time, so that no transaction holds many rows.
        var forgotten = forgetSome();
        while (forgotten > 0) {
            forgotten = forgetSome();
        }
    }

    /** Empties some; how many. */
    @Transactional
    protected int forgetSome() {
        var due = rows.due(OfficeTime.now(clock).minus(KEPT));
        if (!due.isEmpty()) {
            rows.forget(due);
            audit.record(null, "BORROWERS_FORGOTTEN", "lending", "contacts", String.valueOf(due.size()));
        }
        return due.size();
    }

    /** Requests whose people are to be forgotten. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface OldRequests extends GenericRepository<Lending, Long> {

        @Query("SELECT l.id FROM lending l WHERE l.email <> '' AND l.ends_at < :before AND NOT EXISTS (SELECT 1"
                + " FROM lending_item i WHERE i.lending_id = l.id AND i.taken_at IS NOT NULL AND i.returned_at IS NULL)"
                + " ORDER BY l.id LIMIT 200")
        List<Long> due(Instant before);

        @Query("UPDATE lending SET name = '', email = '', phone = '', purpose = '', reason = '', person_id = NULL,"
                + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
                + " WHERE id IN (:ids)")
        void forget(List<Long> ids);
    }
}
