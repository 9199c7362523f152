package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of what was done at doors. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DoorEntries extends GenericRepository<DoorEntry, String> {

    /** Saves a new one; the same number twice is refused by the database. */
    DoorEntry save(DoorEntry entry);

    /** One of an event. */
    @Query("SELECT * FROM door_entry WHERE id = :id AND event_id = :eventId")
    Optional<DoorEntry> of(long eventId, String id);

    /** One of whichever event. */
    @Query("SELECT * FROM door_entry WHERE id = :id")
    Optional<DoorEntry> withId(String id);

    /** Notes that one was taken back. */
    @Query("UPDATE door_entry SET undone_at = :at, undone_by = :by WHERE id = :id AND undone_at IS NULL")
    int undo(String id, Instant at, long by);

    /** Notes that all of a person at a door were taken back. */
    @Query("UPDATE door_entry SET undone_at = :at, undone_by = :by WHERE undone_at IS NULL"
            + " AND (attendee_id = :attendeeId OR walk_in_id = :walkInId) AND COALESCE(session_id, 0) = :atSession")
    void undoAll(
            @io.micronaut.core.annotation.Nullable @Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable @Nullable Long walkInId,
            long atSession,
            Instant at,
            long by);

    /** How many that were taken back had let the same person in at the same door: those who made the row that they were there. */
    @Query("SELECT COUNT(*) FROM door_entry WHERE answer = 'LET_IN' AND undone_at IS NOT NULL"
            + " AND (attendee_id = :attendeeId OR walk_in_id = :walkInId) AND COALESCE(session_id, 0) = :atSession")
    long takenBack(
            @io.micronaut.core.annotation.Nullable @Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable @Nullable Long walkInId,
            long atSession);

    /** How many others let the same person in at the same door and were not taken back. */
    @Query("SELECT COUNT(*) FROM door_entry WHERE id <> :id AND undone_at IS NULL"
            + " AND (attendee_id = :attendeeId OR walk_in_id = :walkInId) AND COALESCE(session_id, 0) = :atSession")
    long others(
            String id,
            @io.micronaut.core.annotation.Nullable @Nullable Long attendeeId,
            @io.micronaut.core.annotation.Nullable @Nullable Long walkInId,
            long atSession);
}
