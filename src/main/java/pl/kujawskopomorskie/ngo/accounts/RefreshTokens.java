package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
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

    @Query("DELETE FROM refresh_token WHERE expires_at < :now")
    long deleteExpired(Instant now);
}
