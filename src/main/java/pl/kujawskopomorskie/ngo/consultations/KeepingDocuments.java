package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk puts documents beside a draft: an assessment of effects, a map, minutes of a meeting. */
@Singleton
public class KeepingDocuments {

    private static final int LONGEST_TITLE = 200;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final ConsultationSettings settings;
    private final StoringFiles files;
    private final AuditLog audit;

    KeepingDocuments(
            Consultations consultations,
            ConsultationReports reports,
            ConsultationSettings settings,
            StoringFiles files,
            AuditLog audit) {
        this.consultations = consultations;
        this.reports = reports;
        this.settings = settings;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Adds one; it is public at once when the consultation is.
     *
     * @param title for readers
     * @param content its bytes
     * @param name of the file as sent
     */
    @Transactional
    public LifeChange add(String slug, String title, byte[] content, String name, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new LifeChange.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new LifeChange.Forbidden();
        }
        if (found.cancelledAt() != null || reports.publishedAt(found.key()).isPresent()) {
            return new LifeChange.WrongMoment("consultations.document.over");
        }
        var errors = FormErrors.none()
                .unless(!title.isEmpty(), "documentTitle", "consultations.document.title.missing")
                .unless(title.length() <= LONGEST_TITLE, "documentTitle", "forms.tooLong", LONGEST_TITLE);
        if (errors.any()) {
            return new LifeChange.Invalid(errors);
        }
        var megabytes = settings.valueOf(ConsultationSetting.LARGEST_FILE_MB);
        return switch (files.store(content, name, megabytes * 1024L * 1024L, actor.personId())) {
            case StoringFiles.Outcome.Stored(var file) -> {
                // Only now the lock, which people who submit remarks wait for; and what it guards is looked at again.
                var locked = consultations.findByIdForUpdate(found.key()).orElse(null);
                if (locked == null) {
                    files.forget(file.key());
                    yield new LifeChange.NotFound();
                }
                if (locked.cancelledAt() != null
                        || reports.publishedAt(found.key()).isPresent()) {
                    files.forget(file.key());
                    yield new LifeChange.WrongMoment("consultations.document.over");
                }
                consultations.addDocument(found.key(), title, file.key());
                audit.record(actor.personId(), "DOCUMENT_ADDED", "consultation", slug, title);
                yield new LifeChange.Done(found);
            }
            case StoringFiles.Outcome.Empty ignored ->
                new LifeChange.Invalid(FormErrors.of("document", "consultations.document.empty"));
            case StoringFiles.Outcome.WrongType ignored ->
                new LifeChange.Invalid(FormErrors.of("document", "consultations.document.type"));
            case StoringFiles.Outcome.TooLarge ignored ->
                new LifeChange.Invalid(FormErrors.of("document", "consultations.document.large", megabytes));
        };
    }

    /** Takes a document away with its file, as long as no report names it. The log keeps its title. */
    @Transactional
    public LifeChange remove(String slug, long documentId, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new LifeChange.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new LifeChange.Forbidden();
        }
        var locked = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (locked == null) {
            return new LifeChange.NotFound();
        }
        var document = consultations.documents(found.key()).stream()
                .filter(each -> each.id() == documentId)
                .findFirst()
                .orElse(null);
        var file = consultations.fileOfDocument(found.key(), documentId).orElse(null);
        if (document == null || file == null) {
            return new LifeChange.NotFound();
        }
        if (locked.cancelledAt() != null || reports.publishedAt(found.key()).isPresent()) {
            return new LifeChange.WrongMoment("consultations.document.over");
        }
        consultations.removeDocument(found.key(), documentId);
        files.forget(file);
        audit.record(actor.personId(), "DOCUMENT_REMOVED", "consultation", slug, document.title());
        return new LifeChange.Done(found);
    }
}
