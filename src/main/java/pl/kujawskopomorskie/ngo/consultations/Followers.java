package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Rows of followers. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface Followers extends GenericRepository<Follower, Long> {

    Follower save(Follower follower);

    Optional<Follower> findByEmailKeyAndScope(String emailKey, long scope);

    Optional<Follower> findByTokenHash(byte[] tokenHash);

    /** The follower, locked until the end of the transaction; news for it waits meanwhile. */
    @Query("SELECT * FROM follower WHERE id = :id FOR UPDATE")
    Optional<Follower> findByIdForUpdate(long id);

    /** Says by which token the follower is known from now on. */
    @Query("UPDATE follower SET token_hash = :tokenHash WHERE id = :id")
    void know(long id, byte[] tokenHash);

    /** Asked for once more before it was confirmed. */
    @Query("UPDATE follower SET asked_at = :askedAt, language = :language WHERE id = :id AND confirmed_at IS NULL")
    void askAgain(long id, Instant askedAt, String language);

    @Query("UPDATE follower SET confirmed_at = COALESCE(confirmed_at, :confirmedAt), pace = :pace WHERE id = :id")
    void confirm(long id, Instant confirmedAt, String pace);

    /** Forgets a follower together with the news that waits for it. */
    @Query("DELETE FROM follower WHERE id = :id")
    void delete(long id);

    /** Deletes some that were asked for before the moment and never confirmed. */
    @Query("DELETE FROM follower WHERE confirmed_at IS NULL AND asked_at < :before LIMIT 500")
    int deleteSomeUnconfirmed(Instant before);
}
