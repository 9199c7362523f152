package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of those who came without having registered. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface WalkIns extends GenericRepository<WalkIn, Long> {

    /** Saves a new one; the same entry twice is refused by the database. */
    WalkIn save(WalkIn walkIn);

    /** The one of an entry at the door of an event. */
    @Query("SELECT * FROM walk_in WHERE event_id = :eventId AND entry_token = :entryToken")
    Optional<WalkIn> ofEntry(long eventId, String entryToken);

    /** One of an event, locked until the end of the transaction. */
    @Query("SELECT * FROM walk_in WHERE id = :id AND event_id = :eventId FOR UPDATE")
    Optional<WalkIn> lock(long eventId, long id);

    /** Some of an event. */
    @Query("SELECT * FROM walk_in WHERE event_id = :eventId AND id IN (:ids)")
    List<WalkIn> of(long eventId, Collection<Long> ids);
}
