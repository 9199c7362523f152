package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;

/**
 * A clerk throws away a consultation that was never announced. Nobody outside the office saw it and nobody could remark on
 * it, so nothing of it is kept but the entries of the log. What was announced stays for good, even when it is cancelled.
 */
@Singleton
public class DiscardingConsultation {

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftTexts texts;
    private final StoringFiles files;
    private final AuditLog audit;

    DiscardingConsultation(
            Consultations consultations, DraftVersions versions, DraftTexts texts, StoringFiles files, AuditLog audit) {
        this.consultations = consultations;
        this.versions = versions;
        this.texts = texts;
        this.files = files;
        this.audit = audit;
    }

    /** Deletes it with its draft, its documents and their files. */
    @Transactional
    public LifeChange discard(String slug, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new LifeChange.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new LifeChange.Forbidden();
        }
        // Announcing takes the same lock, so what is deleted was announced by nobody in the meantime.
        var locked = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (locked == null) {
            return new LifeChange.NotFound();
        }
        if (locked.announcedAt() != null) {
            return new LifeChange.WrongMoment("consultations.discard.announced");
        }
        var stored = consultations.files(locked.key());
        consultations.removeDocuments(locked.key());
        // The newest first: its units name those of the version before.
        for (var version :
                versions.findByConsultationIdOrderByNumber(locked.key()).reversed()) {
            texts.forget(version.key());
            versions.delete(version);
        }
        consultations.delete(locked.key());
        stored.forEach(files::forget);
        audit.record(actor.personId(), "CONSULTATION_DISCARDED", "consultation", slug, locked.title());
        return new LifeChange.Done(locked);
    }
}
