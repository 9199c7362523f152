package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of what is typed and not saved, each asked for with the key of the person who typed it. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface UnsavedAnswers extends GenericRepository<Remark, Long> {

    /** What a person typed in answer to a remark. */
    @Query("SELECT position, rationale, changed_unit, whole_group, revision, kept_at FROM unsaved_answer"
            + " WHERE person_id = :personId AND remark_id = :remarkId")
    Optional<UnsavedAnswer> find(long personId, long remarkId);

    /** Those of some remarks over whose answers a person typed other words. */
    @Query("SELECT remark_id FROM unsaved_answer WHERE person_id = :personId AND remark_id IN (:remarkIds)")
    List<Long> remarks(long personId, Collection<Long> remarkIds);

    /** Keeps what a person typed, in place of what they typed before. */
    @Query("""
            INSERT INTO unsaved_answer
              (person_id, remark_id, position, rationale, changed_unit, whole_group, revision, kept_at)
            VALUES (:personId, :remarkId, :position, :rationale, :changedUnit, :wholeGroup, :revision, :keptAt)
            ON DUPLICATE KEY UPDATE position = :position, rationale = :rationale, changed_unit = :changedUnit,
              whole_group = :wholeGroup, revision = :revision, kept_at = :keptAt
            """)
    void keep(
            long personId,
            long remarkId,
            @Nullable String position,
            String rationale,
            String changedUnit,
            boolean wholeGroup,
            int revision,
            Instant keptAt);

    /** Forgets what a person typed in answer to some remarks; how many rows that were. */
    @Query("DELETE FROM unsaved_answer WHERE person_id = :personId AND remark_id IN (:remarkIds)")
    int drop(long personId, Collection<Long> remarkIds);

    /** Forgets some of what nobody came back to; how many rows that were. */
    @Query("DELETE FROM unsaved_answer WHERE kept_at < :before LIMIT 1000")
    int dropSomeBefore(Instant before);
}
