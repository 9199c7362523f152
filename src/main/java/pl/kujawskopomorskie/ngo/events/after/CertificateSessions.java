package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Rows of sessions that certificates name. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CertificateSessions extends GenericRepository<CertificateSession, Long> {

    List<CertificateSession> saveAll(Iterable<CertificateSession> sessions);

    /** Those of some certificates. */
    @Query(
            "SELECT * FROM certificate_session WHERE certificate_id IN (:certificateIds) ORDER BY certificate_id, position")
    List<CertificateSession> of(Collection<Long> certificateIds);

    /** Those of all certificates of an event that hold. */
    @Query("SELECT n.* FROM certificate_session n JOIN certificate c ON c.id = n.certificate_id"
            + " WHERE c.event_id = :eventId AND c.living = 1 AND c.revoked_at IS NULL"
            + " ORDER BY n.certificate_id, n.position")
    List<CertificateSession> standing(long eventId);
}
