package pl.kujawskopomorskie.ngo.shared.limits;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Rows of tries. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LimitedTries extends GenericRepository<LimitedTry, Long> {

    LimitedTry save(LimitedTry attempt);

    @Query("SELECT COUNT(*) FROM limited_try WHERE what = :what AND key_hash = :keyHash AND tried_at > :after")
    long countAfter(String what, byte[] keyHash, Instant after);

    long deleteById(long id);

    @Query("DELETE FROM limited_try WHERE what = :what AND key_hash = :keyHash ORDER BY id DESC LIMIT 1")
    void deleteLast(String what, byte[] keyHash);

    long deleteByWhatAndKeyHash(String what, byte[] keyHash);

    /** Deletes the oldest; in steps, so that no step holds many rows. */
    @Query("DELETE FROM limited_try WHERE tried_at < :before ORDER BY tried_at, id LIMIT 500")
    int deleteSomeBefore(Instant before);
}
