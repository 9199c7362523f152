package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invitations that wait for their editors. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface EditorInvitations extends GenericRepository<EditorInvitation, Long> {

    EditorInvitation save(EditorInvitation invitation);

    /** The invitation of a link that still works. */
    @Query("SELECT * FROM editor_invitation WHERE token_hash = :tokenHash AND expires_at > :now")
    Optional<EditorInvitation> findAlive(byte[] tokenHash, Instant now);

    /** Those of an organisation that still work. */
    @Query("SELECT * FROM editor_invitation WHERE organisation_id = :organisationId AND expires_at > :now"
            + " ORDER BY id LIMIT :limit")
    List<EditorInvitation> of(long organisationId, Instant now, int limit);

    /** Takes an address back; a link that was sent there stops working. */
    @Query("DELETE FROM editor_invitation WHERE organisation_id = :organisationId AND email_key = :emailKey")
    void forget(long organisationId, String emailKey);

    /** Takes one back by its key, if it is the organisation's; how many that were. */
    @Query("DELETE FROM editor_invitation WHERE id = :id AND organisation_id = :organisationId")
    int remove(long id, long organisationId);

    /** Takes back those of an organisation that a person sent, and the one that went to their address. */
    @Query("DELETE i FROM editor_invitation i JOIN person p ON p.id = :personId"
            + " WHERE i.organisation_id = :organisationId AND (i.invited_by = p.id OR i.email_key = p.email_key)")
    void forgetOf(long organisationId, long personId);

    /** Takes back all that a person sent, and all that went to their address. */
    @Query("DELETE i FROM editor_invitation i JOIN person p ON p.id = :personId"
            + " WHERE i.invited_by = p.id OR i.email_key = p.email_key")
    void forgetAllOf(long personId);

    /** Deletes some whose links have stopped working; how many. */
    @Query("DELETE FROM editor_invitation WHERE expires_at <= :now ORDER BY expires_at, id LIMIT :limit")
    int forgetExpired(Instant now, int limit);

    /** Names of organisations that have invited a person's address. */
    @Query("SELECT o.name FROM editor_invitation i JOIN person p ON p.email_key = i.email_key"
            + " JOIN organisation o ON o.id = i.organisation_id WHERE p.id = :personId ORDER BY i.id LIMIT 200")
    List<String> namesInviting(long personId);
}
