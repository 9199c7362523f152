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
    @Query("SELECT * FROM editor_invitation WHERE organisation_id = :organisationId AND expires_at > :now ORDER BY id")
    List<EditorInvitation> of(long organisationId, Instant now);

    /** Takes an address back; a link that was sent there stops working. */
    @Query("DELETE FROM editor_invitation WHERE organisation_id = :organisationId AND email_key = :emailKey")
    void forget(long organisationId, String emailKey);

    /** Takes one back by its key, if it is the organisation's. */
    @Query("DELETE FROM editor_invitation WHERE id = :id AND organisation_id = :organisationId")
    long remove(long id, long organisationId);
}
