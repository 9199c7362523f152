package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of people who were counted and not named. Rows are only ever added. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface HeadCounts extends GenericRepository<HeadCount, Long> {

    HeadCount save(HeadCount count);

    /** All of an event, the newest first. */
    @Query("SELECT * FROM head_count WHERE event_id = :eventId ORDER BY id DESC")
    List<HeadCount> of(long eventId);
}
