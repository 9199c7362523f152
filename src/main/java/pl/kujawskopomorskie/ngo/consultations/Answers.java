package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of answers. Everybody reads approved ones through {@link PublicRemarks}, the office all of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Answers extends GenericRepository<Answer, Long> {

    /** Saves a new one. A second answer to the same remark is refused by the database. */
    Answer save(Answer answer);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when it was changed since it was read
     */
    Answer update(Answer answer);

    Optional<Answer> findByRemarkId(long remarkId);

    /** The answers to some remarks; those that have none are missing. */
    List<Answer> findByRemarkIdIn(Collection<Long> remarkIds);
}
