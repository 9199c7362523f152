package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/**
 * All that the office wrote of a consultation and everybody reads, but for the draft itself, remarks and answers. Each update
 * puts a mark in place of words; {@code REPLACE} tells capitals from small letters.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface NoticeTexts extends GenericRepository<Consultation, Long> {

    /** The texts, to look for words in them. */
    @Query("""
            SELECT CONCAT_WS('\\n', title, subject, summary, legal_basis, participants, contact_name, contact_email,
              contact_phone, meeting_place, meeting_note, cancel_reason) FROM consultation WHERE id = :id
            UNION ALL SELECT reason FROM consultation_extension WHERE consultation_id = :id
            UNION ALL SELECT CONCAT_WS('\\n', title, note) FROM draft_version WHERE consultation_id = :id
            UNION ALL SELECT CONCAT_WS('\\n', d.title, f.name) FROM consultation_document d
              JOIN stored_file f ON f.id = d.file_id WHERE d.consultation_id = :id
            UNION ALL SELECT f.name FROM draft_version v JOIN stored_file f ON f.id = v.file_id WHERE v.consultation_id = :id
            UNION ALL SELECT CONCAT_WS('\\n', introduction, afterword) FROM consultation_report WHERE consultation_id = :id
            UNION ALL SELECT c.text FROM report_correction c JOIN consultation_report r ON r.id = c.report_id
              WHERE r.consultation_id = :id
            """)
    List<String> all(long id);

    @Query("""
            UPDATE consultation SET title = REPLACE(title, :words, :mark), subject = REPLACE(subject, :words, :mark),
              summary = REPLACE(summary, :words, :mark), legal_basis = REPLACE(legal_basis, :words, :mark),
              participants = REPLACE(participants, :words, :mark), contact_name = REPLACE(contact_name, :words, :mark),
              contact_email = REPLACE(contact_email, :words, :mark), contact_phone = REPLACE(contact_phone, :words, :mark),
              meeting_place = REPLACE(meeting_place, :words, :mark), meeting_note = REPLACE(meeting_note, :words, :mark),
              cancel_reason = REPLACE(cancel_reason, :words, :mark), revision = revision + 1
            WHERE id = :id
            """)
    void hideInNotice(long id, String words, String mark);

    @Query("UPDATE consultation_extension SET reason = REPLACE(reason, :words, :mark) WHERE consultation_id = :id")
    void hideInExtensions(long id, String words, String mark);

    @Query("UPDATE draft_version SET title = REPLACE(title, :words, :mark), note = REPLACE(note, :words, :mark),"
            + " revision = revision + 1 WHERE consultation_id = :id")
    void hideInVersions(long id, String words, String mark);

    @Query("UPDATE consultation_document SET title = REPLACE(title, :words, :mark) WHERE consultation_id = :id")
    void hideInDocuments(long id, String words, String mark);

    /** In the names of the files of documents and versions, under which they are fetched. */
    @Query("UPDATE stored_file SET name = REPLACE(name, :words, :mark) WHERE id IN"
            + " (SELECT file_id FROM consultation_document WHERE consultation_id = :id"
            + " UNION SELECT file_id FROM draft_version WHERE consultation_id = :id AND file_id IS NOT NULL)")
    void hideInFileNames(long id, String words, String mark);

    @Query("UPDATE consultation_report SET introduction = REPLACE(introduction, :words, :mark),"
            + " afterword = REPLACE(afterword, :words, :mark), revision = revision + 1 WHERE consultation_id = :id")
    void hideInReport(long id, String words, String mark);

    @Query("UPDATE report_correction c JOIN consultation_report r ON r.id = c.report_id"
            + " SET c.text = REPLACE(c.text, :words, :mark) WHERE r.consultation_id = :id")
    void hideInCorrections(long id, String words, String mark);
}
