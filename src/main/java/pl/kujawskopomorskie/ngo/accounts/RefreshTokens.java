package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of refresh tokens. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RefreshTokens extends GenericRepository<RefreshToken, Long> {

    RefreshToken save(RefreshToken token);

    Optional<RefreshToken> findByTokenHash(byte[] tokenHash);

    /** Marks the token exchanged if it still can be; 1 for the one caller that did it, otherwise 0. */
    @Query("""
            UPDATE refresh_token SET rotated_at = :now
             WHERE token_hash = :tokenHash AND rotated_at IS NULL AND revoked_at IS NULL AND expires_at > :now
            """)
    long rotate(byte[] tokenHash, Instant now);

    @Query("UPDATE refresh_token SET revoked_at = :now WHERE family = :family AND revoked_at IS NULL")
    long endFamily(String family, Instant now);

    @Query("UPDATE refresh_token SET revoked_at = :now WHERE person_id = :personId AND revoked_at IS NULL")
    long endAll(long personId, Instant now);

    @Query("""
            UPDATE refresh_token SET revoked_at = :now
             WHERE person_id = :personId AND family <> :family AND revoked_at IS NULL
            """)
    long endOthers(long personId, String family, Instant now);

    /** Deletes tokens that ran out; in steps, so that no step holds many rows. */
    @Query("DELETE FROM refresh_token WHERE expires_at < :now ORDER BY id LIMIT 500")
    int deleteSomeExpired(Instant now);

    long deleteByPersonId(long personId);

    /** Of each session, the token it began with; 200 at most, newest first. */
    @Query("""
            SELECT t.* FROM refresh_token t
             WHERE t.id IN (SELECT MIN(f.id) FROM refresh_token f WHERE f.person_id = :personId GROUP BY f.family)
             ORDER BY t.id DESC LIMIT 200
            """)
    List<RefreshToken> findFirstOfSessions(long personId);
}
