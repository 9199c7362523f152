package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many remarks there are, counted from the rows each time. Only submitted ones count: no drafts, none withdrawn. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemarkCounts extends GenericRepository<Remark, Long> {

    /** One row for each unit of a version that has remarks, one without a unit for those on the whole act. */
    @Query("SELECT unit_id, COUNT(*) AS remarks FROM remark WHERE version_id = :versionId AND state = 'SUBMITTED'"
            + " GROUP BY unit_id")
    List<Row> rows(long versionId);

    /** How many were submitted in a consultation, on all versions. */
    @Query("SELECT COUNT(*) FROM remark WHERE consultation_id = :consultationId AND state = 'SUBMITTED'")
    int submitted(long consultationId);

    /** How many of them have an approved answer. */
    @Query("SELECT COUNT(*) FROM remark r JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'"
            + " WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED'")
    int answered(long consultationId);

    /**
     * What every count of a consultation follows from, at a price that does not grow with the remarks: numbers are given one
     * after another and never taken back, so a count changes only when a number is given or a remark is withdrawn.
     */
    @Query(
            "SELECT (SELECT COALESCE(MAX(r.number), 0) FROM remark r WHERE r.consultation_id = :consultationId) AS given,"
                    + " (SELECT COUNT(*) FROM remark w WHERE w.consultation_id = :consultationId AND w.state = 'WITHDRAWN')"
                    + " AS withdrawn")
    State state(long consultationId);

    /** The remarks made on a version, in one query. */
    default OfVersion ofVersion(long versionId) {
        var byUnit = new HashMap<Long, Integer>();
        var onTheWhole = 0;
        for (var row : rows(versionId)) {
            if (row.unitId() == null) {
                onTheWhole = row.remarks();
            } else {
                byUnit.put(row.unitId(), row.remarks());
            }
        }
        return new OfVersion(Map.copyOf(byUnit), onTheWhole);
    }

    /**
     * Remarks made on one version of a draft.
     *
     * @param byUnit how many on each unit, by the unit's key; a unit without remarks is missing
     * @param onTheWhole how many on the act as a whole
     */
    record OfVersion(Map<Long, Integer> byUnit, int onTheWhole) {

        /** How many remarks a unit has. */
        public int on(DraftUnit unit) {
            return byUnit.getOrDefault(unit.key(), 0);
        }

        /** How many remarks the version has, those on the whole act included. */
        public int all() {
            return byUnit.values().stream().mapToInt(Integer::intValue).sum() + onTheWhole;
        }
    }

    /**
     * Two of these that are equal mean equal counts.
     *
     * @param given the highest number that was given
     * @param withdrawn how many remarks were withdrawn
     */
    @Introspected
    record State(int given, int withdrawn) {}

    /**
     * What the database counts.
     *
     * @param unitId the unit, or null for the whole act
     * @param remarks how many
     */
    @Introspected
    record Row(@Nullable Long unitId, int remarks) {}
}
