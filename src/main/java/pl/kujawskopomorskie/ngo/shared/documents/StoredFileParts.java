package pl.kujawskopomorskie.ngo.shared.documents;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The bytes of files, in parts. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StoredFileParts extends GenericRepository<StoredFilePart, Long> {

    StoredFilePart save(StoredFilePart part);

    Optional<StoredFilePart> findByFileIdAndPosition(long fileId, int position);

    void deleteByFileId(long fileId);
}
