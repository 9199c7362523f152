package pl.kujawskopomorskie.ngo.events.teams;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of teams. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Teams extends GenericRepository<Team, Long> {

    /** Saves a new one. A slug or form that is taken is refused by the database. */
    Team save(Team team);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Team update(Team team);

    Optional<Team> findBySlug(String slug);

    Optional<Team> findByFormToken(String formToken);

    /** The team, locked until the end of the transaction; before any of its members. */
    @Query("SELECT * FROM team WHERE slug = :slug FOR UPDATE")
    Optional<Team> lock(String slug);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM team WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    /** Notes that something of it changed that is not in its row. */
    @Query("UPDATE team SET changed_at = :at WHERE id = :id")
    void touch(long id, Instant at);

    /** Links it with an event at which it met; once. */
    @Query("INSERT IGNORE INTO team_meeting (team_id, event_id) VALUES (:id, :eventId)")
    int addMeeting(long id, long eventId);

    @Query("DELETE FROM team_meeting WHERE team_id = :id AND event_id = :eventId")
    int removeMeeting(long id, long eventId);

    @Query("DELETE FROM team_meeting WHERE team_id = :id")
    void deleteMeetings(long id);

    @Query("DELETE FROM team WHERE id = :id")
    void delete(long id);
}
