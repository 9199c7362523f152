package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of consultations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Consultations extends GenericRepository<Consultation, Long> {

    /** Saves a new one. A slug that is taken is refused by the database. */
    Consultation save(Consultation consultation);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Consultation update(Consultation consultation);

    /** The consultation of a slug, drafts included: callers ask the policy who may see it. */
    Optional<Consultation> findBySlug(String slug);

    Optional<Consultation> findById(Long id);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM consultation WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    /**
     * The consultation, locked until the end of the transaction. Everything that hands out numbers or depends on the
     * term takes this lock first, so that a number is never given twice and nothing slips in after the last second.
     */
    @Query("SELECT * FROM consultation WHERE id = :id FOR UPDATE")
    Optional<Consultation> findByIdForUpdate(long id);

    /** Announced consultations whose term ends after a moment, cancelled ones included; what ends first first. */
    @Query("SELECT * FROM consultation WHERE announced_at IS NOT NULL AND closes_at > :after"
            + " ORDER BY closes_at, id LIMIT :limit")
    List<Consultation> announcedEndingAfter(Instant after, int limit);

    /** Sets what the search looks in; made by {@link pl.kujawskopomorskie.ngo.shared.text.PolishSearch}. */
    @Query("UPDATE consultation SET search_text = :searchText WHERE id = :id")
    void index(long id, String searchText);

    /** Locks the numbers of a year until the end of the transaction. */
    @Query("INSERT INTO consultation_year (year) VALUES (:year) ON DUPLICATE KEY UPDATE year = year")
    void lockNumbersOf(int year);

    /** The highest number given in a year, 0 when there is none yet. */
    @Query("SELECT COALESCE(MAX(number), 0) FROM consultation WHERE year = :year")
    int highestNumber(int year);

    /** Publishes the notice: from now on it has a number and is everybody's. */
    @Query("UPDATE consultation SET year = :year, number = :number, announced_at = :announcedAt,"
            + " report_due_on = :reportDueOn, revision = revision + 1 WHERE id = :id AND announced_at IS NULL")
    void announce(long id, int year, int number, Instant announcedAt, LocalDate reportDueOn);

    /** Moves the end of the term. */
    @Query("UPDATE consultation SET closes_at = :closesAt, report_due_on = :reportDueOn, revision = revision + 1"
            + " WHERE id = :id")
    void setTerm(long id, Instant closesAt, LocalDate reportDueOn);

    /** Keeps what the term was and why it changed. */
    @Query("INSERT INTO consultation_extension"
            + " (consultation_id, old_closes_at, new_closes_at, reason, extended_at, extended_by)"
            + " VALUES (:id, :oldClosesAt, :newClosesAt, :reason, :extendedAt, :extendedBy)")
    void addExtension(
            long id, Instant oldClosesAt, Instant newClosesAt, String reason, Instant extendedAt, long extendedBy);

    /** Cancels it. */
    @Query("UPDATE consultation SET cancelled_at = :cancelledAt, cancel_reason = :reason, revision = revision + 1"
            + " WHERE id = :id AND cancelled_at IS NULL")
    void cancel(long id, Instant cancelledAt, String reason);

    /** States the act that came of it. */
    @Query("UPDATE consultation SET act_number = :number, act_adopted_on = :adoptedOn, act_link = :link,"
            + " revision = revision + 1 WHERE id = :id")
    void recordAct(long id, String number, LocalDate adoptedOn, @Nullable String link);

    /** The extensions of a consultation, the first first. */
    @Query("SELECT old_closes_at, new_closes_at, reason, extended_at FROM consultation_extension"
            + " WHERE consultation_id = :id ORDER BY id")
    List<Extension> extensions(long id);

    /** The documents beside the draft, in the order in which they were added. */
    @Query("SELECT d.id, d.title, f.name, f.media_type, f.size_bytes FROM consultation_document d"
            + " JOIN stored_file f ON f.id = d.file_id WHERE d.consultation_id = :id ORDER BY d.id")
    List<Document> documents(long id);

    /** The file of a document, if the consultation has that document. */
    @Query("SELECT file_id FROM consultation_document WHERE id = :documentId AND consultation_id = :id")
    Optional<Long> fileOfDocument(long id, long documentId);

    /** Puts a document beside the draft. */
    @Query("INSERT INTO consultation_document (consultation_id, title, file_id) VALUES (:id, :title, :fileId)")
    void addDocument(long id, String title, long fileId);

    /** Takes a document away; its file is the caller's to forget. */
    @Query("DELETE FROM consultation_document WHERE id = :documentId AND consultation_id = :id")
    void removeDocument(long id, long documentId);

    /** Keys of the files of its documents and versions. */
    @Query("SELECT file_id FROM consultation_document WHERE consultation_id = :id"
            + " UNION SELECT file_id FROM draft_version WHERE consultation_id = :id AND file_id IS NOT NULL")
    List<Long> files(long id);

    /** Takes all documents away. */
    @Query("DELETE FROM consultation_document WHERE consultation_id = :id")
    void removeDocuments(long id);

    /** Deletes one that was never announced. */
    @Query("DELETE FROM consultation WHERE id = :id AND announced_at IS NULL")
    void delete(long id);

    /**
     * A document beside the draft.
     *
     * @param id key of the row
     * @param title for readers
     * @param name of the file
     * @param mediaType of the file
     * @param sizeBytes of the file
     */
    @Introspected
    record Document(long id, String title, String name, String mediaType, long sizeBytes) {}

    /**
     * One time that the term was made longer.
     *
     * @param oldClosesAt when it would have ended
     * @param newClosesAt when it ended instead
     * @param reason the public reason
     * @param extendedAt when that was decided
     */
    @Introspected
    record Extension(Instant oldClosesAt, Instant newClosesAt, String reason, Instant extendedAt) {}
}
