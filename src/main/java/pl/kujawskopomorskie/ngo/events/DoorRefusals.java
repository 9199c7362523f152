package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of whom phones let in and the portal refused. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DoorRefusals extends GenericRepository<DoorRefusal, Long> {

    /** Saves a new one; the same number twice is refused by the database. */
    DoorRefusal save(DoorRefusal refusal);

    /** Whether one of this number is known. */
    @Query("SELECT EXISTS (SELECT 1 FROM door_refusal WHERE entry_id = :entryId)")
    boolean isKnown(String entryId);

    /** One of an event, locked until the end of the transaction. */
    @Query("SELECT * FROM door_refusal WHERE id = :id AND event_id = :eventId FOR UPDATE")
    Optional<DoorRefusal> lock(long eventId, long id);

    /** Notes that one is settled; the name was kept for this alone. */
    @Query("UPDATE door_refusal SET settled_at = :at, settled_by = :by, name = '', organisation_name = ''"
            + " WHERE id = :id AND settled_at IS NULL")
    int settle(long id, Instant at, long by);

    /** The same of an entry that the phone itself took back. */
    @Query("UPDATE door_refusal SET settled_at = :at, settled_by = :by, name = '', organisation_name = ''"
            + " WHERE event_id = :eventId AND entry_id = :entryId AND settled_at IS NULL")
    void settleEntry(long eventId, String entryId, Instant at, long by);
}
