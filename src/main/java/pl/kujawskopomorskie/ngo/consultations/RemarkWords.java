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

/** The words by which remarks are found, made by {@link IndexingRemarks} of what the remarks and their answers say. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RemarkWords extends GenericRepository<RemarkWords.Row, Long> {

    /** Saves the words of remarks that have none. */
    List<Row> saveAll(Iterable<Row> rows);

    /** Takes the words of some remarks away. */
    @Query("DELETE FROM remark_words WHERE remark_id IN (:remarkIds)")
    void take(Collection<Long> remarkIds);

    /** What some remarks and their answers say. Drafts of remarks are nobody's to find. */
    @Query("""
            SELECT r.id, r.consultation_id, r.author_name, r.proposed_wording, r.rationale,
              a.rationale AS answer, CASE WHEN a.state = 'APPROVED' THEN 1 ELSE 0 END AS approved,
              EXISTS (SELECT 1 FROM remark_redaction h WHERE h.remark_id = r.id AND h.field = 'PROPOSED_WORDING')
                AS proposed_hidden,
              EXISTS (SELECT 1 FROM remark_redaction h WHERE h.remark_id = r.id AND h.field = 'RATIONALE')
                AS rationale_hidden,
              EXISTS (SELECT 1 FROM remark_redaction h WHERE h.remark_id = r.id AND h.field = 'ANSWER')
                AS answer_hidden
            FROM remark r LEFT JOIN answer a ON a.remark_id = r.id
            WHERE r.id IN (:remarkIds) AND r.state <> 'DRAFT'
            """)
    List<Said> said(Collection<Long> remarkIds);

    /** Remarks with a higher key that have no words yet, in order. */
    @Query("SELECT r.id FROM remark r LEFT JOIN remark_words w ON w.remark_id = r.id"
            + " WHERE r.id > :after AND w.remark_id IS NULL AND r.state <> 'DRAFT' ORDER BY r.id LIMIT :limit")
    List<Long> missing(long after, int limit);

    /**
     * The words of one remark.
     *
     * @param remarkId whose
     * @param publicWords of what everybody reads
     * @param officeWords of what the office reads
     */
    @MappedEntity("remark_words")
    record Row(@Id long remarkId, String publicWords, String officeWords) {}

    /**
     * What a remark and its answer say.
     *
     * @param id key of the remark
     * @param consultationId whose it is
     * @param authorName for the office alone
     * @param proposedWording possibly empty
     * @param rationale possibly empty
     * @param answer however far it is, or null
     * @param approved 1 when everybody reads the answer, otherwise 0
     * @param proposedHidden 1 when a part of the proposed wording is hidden, otherwise 0
     * @param rationaleHidden 1 when a part of the rationale is hidden, otherwise 0
     * @param answerHidden 1 when a part of the answer is hidden, otherwise 0
     */
    @Introspected
    record Said(
            long id,
            long consultationId,
            String authorName,
            String proposedWording,
            String rationale,
            @Nullable String answer,
            int approved,
            int proposedHidden,
            int rationaleHidden,
            int answerHidden) {}
}
