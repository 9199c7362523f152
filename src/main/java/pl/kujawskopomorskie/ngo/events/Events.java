package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of events. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Events extends GenericRepository<Event, Long> {

    /** Saves a new one. A slug that is taken is refused by the database. */
    Event save(Event event);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Event update(Event event);

    /** The event of a slug, drafts included: callers ask the policy who may see it. */
    Optional<Event> findBySlug(String slug);

    Optional<Event> findById(Long id);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM event WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    /** The event, locked until the end of the transaction; before any of its sessions. */
    @Query("SELECT * FROM event WHERE id = :id FOR UPDATE")
    Optional<Event> lock(long id);

    /** The event, locked so that it stays as it is until the end of the transaction; before any of its sessions. */
    @Query("SELECT * FROM event WHERE id = :id LOCK IN SHARE MODE")
    Optional<Event> lockForReading(long id);

    /** The same by its slug. */
    @Query("SELECT * FROM event WHERE slug = :slug LOCK IN SHARE MODE")
    Optional<Event> lockForReading(String slug);

    /** Sets what the search looks in; made by {@link pl.kujawskopomorskie.ngo.shared.text.PolishSearch}. */
    @Query("UPDATE event SET search_text = :searchText WHERE id = :id")
    void index(long id, String searchText);

    /** Announces a draft. */
    @Query("UPDATE event SET published_at = :at, changed_at = :at, revision = revision + 1 WHERE id = :id")
    void publish(long id, Instant at);

    /** Cancels one; its calendars learn of it. */
    @Query("UPDATE event SET cancelled_at = :at, cancel_reason = :reason, changed_at = :at,"
            + " calendar_sequence = calendar_sequence + 1, revision = revision + 1 WHERE id = :id")
    void cancel(long id, Instant at, String reason);

    /** Notes a change of the programme that moves nothing; what a clerk types of the event stays as it is. */
    @Query("UPDATE event SET changed_at = :at WHERE id = :id")
    void touch(long id, Instant at);

    /** Counts a change of the programme that calendars must learn of; what a clerk types of the event stays as it is. */
    @Query("UPDATE event SET calendar_sequence = calendar_sequence + 1, changed_at = :at WHERE id = :id")
    void tellCalendars(long id, Instant at);
}
