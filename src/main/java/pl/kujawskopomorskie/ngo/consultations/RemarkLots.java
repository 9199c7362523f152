package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which remarks are alike, as {@link ComparingRemarks} has found. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RemarkLots extends GenericRepository<RemarkLots.Row, Long> {

    String WAITING = """
            FROM remark_likeness l JOIN remark r ON r.id = l.remark_id
              LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'
            WHERE l.consultation_id = :consultationId AND r.state = 'SUBMITTED' AND r.group_id IS NULL AND a.id IS NULL
            """;

    String UNCOMPARED = """
            FROM remark r LEFT JOIN remark_likeness l ON l.remark_id = r.id
            WHERE r.consultation_id = :consultationId AND r.state = 'SUBMITTED' AND l.remark_id IS NULL
            """;

    /** Saves what was found of some remarks. */
    List<Row> saveAll(Iterable<Row> rows);

    /** Remarks with a higher number that were not compared yet, in order. */
    @Query("SELECT r.id, r.number, r.unit_id, LEFT(r.proposed_wording, 4000) AS proposed,"
            + " LEFT(r.rationale, 4000) AS rationale " + UNCOMPARED
            + " AND r.number > :after ORDER BY r.number LIMIT :limit")
    List<Words> uncompared(long consultationId, int after, int limit);

    /** How many were not compared yet. */
    @Query("SELECT COUNT(*) " + UNCOMPARED)
    int countUncompared(long consultationId);

    /** Who stands in some buckets, of each those who came first. */
    @Query("SELECT bucket, remark_id FROM (SELECT bucket, remark_id,"
            + " ROW_NUMBER() OVER (PARTITION BY bucket ORDER BY remark_id) AS place FROM remark_bucket"
            + " WHERE consultation_id = :consultationId AND bucket IN (:buckets)) standing"
            + " WHERE place <= :most ORDER BY bucket, remark_id")
    List<Standing> standing(long consultationId, Collection<Long> buckets, int most);

    /** What some remarks say. */
    @Query("SELECT id, number, unit_id, LEFT(proposed_wording, 4000) AS proposed, LEFT(rationale, 4000) AS rationale"
            + " FROM remark WHERE id IN (:ids)")
    List<Words> words(Collection<Long> ids);

    /** Lots of which at least two remarks wait in no group and without an approved answer, the largest first. */
    @Query("SELECT l.lot_id, COUNT(*) AS remarks " + WAITING
            + " GROUP BY l.lot_id HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, MIN(r.number) LIMIT :limit")
    List<Lot> largest(long consultationId, int limit);

    /** How many such lots there are. */
    @Query("SELECT COUNT(*) FROM (SELECT l.lot_id " + WAITING + " GROUP BY l.lot_id HAVING COUNT(*) > 1) lots")
    int count(long consultationId);

    /** The first remarks that wait of some lots, in the order of their numbers. */
    @Query("SELECT lot_id, number FROM (SELECT l.lot_id, r.number,"
            + " ROW_NUMBER() OVER (PARTITION BY l.lot_id ORDER BY r.number) AS at " + WAITING
            + " AND l.lot_id IN (:lots)) members WHERE at <= :most ORDER BY number")
    List<Member> members(long consultationId, Collection<Long> lots, int most);

    /** Consultations that still need answers and have remarks that were not compared. */
    @Query("""
            SELECT c.id FROM consultation c
            WHERE NOT EXISTS (
                SELECT 1 FROM consultation_report p WHERE p.consultation_id = c.id AND p.published_at IS NOT NULL)
              AND EXISTS (
                SELECT 1 FROM remark r LEFT JOIN remark_likeness l ON l.remark_id = r.id
                WHERE r.consultation_id = c.id AND r.state = 'SUBMITTED' AND l.remark_id IS NULL)
            ORDER BY c.id LIMIT 1000
            """)
    List<Long> waitingConsultations();

    /** Consultations whose report is published, so that nobody looks into their buckets again, and that still have some. */
    @Query("SELECT p.consultation_id FROM consultation_report p WHERE p.published_at IS NOT NULL"
            + " AND EXISTS (SELECT 1 FROM remark_bucket b WHERE b.consultation_id = p.consultation_id)"
            + " ORDER BY p.consultation_id LIMIT 1000")
    List<Long> reportedWithBuckets();

    /** Empties some buckets of a consultation; how many rows. */
    @Query("DELETE FROM remark_bucket WHERE consultation_id = :consultationId LIMIT 5000")
    int emptySome(long consultationId);

    /**
     * A remark in its lot.
     *
     * @param remarkId which
     * @param consultationId whose
     * @param lotId key of the first of the lot
     */
    @MappedEntity("remark_likeness")
    record Row(@Id long remarkId, long consultationId, long lotId) {}

    /**
     * Who stands in a bucket.
     *
     * @param bucket which
     * @param remarkId who
     */
    @Introspected
    record Standing(long bucket, long remarkId) {}

    /**
     * What a remark says.
     *
     * @param id of it
     * @param number within its consultation
     * @param unitId what it is on, or null for the whole act
     * @param proposed wording
     * @param rationale of it
     */
    @Introspected
    record Words(long id, int number, @Nullable Long unitId, String proposed, String rationale) {

        LikeRemarks.Print print() {
            return LikeRemarks.print(unitId == null ? "" : unitId.toString(), proposed + "\n" + rationale);
        }
    }

    /**
     * A lot.
     *
     * @param lotId key of its first remark
     * @param remarks that wait in it
     */
    @Introspected
    record Lot(long lotId, int remarks) {}

    /**
     * A remark of a lot.
     *
     * @param lotId of which
     * @param number of the remark
     */
    @Introspected
    record Member(long lotId, int number) {}
}
