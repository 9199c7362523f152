package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of imports. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ImportRows extends GenericRepository<ImportRow, Long> {

    void saveAll(Iterable<ImportRow> rows);

    /** The next rows that are not checked yet. */
    @Query(
            "SELECT * FROM organisation_import_row WHERE import_id = :importId AND outcome IS NULL ORDER BY id LIMIT :limit")
    List<ImportRow> unchecked(long importId, int limit);

    /** The next rows that are checked and not taken in yet. */
    @Query("SELECT * FROM organisation_import_row WHERE import_id = :importId"
            + " AND outcome IN ('WOULD_ADD', 'WOULD_CHANGE') ORDER BY id LIMIT :limit")
    List<ImportRow> waiting(long importId, int limit);

    /** The first rows of an import, to show what stands in its columns. */
    @Query("SELECT * FROM organisation_import_row WHERE import_id = :importId ORDER BY id LIMIT :limit")
    List<ImportRow> first(long importId, int limit);

    /** Rows with an outcome after one that is known. */
    @Query("SELECT * FROM organisation_import_row WHERE import_id = :importId AND outcome = :outcome AND id > :after"
            + " ORDER BY id LIMIT :limit")
    List<ImportRow> withOutcome(long importId, ImportRow.Outcome outcome, long after, int limit);

    /** The number of an earlier row about the same organisation, or null. */
    @Query("SELECT MIN(line_number) FROM organisation_import_row WHERE import_id = :importId AND match_key = :matchKey"
            + " AND id < :before")
    @Nullable
    Integer earlierAbout(long importId, String matchKey, long before);

    @Query("UPDATE organisation_import_row SET match_key = :matchKey, outcome = :outcome, problems = :problems,"
            + " organisation_id = :organisationId WHERE id = :id")
    void note(
            long id,
            @Nullable String matchKey,
            ImportRow.Outcome outcome,
            String problems,
            @Nullable Long organisationId);

    /** Forgets what a check found, so that the rows can be checked again. */
    @Query(
            "UPDATE organisation_import_row SET match_key = NULL, outcome = NULL, problems = '[]', organisation_id = NULL"
                    + " WHERE import_id = :importId")
    void forgetCheck(long importId);
}
