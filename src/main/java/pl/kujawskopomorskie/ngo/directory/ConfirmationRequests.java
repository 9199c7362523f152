package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails that asked organisations to confirm their data, one living link each. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConfirmationRequests extends GenericRepository<Organisation, Long> {

    /**
     * Organisations to be asked: public, alive, with somebody to write to, confirmed before a moment (or taken in before it
     * and never confirmed), and not asked since it. The longest unconfirmed come first.
     */
    @Query("SELECT o.id FROM organisation o LEFT JOIN confirmation_request c ON c.organisation_id = o.id"
            + " WHERE o.listed_at IS NOT NULL AND o.merged_into IS NULL AND o.state <> 'STRUCK_OFF'"
            + " AND (o.confirmed_at < :before OR o.confirmed_at IS NULL AND o.listed_at < :before) AND (c.asked_at IS NULL OR c.asked_at < :before)"
            + " AND (o.contact_email <> '' OR EXISTS (SELECT 1 FROM representation r WHERE r.organisation_id = o.id"
            + " AND r.living = 1 AND r.accepted = TRUE AND r.kind = 'REPRESENTATIVE'))"
            + " ORDER BY o.confirmed_at, o.id LIMIT :limit")
    List<Long> due(Instant before, int limit);

    /** When an organisation was last asked. */
    @Query("SELECT asked_at FROM confirmation_request WHERE organisation_id = :organisationId")
    Optional<Instant> askedAt(long organisationId);

    /** Notes that an organisation is asked; a link of an earlier mail stops working. */
    @Query("INSERT INTO confirmation_request (organisation_id, token_hash, asked_at, expires_at)"
            + " VALUES (:organisationId, :tokenHash, :askedAt, :expiresAt)"
            + " ON DUPLICATE KEY UPDATE token_hash = :tokenHash, asked_at = :askedAt, expires_at = :expiresAt")
    void ask(long organisationId, byte[] tokenHash, Instant askedAt, Instant expiresAt);

    /** What a link that still works asks. */
    @Query("SELECT organisation_id, asked_at, expires_at FROM confirmation_request"
            + " WHERE token_hash = :tokenHash AND expires_at > :now")
    Optional<Request> findAlive(byte[] tokenHash, Instant now);

    /** People who represent an organisation. */
    @Query("SELECT person_id FROM representation WHERE organisation_id = :organisationId AND living = 1"
            + " AND accepted = TRUE AND kind = 'REPRESENTATIVE' ORDER BY id LIMIT 20")
    List<Long> representatives(long organisationId);

    /** Forgets the request of an entry that is no longer one. */
    @Query("DELETE FROM confirmation_request WHERE organisation_id = :organisationId")
    void forget(long organisationId);

    /**
     * A request whose link works.
     *
     * @param organisationId whose data are to be confirmed
     * @param askedAt when the mail went out
     * @param expiresAt when the link stops working
     */
    @Introspected
    record Request(long organisationId, Instant askedAt, Instant expiresAt) {}
}
