package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk appends a correction to a published report, with its date. The report itself stays as it was. */
@Singleton
public class CorrectingReport {

    private static final int LONGEST_TEXT = 5_000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final AppendingCorrection appending;
    private final AuditLog audit;
    private final Clock clock;

    CorrectingReport(
            Consultations consultations,
            ConsultationReports reports,
            AppendingCorrection appending,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.appending = appending;
        this.audit = audit;
        this.clock = clock;
    }

    /** Appends a correction. */
    @Transactional
    public Reporting correct(String slug, String text, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new Reporting.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Reporting.Forbidden();
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new Reporting.NotFound();
        }
        var report = reports.findByConsultationIdForUpdate(consultation.key()).orElse(null);
        if (report == null || report.publishedAt() == null) {
            return new Reporting.WrongMoment("report.notYet");
        }
        var errors = FormErrors.none()
                .unless(!text.isBlank(), "correction", "report.correction.missing")
                .unless(Typed.length(text) <= LONGEST_TEXT, "correction", "forms.tooLong", LONGEST_TEXT);
        if (errors.any()) {
            return new Reporting.Invalid(errors);
        }
        appending.append(report, text, OfficeTime.now(clock), actor.personId());
        audit.record(actor.personId(), "REPORT_CORRECTED", "consultation", slug, "");
        return new Reporting.Done();
    }
}
