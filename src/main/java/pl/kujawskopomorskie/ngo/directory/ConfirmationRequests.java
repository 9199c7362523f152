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

    /** Forgets a request: its link stops working, and the organisation is asked anew if its time has come. */
    @Query("DELETE FROM confirmation_request WHERE organisation_id = :organisationId")
    void forget(long organisationId);

    /** Forgets the requests of all organisations that a person represents. */
    @Query("DELETE c FROM confirmation_request c JOIN representation r ON r.organisation_id = c.organisation_id"
            + " WHERE r.person_id = :personId AND r.standing = 2 AND r.kind = 'REPRESENTATIVE'")
    void forgetRepresentedBy(long personId);

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
