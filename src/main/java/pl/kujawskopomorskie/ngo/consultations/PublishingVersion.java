package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk publishes a further version of an announced draft. The first version is published with the notice; see
 * {@link RunningConsultation#announce}.
 */
@Singleton
public class PublishingVersion {

    private static final int LONGEST_NOTE = 1000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final DraftVersions versions;
    private final TellingFollowers telling;
    private final AuditLog audit;
    private final Clock clock;

    PublishingVersion(
            Consultations consultations,
            ConsultationReports reports,
            DraftVersions versions,
            TellingFollowers telling,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.versions = versions;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets everybody read a version, for good.
     *
     * @param note what is new in it, in a sentence or two
     */
    @Transactional
    public DraftReading publish(String slug, int number, String note, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new DraftReading.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new DraftReading.Forbidden();
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new DraftReading.NotFound();
        }
        var version = versions.findByConsultationIdAndNumber(consultation.key(), number)
                .orElse(null);
        if (version == null) {
            return new DraftReading.NotFound();
        }
        if (consultation.announcedAt() == null) {
            return new DraftReading.WrongMoment("consultations.version.announceFirst");
        }
        if (consultation.cancelledAt() != null
                || reports.publishedAt(consultation.key()).isPresent()) {
            return new DraftReading.WrongMoment("consultations.draft.over");
        }
        if (version.publishedAt() != null) {
            return new DraftReading.WrongMoment("consultations.version.published.already");
        }
        var errors = FormErrors.none()
                .unless(!note.isEmpty(), "note", "consultations.version.note.missing")
                .unless(note.length() <= LONGEST_NOTE, "note", "forms.tooLong", LONGEST_NOTE);
        if (errors.any()) {
            return new DraftReading.Invalid(errors);
        }
        versions.publish(version.key(), note, OfficeTime.now(clock));
        telling.tell(consultation, NewsKind.NEW_VERSION, Integer.toString(number));
        audit.record(actor.personId(), "VERSION_PUBLISHED", "consultation", slug, "version " + number + ": " + note);
        return new DraftReading.Done(version);
    }
}
