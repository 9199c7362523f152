package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Who may speak for an organisation at this moment, read so that it cannot end before the reader's transaction does. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface HeldVoices extends GenericRepository<Representation, Long> {

    /** The voice of a person in an organisation, held until the transaction ends. */
    // The organisation is locked before what people hold in it, as by everybody else, so that nobody waits in a circle.
    @Query("SELECT o.id AS organisation_id, o.slug, o.name, r.kind FROM organisation o"
            + " STRAIGHT_JOIN representation r ON r.organisation_id = o.id"
            + " WHERE o.id = :organisationId AND r.person_id = :personId AND r.standing = 2"
            + " AND o.listed_at IS NOT NULL AND o.merged_into IS NULL"
            + " AND o.state <> 'STRUCK_OFF' LOCK IN SHARE MODE")
    Optional<Voice> held(long personId, long organisationId);

    /** The representatives of an organisation. */
    @Query("SELECT r.person_id FROM representation r WHERE r.organisation_id = :organisationId AND r.standing = 2"
            + " AND r.kind = 'REPRESENTATIVE' ORDER BY r.id LIMIT :limit")
    List<Long> representatives(long organisationId, int limit);
}
