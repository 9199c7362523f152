package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of draft versions. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DraftVersions extends GenericRepository<DraftVersion, Long> {

    DraftVersion save(DraftVersion version);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    DraftVersion update(DraftVersion version);

    void delete(DraftVersion version);

    Optional<DraftVersion> findById(Long id);

    Optional<DraftVersion> findByConsultationIdAndNumber(long consultationId, int number);

    /** All versions of a consultation, the first first. */
    List<DraftVersion> findByConsultationIdOrderByNumber(long consultationId);

    /** The newest published version of a consultation. */
    @Query("SELECT * FROM draft_version WHERE consultation_id = :consultationId AND published_at IS NOT NULL"
            + " ORDER BY number DESC LIMIT 1")
    Optional<DraftVersion> findCurrent(long consultationId);

    /** Lets everybody see a version, from now on for good. */
    @Query("UPDATE draft_version SET published_at = :publishedAt, revision = revision + 1"
            + " WHERE id = :id AND published_at IS NULL")
    void publish(long id, Instant publishedAt);

    /** Lets everybody see a further version, with a note on what is new in it. */
    @Query("UPDATE draft_version SET published_at = :publishedAt, note = :note, revision = revision + 1"
            + " WHERE id = :id AND published_at IS NULL")
    void publish(long id, String note, Instant publishedAt);
}
