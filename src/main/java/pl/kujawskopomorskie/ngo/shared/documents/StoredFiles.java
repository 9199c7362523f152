package pl.kujawskopomorskie.ngo.shared.documents;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Files without their bytes. A caller comes with a key that it took from a row of its own which this person may see; a key
 * from a request is never passed on.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StoredFiles extends GenericRepository<StoredFile, Long> {

    /** Adds a row; used by {@link StoringFiles}, which adds the bytes. */
    StoredFile save(StoredFile file);

    /** What is known of one file. */
    Optional<StoredFile> findById(long id);

    /** What is known of several files, for a page that lists them. */
    List<StoredFile> findByIdIn(Collection<Long> ids);

    /** Removes one file; its parts must be gone. */
    void deleteById(long id);
}
