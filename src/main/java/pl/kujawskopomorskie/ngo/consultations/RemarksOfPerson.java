package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.PersonalData;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;

/**
 * What this module keeps of a person: their remarks. A submitted remark is part of a public file and stays; a person who is
 * forgotten takes their name from it, and from published reports, and their drafts are gone.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class RemarksOfPerson implements GenericRepository<Remark, Long>, PersonalData {

    private final Consultations consultations;
    private final EditingReport editing;
    private final StoringFiles files;
    private final IndexingRemarks indexing;

    RemarksOfPerson(Consultations consultations, EditingReport editing, StoringFiles files, IndexingRemarks indexing) {
        this.consultations = consultations;
        this.editing = editing;
        this.files = files;
        this.indexing = indexing;
    }

    @Override
    public String section() {
        return "remarks";
    }

    @Override
    public Object exported(long personId) {
        return rows(personId).stream().map(RemarksOfPerson::inWords).toList();
    }

    @Override
    public void erase(long personId) {
        var attached = filesOfDrafts(personId);
        deleteAttachmentsOfDrafts(personId);
        deleteDrafts(personId);
        attached.forEach(files::forget);
        var named = namedInReports(personId).stream()
                .collect(Collectors.groupingBy(
                        Named::consultationId, TreeMap::new, Collectors.mapping(Named::number, Collectors.toList())));
        named.forEach((consultationId, numbers) -> editing.entries(
                consultations.findByIdForUpdate(consultationId).orElseThrow(),
                numbers,
                FrozenReport.Entry::unnamed,
                "report.hidden.consent",
                "",
                personId));
        takeNameAway(personId);
        indexing.index(submitted(personId));
        deleteUnsavedAnswers(personId);
    }

    private static Map<String, Object> inWords(Row row) {
        var words = new LinkedHashMap<String, Object>();
        words.put("consultation", row.slug());
        words.put("state", row.state());
        words.put("number", row.number() == null ? "" : row.number());
        words.put("unit", row.citation() == null ? "" : row.citation());
        words.put("proposedWording", row.proposedWording());
        words.put("rationale", row.rationale());
        words.put("nameShown", row.authorConsents());
        words.put("changedAt", row.changedAt().toString());
        words.put(
                "submittedAt",
                row.submittedAt() == null ? "" : row.submittedAt().toString());
        return words;
    }

    @Query("""
            SELECT c.slug, r.state, r.number, u.citation, r.proposed_wording, r.rationale, r.author_consents, r.changed_at,
              r.submitted_at
            FROM remark r JOIN consultation c ON c.id = r.consultation_id LEFT JOIN draft_unit u ON u.id = r.unit_id
            WHERE r.author_id = :personId ORDER BY r.id
            """)
    abstract List<Row> rows(long personId);

    @Query("SELECT a.file_id FROM remark_attachment a JOIN remark r ON r.id = a.remark_id"
            + " WHERE r.author_id = :personId AND r.organisation_id IS NULL AND r.state = 'DRAFT'")
    abstract List<Long> filesOfDrafts(long personId);

    @Query("DELETE a FROM remark_attachment a JOIN remark r ON r.id = a.remark_id"
            + " WHERE r.author_id = :personId AND r.organisation_id IS NULL AND r.state = 'DRAFT'")
    abstract void deleteAttachmentsOfDrafts(long personId);

    @Query("DELETE FROM remark WHERE author_id = :personId AND organisation_id IS NULL AND state = 'DRAFT'")
    abstract void deleteDrafts(long personId);

    @Query(
            "SELECT r.consultation_id, r.number FROM remark r JOIN consultation_report p"
                    + " ON p.consultation_id = r.consultation_id AND p.published_at IS NOT NULL"
                    + " WHERE r.author_id = :personId AND r.organisation_id IS NULL AND r.state = 'SUBMITTED' AND r.author_consents ORDER BY r.id")
    abstract List<Named> namedInReports(long personId);

    @Query("UPDATE remark SET author_name = '', author_consents = FALSE, revision = revision + 1"
            + " WHERE author_id = :personId AND organisation_id IS NULL AND state <> 'DRAFT'")
    abstract void takeNameAway(long personId);

    @Query(
            "SELECT id FROM remark WHERE author_id = :personId AND organisation_id IS NULL AND state <> 'DRAFT' ORDER BY id")
    abstract List<Long> submitted(long personId);

    @Query("DELETE FROM unsaved_answer WHERE person_id = :personId")
    abstract void deleteUnsavedAnswers(long personId);

    /** A remark that names the person in a published report. */
    @Introspected
    record Named(long consultationId, int number) {}

    /** One remark of the person. */
    @Introspected
    record Row(
            String slug,
            String state,
            @Nullable Integer number,
            @Nullable String citation,
            String proposedWording,
            String rationale,
            boolean authorConsents,
            Instant changedAt,
            @Nullable Instant submittedAt) {}
}
