package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of what is lent. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Resources extends GenericRepository<Resource, Long> {

    Resource save(Resource resource);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Resource update(Resource resource);

    Optional<Resource> findById(Long id);

    Optional<Resource> findBySlug(String slug);

    /**
     * Some, locked until the end of the transaction in the order of their keys, which is the order in which everybody locks them.
     * Whoever gives one away holds this lock and counts after it.
     */
    @Query("SELECT * FROM lent_resource WHERE id IN (:ids) ORDER BY id FOR UPDATE")
    List<Resource> lock(Collection<Long> ids);

    /** Some of them, lent or not, in no order. */
    @Query("SELECT * FROM lent_resource WHERE id IN (:ids)")
    List<Resource> some(Collection<Long> ids);

    /** What is lent at present: rooms first, then equipment. The office has some dozens of them. */
    @Query("SELECT * FROM lent_resource WHERE withdrawn_at IS NULL ORDER BY kind DESC, name, id LIMIT 500")
    List<Resource> lent();

    /** All of them, those that are not lent any more last. */
    @Query("SELECT * FROM lent_resource ORDER BY withdrawn_at IS NOT NULL, kind DESC, name, id LIMIT 500")
    List<Resource> all();

    /** What a form that was sent before became. */
    @Query("SELECT * FROM lent_resource WHERE form_token = :formToken")
    Optional<Resource> ofForm(String formToken);

    /** Notes the form that it was made with; the same a second time is refused by the database. */
    @Query("UPDATE lent_resource SET form_token = :formToken WHERE id = :id")
    void know(long id, String formToken);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM lent_resource WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);
}
