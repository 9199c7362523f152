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

    /** Names in a new certificate what an old one names. */
    @Query("INSERT INTO certificate_session (certificate_id, position, title, starts_at, ends_at, mode)"
            + " SELECT :newId, position, title, starts_at, ends_at, mode FROM certificate_session"
            + " WHERE certificate_id = :oldId")
    void copy(long oldId, long newId);
}
