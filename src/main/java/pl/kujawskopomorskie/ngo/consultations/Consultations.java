package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Rows of consultations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Consultations extends GenericRepository<Consultation, Long> {

    /** Saves a new one. A slug that is taken is refused by the database. */
    Consultation save(Consultation consultation);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Consultation update(Consultation consultation);

    /** The consultation of a slug, drafts included: callers ask the policy who may see it. */
    Optional<Consultation> findBySlug(String slug);

    Optional<Consultation> findById(Long id);

    /**
     * The consultation, locked until the end of the transaction. Everything that hands out numbers or depends on the
     * term takes this lock first, so that a number is never given twice and nothing slips in after the last second.
     */
    @Query("SELECT * FROM consultation WHERE id = :id FOR UPDATE")
    Optional<Consultation> findByIdForUpdate(long id);

    /** The highest number given in a year, 0 when there is none yet. */
    @Query("SELECT COALESCE(MAX(number), 0) FROM consultation WHERE year = :year")
    int highestNumber(int year);
}
