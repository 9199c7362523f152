package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that say which files belong to a remark. Who may have a file follows from its remark. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemarkAttachments extends GenericRepository<RemarkAttachment, Long> {

    RemarkAttachment save(RemarkAttachment attachment);

    /** The files of a remark, in the order in which they were added; no more than the office lets a remark have. */
    @Query(
            "SELECT a.id, a.file_id, f.name, f.media_type, f.size_bytes, f.sha256"
                    + " FROM remark_attachment a JOIN stored_file f ON f.id = a.file_id WHERE a.remark_id = :remarkId ORDER BY a.id")
    List<File> findByRemark(long remarkId);

    /** The keys of the files of some remarks. */
    @Query("SELECT file_id FROM remark_attachment WHERE remark_id IN (:remarkIds)")
    List<Long> filesOf(Collection<Long> remarkIds);

    /** Takes all files off some remarks. */
    @Query("DELETE FROM remark_attachment WHERE remark_id IN (:remarkIds)")
    void removeAllOf(Collection<Long> remarkIds);

    /** Takes a file off a remark. */
    @Query("DELETE FROM remark_attachment WHERE id = :id AND remark_id = :remarkId")
    int remove(long id, long remarkId);

    /**
     * A file of a remark, without its bytes.
     *
     * @param id key of the attachment, which its address holds
     * @param fileId key of the file
     * @param name as it is handed out
     * @param mediaType found from its content
     * @param sizeBytes its length
     * @param sha256 of its content
     */
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // as the row has it; nobody compares these records
    record File(long id, long fileId, String name, String mediaType, long sizeBytes, byte[] sha256) {

        /** The keys of attachments. */
        static Set<Long> keys(Collection<File> files) {
            return files.stream().map(File::id).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether this is what somebody sends. */
        boolean holds(SentFile sent) {
            return sizeBytes == sent.content().length && Arrays.equals(sha256, RemarkReceipt.sha256(sent.content()));
        }
    }
}
