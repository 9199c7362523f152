package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remarks that have a number, as rows with all that a register shows. {@link PublicRemarks} turns them into what everybody
 * may read; nothing else should.
 *
 * <p>Every list begins at a number and goes on by the index of numbers, so that the last page costs what the first does.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RemarkRegister extends GenericRepository<Remark, Long> {

    String COLUMNS = """
            SELECT r.id, r.number, r.state, r.channel, r.author_name, r.author_consents, r.author_id,
              r.current_wording, r.proposed_wording, r.rationale, r.submitted_at, r.content_hash,
              v.number AS version, r.unit_id, u.address AS unit_address, u.citation AS unit_citation,
              a.position AS answer_position, a.rationale AS answer_rationale, a.approved_at AS answered_at,
              cu.address AS changed_address, cu.citation AS changed_citation, cv.number AS changed_version,
              (SELECT COUNT(*) FROM remark_attachment t WHERE t.remark_id = r.id) AS attachments,
              o.slug AS organisation_slug, """ + RemarkOrganisation.ORG_ID + " AS org_id ";

    String FROM = """
            FROM remark r
              JOIN draft_version v ON v.id = r.version_id
              LEFT JOIN draft_unit u ON u.id = r.unit_id
              LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'
              LEFT JOIN draft_unit cu ON cu.id = a.changed_unit_id
              LEFT JOIN draft_version cv ON cv.id = cu.version_id AND cv.published_at IS NOT NULL
              LEFT JOIN remark_words w ON w.remark_id = r.id
              LEFT JOIN organisation o ON o.id = r.organisation_id
            """;

    String MATCHING = """
            r.consultation_id = :consultationId
              AND (r.state = 'SUBMITTED' OR :withWithdrawn)
              AND (:unit = '' OR u.address = :unit OR u.address LIKE :unitsInside
                OR (:unit = 'calosc' AND r.unit_id IS NULL))
              AND (:position = '' OR a.position = :position)
              AND (NOT :unanswered OR a.id IS NULL)
              AND (:channel = '' OR r.channel = :channel)
              AND (:words = '' OR (w.remark_id IS NOT NULL
                AND MATCH (w.public_words) AGAINST (:words IN BOOLEAN MODE) > 0))
            """;

    /** From a number on, in order. */
    @Query(COLUMNS + FROM + " WHERE r.number >= :from AND " + MATCHING + " ORDER BY r.number LIMIT :limit")
    List<Row> forward(
            long consultationId,
            int from,
            boolean withWithdrawn,
            String unit,
            String unitsInside,
            String position,
            boolean unanswered,
            String channel,
            String words,
            int limit);

    /** Numbers before a number, the nearest first: where the page before begins. */
    @Query("SELECT r.number " + FROM + " WHERE r.number < :before AND " + MATCHING
            + " ORDER BY r.number DESC LIMIT :limit")
    List<Integer> numbersBefore(
            long consultationId,
            int before,
            boolean withWithdrawn,
            String unit,
            String unitsInside,
            String position,
            boolean unanswered,
            String channel,
            String words,
            int limit);

    /** How many match. */
    @Query("SELECT COUNT(*) " + FROM + " WHERE r.number IS NOT NULL AND " + MATCHING)
    int count(
            long consultationId,
            boolean withWithdrawn,
            String unit,
            String unitsInside,
            String position,
            boolean unanswered,
            String channel,
            String words);

    /** One remark. */
    @Query(COLUMNS + FROM + " WHERE r.consultation_id = :consultationId AND r.number = :number")
    Optional<Row> one(long consultationId, int number);

    /** Some remarks. */
    @Query(COLUMNS + FROM + " WHERE r.consultation_id = :consultationId AND r.number IN (:numbers)")
    List<Row> some(long consultationId, Collection<Integer> numbers);

    /** The units of published versions that have remarks, in the order of the text, the newest version first. */
    @Query("""
            SELECT u.address, u.citation FROM draft_unit u
              JOIN draft_version v ON v.id = u.version_id AND v.published_at IS NOT NULL
            WHERE v.consultation_id = :consultationId AND EXISTS (SELECT 1 FROM remark r
              WHERE r.version_id = u.version_id AND r.state = 'SUBMITTED' AND r.unit_id = u.id)
            ORDER BY v.number DESC, u.position
            """)
    List<RemarkedUnit> remarkedUnits(long consultationId);

    /** A unit and what continues it in later published versions, the oldest first. */
    @Query("""
            WITH RECURSIVE later AS (
              SELECT u.id, u.version_id, 1 AS step FROM draft_unit u WHERE u.id = :unitId
              UNION ALL
              SELECT n.id, n.version_id, later.step + 1 FROM later JOIN draft_unit n ON n.previous_id = later.id
            )
            SELECT v.number AS version, u.address, u.citation, u.text, u.fate
            FROM later JOIN draft_unit u ON u.id = later.id JOIN draft_version v ON v.id = u.version_id
            WHERE v.published_at IS NOT NULL ORDER BY v.number
            """)
    List<Trace> traces(long unitId);

    /**
     * A remark with its unit, version and approved answer.
     *
     * @param changedVersion null when the answer names no unit, or one of a version that is not published
     */
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // as the row has it; nobody compares these records
    record Row(
            long id,
            int number,
            RemarkState state,
            Channel channel,
            String authorName,
            boolean authorConsents,
            @Nullable Long authorId,
            String currentWording,
            String proposedWording,
            String rationale,
            Instant submittedAt,
            byte[] contentHash,
            int version,
            @Nullable Long unitId,
            @Nullable String unitAddress,
            @Nullable String unitCitation,
            Answer.@Nullable Position answerPosition,
            @Nullable String answerRationale,
            @Nullable Instant answeredAt,
            @Nullable String changedAddress,
            @Nullable String changedCitation,
            @Nullable Integer changedVersion,
            int attachments,
            @Nullable String organisationSlug,
            @Nullable String orgId) {}

    /**
     * A unit that has remarks.
     *
     * @param address of the unit
     * @param citation as law cites it
     */
    @Introspected
    record RemarkedUnit(String address, String citation) {}

    /**
     * A unit in one version.
     *
     * @param version its number
     * @param address of the unit there
     * @param citation of the unit there
     * @param text its words there
     * @param fate what that version did with it
     */
    @Introspected
    record Trace(int version, String address, String citation, String text, DraftUnit.@Nullable Fate fate) {}
}
