package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of one-time links. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OneTimeLinks extends GenericRepository<OneTimeLink, Long> {

    OneTimeLink save(OneTimeLink link);

    /** The link if it still works. */
    @Query("""
            SELECT * FROM one_time_link
             WHERE token_hash = :tokenHash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            """)
    Optional<OneTimeLink> findAlive(byte[] tokenHash, OneTimeLink.Purpose purpose, Instant now);

    /** Uses the link up; 1 for the one caller that did it, 0 for everybody after. */
    @Query("""
            UPDATE one_time_link SET used_at = :now
             WHERE token_hash = :tokenHash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            """)
    long use(byte[] tokenHash, OneTimeLink.Purpose purpose, Instant now);

    /** Ends every link of an account that was not used yet. */
    @Query("DELETE FROM one_time_link WHERE person_id = :personId AND used_at IS NULL")
    long deleteUnused(long personId);

    @Query("DELETE FROM one_time_link WHERE person_id = :personId AND purpose = :purpose AND used_at IS NULL")
    long deleteUnused(long personId, OneTimeLink.Purpose purpose);

    long deleteByPersonId(long personId);

    @Query("DELETE FROM one_time_link WHERE expires_at < :before ORDER BY id LIMIT 500")
    int deleteSomeExpired(Instant before);
}
