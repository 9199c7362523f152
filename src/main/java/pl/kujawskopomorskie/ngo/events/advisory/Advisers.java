package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of advisers. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Advisers extends GenericRepository<Adviser, Long> {

    Adviser save(Adviser adviser);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Adviser update(Adviser adviser);

    Optional<Adviser> findById(Long id);

    /** One by its key, locked until the end of the transaction: whoever adds slots of theirs holds this lock. */
    @Query("SELECT * FROM adviser WHERE id = :id FOR UPDATE")
    Optional<Adviser> lock(long id);

    /** One by its key, who stays as they are until the end of the transaction. */
    @Query("SELECT * FROM adviser WHERE id = :id LOCK IN SHARE MODE")
    Optional<Adviser> lockForReading(long id);

    /** What a form that was sent before became. */
    @Query("SELECT * FROM adviser WHERE form_token = :formToken")
    Optional<Adviser> ofForm(String formToken);

    /** Notes the form that it was made with; the same a second time is refused by the database. */
    @Query("UPDATE adviser SET form_token = :formToken WHERE id = :id")
    void know(long id, String formToken);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM adviser WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    /** All of them, those who left last; the office has a handful. */
    @Query("SELECT * FROM adviser ORDER BY left_at IS NOT NULL, name, id LIMIT 200")
    List<Adviser> all();

    /** The key of the account of an address, if there is one. */
    @Query("SELECT id FROM person WHERE email_key = :emailKey")
    Optional<Long> personOf(String emailKey);

    /** The address of an account. */
    @Query("SELECT email FROM person WHERE id = :personId")
    Optional<String> emailOf(long personId);
}
