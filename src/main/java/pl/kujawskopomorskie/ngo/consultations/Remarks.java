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
 * Rows of remarks. What only its author may see is asked for with the author's key, so that an id guessed is an id not
 * found; what the public sees is read by {@link PublicRemarks}.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Remarks extends GenericRepository<Remark, Long> {

    /** The organisations for which a person speaks at this moment; nobody speaks for one that is not there any more. */
    String SPOKEN_FOR = """
            (SELECT s.organisation_id FROM representation s JOIN organisation o ON o.id = s.organisation_id
                WHERE s.person_id = :personId AND s.living = 1 AND s.accepted = TRUE
                  AND o.listed_at IS NOT NULL AND o.merged_into IS NULL AND o.state <> 'STRUCK_OFF')
            """;

    /** What is a person's own, or an organisation's for which the person speaks at this moment. */
    String OWNED = "(organisation_id IS NULL AND author_id = :personId OR organisation_id IN " + SPOKEN_FOR + ")";

    /** Saves a new one. A number or a form's token that is taken is refused by the database. */
    Remark save(Remark remark);

    /** Saves new ones in one batch. */
    List<Remark> saveAll(Iterable<Remark> remarks);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when it was changed since it was read
     */
    Remark update(Remark remark);

    /** The remark that a form made, if it is the person's or of an organisation that the person speaks for. */
    @Query("SELECT * FROM remark WHERE consultation_id = :consultationId AND form_token = :formToken AND " + OWNED)
    Optional<Remark> ownedByToken(long consultationId, String formToken, long personId);

    /** Whether a form made a remark, whoever sent it. */
    boolean existsByConsultationIdAndFormToken(long consultationId, String formToken);

    /** The remarks that some forms made. */
    List<Remark> findByConsultationIdAndFormTokenIn(long consultationId, Collection<String> formTokens);

    /** A submitted or withdrawn remark by its public number. */
    Optional<Remark> findByConsultationIdAndNumber(long consultationId, Integer number);

    /** A submitted or withdrawn remark of a person, or of an organisation that the person speaks for, by its public number. */
    @Query("SELECT * FROM remark WHERE consultation_id = :consultationId AND number = :number AND " + OWNED)
    Optional<Remark> ownedByNumber(long consultationId, int number, long personId);

    Optional<Remark> findById(Long id);

    /** A remark of a person, or of an organisation that the person speaks for, whatever its state. */
    @Query("SELECT * FROM remark WHERE id = :id AND " + OWNED)
    Optional<Remark> owned(long id, long personId);

    /** The same, locked until the end of the transaction, so that it cannot be changed or submitted meanwhile. */
    @Query("SELECT * FROM remark WHERE id = :id AND " + OWNED + " FOR UPDATE")
    Optional<Remark> ownedForUpdate(long id, long personId);

    /** Removes a draft; how many rows that were: 1, or 0 when there is no such draft that the person may remove. */
    @Query("DELETE FROM remark WHERE id = :id AND state = 'DRAFT' AND " + OWNED)
    int deleteDraft(long id, long personId);

    /** Drafts on consultations whose term ended before a moment, locked until the end of the transaction. */
    @Query("SELECT r.id FROM remark r JOIN consultation c ON c.id = r.consultation_id"
            + " WHERE r.state = 'DRAFT' AND c.closes_at < :moment ORDER BY r.id LIMIT :limit FOR UPDATE")
    List<Long> draftsClosedBefore(Instant moment, int limit);

    /** Removes drafts; their files are off them. */
    @Query("DELETE FROM remark WHERE id IN (:ids) AND state = 'DRAFT'")
    void deleteDrafts(Collection<Long> ids);

    /**
     * The highest number given in a consultation, 0 when there is none yet. Whoever gives the next one holds the lock of
     * {@link Consultations#findByIdForUpdate} and reads committed rows, not a snapshot made before the lock was got.
     */
    @Query("SELECT COALESCE(MAX(number), 0) FROM remark WHERE consultation_id = :consultationId")
    int highestNumber(long consultationId);

    /** Takes the consent to be named back; how many rows that were: 1, or 0 when the remark shows no name. */
    @Query("UPDATE remark SET author_consents = FALSE, revision = revision + 1"
            + " WHERE id = :id AND author_id = :authorId AND organisation_id IS NULL AND number IS NOT NULL"
            + " AND author_consents")
    int takeConsentBack(long id, long authorId);

    /**
     * Notes that the representatives of an organisation are told of a draft; how many rows that were: 1, or 0 when they were
     * told after a moment.
     */
    @Query("UPDATE remark SET told_at = :at WHERE id = :id AND (told_at IS NULL OR told_at <= :before)")
    int tell(long id, Instant at, Instant before);

    String MINE = """
            SELECT r.id, r.state, r.number, r.rationale, r.proposed_wording, r.changed_at, r.submitted_at, r.withdrawn_at,
              r.ready_at, r.revision, u.citation, c.slug, c.title, c.year, c.number AS consultation_number,
              p.display_name AS written_by
            FROM remark r JOIN consultation c ON c.id = r.consultation_id LEFT JOIN draft_unit u ON u.id = r.unit_id
              LEFT JOIN person p ON p.id = r.author_id
            """;

    /** The remarks that a person made in their own name, the last changed first. */
    @Query(MINE + " WHERE r.author_id = :authorId AND r.organisation_id IS NULL"
            + " ORDER BY r.changed_at DESC, r.id DESC LIMIT :limit OFFSET :offset")
    List<Mine> findByAuthor(long authorId, int limit, int offset);

    /** How many remarks a person made in their own name. */
    @Query("SELECT COUNT(*) FROM remark WHERE author_id = :authorId AND organisation_id IS NULL")
    int countByAuthor(long authorId);

    /** The remarks of an organisation for which a person speaks now, the last changed first. */
    @Query(MINE + " WHERE r.organisation_id = :organisationId AND r.organisation_id IN " + SPOKEN_FOR
            + " ORDER BY r.changed_at DESC, r.id DESC LIMIT :limit OFFSET :offset")
    List<Mine> findByOrganisation(long organisationId, long personId, int limit, int offset);

    /** The name of who last wrote a draft of a person, or of an organisation that the person speaks for. */
    @Query("SELECT p.display_name FROM remark r JOIN person p ON p.id = r.author_id WHERE r.id = :id AND " + OWNED)
    Optional<String> writer(long id, long personId);

    /** How many remarks an organisation has for which a person speaks now. */
    @Query("SELECT COUNT(*) FROM remark WHERE organisation_id = :organisationId AND organisation_id IN " + SPOKEN_FOR)
    int countByOrganisation(long organisationId, long personId);

    /**
     * A remark as its author's list shows it.
     *
     * @param number null while it is a draft
     * @param citation of its unit, or null for the whole act
     * @param slug of its consultation
     * @param title of its consultation
     * @param year with the number of the consultation its public number
     * @param readyAt when an editor left it to a representative, or null
     * @param revision counts its changes
     * @param writtenBy who last wrote or submitted it
     */
    @Introspected
    record Mine(
            long id,
            RemarkState state,
            @Nullable Integer number,
            String rationale,
            String proposedWording,
            Instant changedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String citation,
            String slug,
            String title,
            @Nullable Integer year,
            @Nullable Integer consultationNumber,
            @Nullable Instant readyAt,
            int revision,
            @Nullable String writtenBy) {

        /** The public number, {@code K/2026/7/0042}; empty for a draft. */
        public String reference() {
            return number == null ? "" : RemarkReceipt.number("K/" + year + "/" + consultationNumber, number);
        }
    }
}
