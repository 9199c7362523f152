package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of provision units. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DraftUnits extends GenericRepository<DraftUnit, Long> {

    /** Saves the units of a version in one batch. */
    List<DraftUnit> saveAll(Iterable<DraftUnit> units);

    /** All units of a version in the order of the text. */
    List<DraftUnit> findByVersionIdOrderByPosition(long versionId);

    Optional<DraftUnit> findByVersionIdAndAddress(long versionId, String address);

    Optional<DraftUnit> findById(Long id);

    /** Removes the units of a version that is being mended; a published version's are held by its remarks and kept by the use case. */
    @Query("DELETE FROM draft_unit WHERE version_id = :versionId")
    void deleteByVersionId(long versionId);

    /** Lets go of all that a version's units continue, before it is said anew. */
    @Query("UPDATE draft_unit SET previous_id = NULL, fate = NULL WHERE version_id = :versionId")
    void forgetAlignment(long versionId);

    /** Says what a unit continues and what became of it. */
    @Query("UPDATE draft_unit SET previous_id = :previousId, fate = :fate WHERE id = :id")
    void align(long id, @Nullable Long previousId, String fate);
}
