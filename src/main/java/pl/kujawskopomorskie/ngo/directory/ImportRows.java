package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
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

    /**
     * The number of another row about the same organisation that is taken in or would be, or null. A row is about the same when
     * either number is, when it leads to the same organisation, or when name, town and county are and no number is against it.
     */
    @Query("SELECT MIN(line_number) FROM ("
            + "SELECT line_number FROM organisation_import_row WHERE import_id = :importId AND match_krs = :krs"
            + " AND outcome <> 'REFUSED' AND id <> :self"
            + " UNION ALL SELECT line_number FROM organisation_import_row WHERE import_id = :importId"
            + " AND match_regon = :regon AND outcome <> 'REFUSED' AND id <> :self"
            + " UNION ALL SELECT line_number FROM organisation_import_row WHERE import_id = :importId"
            + " AND organisation_id = :organisationId AND outcome <> 'REFUSED' AND id <> :self"
            + " UNION ALL SELECT line_number FROM organisation_import_row WHERE import_id = :importId"
            + " AND match_name = :name AND outcome <> 'REFUSED' AND id <> :self"
            + " AND (match_krs IS NULL OR :krs IS NULL OR match_krs = :krs)"
            + " AND (match_regon IS NULL OR :regon IS NULL OR match_regon = :regon)) same")
    @Nullable
    Integer otherAbout(
            long importId,
            long self,
            @Nullable String krs,
            @Nullable String regon,
            String name,
            @Nullable Long organisationId);

    Optional<ImportRow> findById(long id);

    @Query("UPDATE organisation_import_row SET match_krs = :krs, match_regon = :regon, match_name = :name,"
            + " outcome = :outcome, problems = :problems, organisation_id = :organisationId WHERE id = :id")
    void note(
            long id,
            @Nullable String krs,
            @Nullable String regon,
            String name,
            ImportRow.Outcome outcome,
            String problems,
            @Nullable Long organisationId);

    @Query("UPDATE organisation_import_row SET outcome = 'REFUSED', problems = :problems WHERE id = :id")
    void refuse(long id, String problems);

    /** Forgets what a check found, so that the rows can be checked again; not of rows that are taken in. */
    @Query("UPDATE organisation_import_row SET match_krs = NULL, match_regon = NULL, match_name = NULL, outcome = NULL,"
            + " problems = '[]', organisation_id = NULL"
            + " WHERE import_id = :importId AND outcome NOT IN ('ADDED', 'CHANGED')")
    void forgetCheck(long importId);

    /** Forgets why rows were refused, so that they can be checked again. */
    @Query("UPDATE organisation_import_row SET match_krs = NULL, match_regon = NULL, match_name = NULL, outcome = NULL,"
            + " problems = '[]', organisation_id = NULL WHERE import_id = :importId AND outcome = 'REFUSED'")
    void forgetRefusals(long importId);

    /** Rows of which cells that are not read have not been emptied yet. */
    @Query("SELECT * FROM organisation_import_row WHERE import_id = :importId AND blanked = FALSE LIMIT :limit")
    List<ImportRow> unblanked(long importId, int limit);

    void updateAll(Iterable<ImportRow> rows);

    @Query("DELETE FROM organisation_import_row WHERE import_id = :importId")
    void deleteOf(long importId);
}
