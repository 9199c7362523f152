package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports of organisations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OrganisationImports extends GenericRepository<OrganisationImport, Long> {

    OrganisationImport save(OrganisationImport sent);

    Optional<OrganisationImport> findById(long id);

    /** The import, locked until the transaction ends: its rows are worked on by one at a time. */
    @Query("SELECT * FROM organisation_import WHERE id = :id FOR UPDATE")
    Optional<OrganisationImport> lock(long id);

    /** The last imports. */
    @Query("SELECT * FROM organisation_import ORDER BY id DESC LIMIT :limit")
    List<OrganisationImport> last(int limit);

    @Query("UPDATE organisation_import SET state = :state, fields = :fields, changed_at = :now WHERE id = :id")
    void begin(long id, OrganisationImport.State state, String fields, Instant now);

    @Query("UPDATE organisation_import SET state = :state, finished_at = :finishedAt, changed_at = :now WHERE id = :id")
    void reach(long id, OrganisationImport.State state, @Nullable Instant finishedAt, Instant now);

    /** Imports whose rows are still there although nothing happened to them since some time. */
    @Query("SELECT id FROM organisation_import WHERE counts IS NULL"
            + " AND COALESCE(changed_at, finished_at, created_at) < :before ORDER BY id LIMIT :limit")
    List<Long> untouchedSince(Instant before, int limit);

    /** Whether nothing happened to an import since some time, and its rows are still there. */
    @Query("SELECT COUNT(*) > 0 FROM organisation_import WHERE id = :id AND counts IS NULL"
            + " AND COALESCE(changed_at, finished_at, created_at) < :before")
    boolean untouched(long id, Instant before);

    /** Keeps the numbers of an import whose rows are deleted. */
    @Query("UPDATE organisation_import SET counts = :counts WHERE id = :id")
    void forget(long id, String counts);

    /** How many rows came out how; a null outcome is a row that is not checked yet. */
    @Query("SELECT outcome, COUNT(*) AS total FROM organisation_import_row WHERE import_id = :id GROUP BY outcome")
    List<OutcomeCount> counts(long id);

    /**
     * A number of rows.
     *
     * @param outcome what came of them
     * @param total how many
     */
    @Introspected
    record OutcomeCount(@Nullable String outcome, long total) {}
}
