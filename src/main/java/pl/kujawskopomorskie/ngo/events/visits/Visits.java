package pl.kujawskopomorskie.ngo.events.visits;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rows of visits and of who went. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Visits extends GenericRepository<Visit, Long> {

    /** Saves a new one. A slug or form that is taken is refused by the database. */
    Visit save(Visit visit);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Visit update(Visit visit);

    /** The visit of a slug, also one that only the office knows of: callers ask the policy who may see it. */
    Optional<Visit> findBySlug(String slug);

    Optional<Visit> findByFormToken(String formToken);

    /** The visit, locked until the end of the transaction. */
    @Query("SELECT * FROM visit WHERE slug = :slug FOR UPDATE")
    Optional<Visit> lock(String slug);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM visit WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    /** Whether an organisation is in the directory, for everybody to see. */
    @Query("SELECT EXISTS (SELECT 1 FROM organisation WHERE id = :organisationId AND listed_at IS NOT NULL"
            + " AND merged_into IS NULL)")
    boolean listed(long organisationId);

    /** Notes that it was made. */
    @Query("UPDATE visit SET made_at = :at, changed_at = :at, revision = revision + 1 WHERE id = :id")
    void make(long id, Instant at);

    @Query("UPDATE visit SET cancelled_at = :at, cancel_reason = :reason, changed_at = :at, revision = revision + 1"
            + " WHERE id = :id")
    void cancel(long id, Instant at, String reason);

    @Query("DELETE FROM visit WHERE id = :id")
    void delete(long id);

    /** Who went, in the order in which they were typed. */
    @Query("SELECT name, department FROM visit_person WHERE visit_id = :visitId ORDER BY position")
    List<VisitPerson> people(long visitId);

    /** Deletes the names of those who went before a day; of how many. */
    @Query("UPDATE visit_person p JOIN visit v ON v.id = p.visit_id SET p.name = ''"
            + " WHERE p.name <> '' AND v.visited_on < :before")
    int forgetPeople(LocalDate before);

    /** Deletes the office's notes of visits before a day; of how many. */
    @Query("UPDATE visit SET notes = '', revision = revision + 1 WHERE notes <> '' AND visited_on < :before")
    int forgetNotes(LocalDate before);

    @Query("DELETE FROM visit_person WHERE visit_id = :visitId")
    void deletePeople(long visitId);

    @Query("INSERT INTO visit_person (visit_id, position, name, department)"
            + " VALUES (:visitId, :position, :name, :department)")
    void addPerson(long visitId, int position, String name, String department);
}
