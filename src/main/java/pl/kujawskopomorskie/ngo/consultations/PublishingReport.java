package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk prepares the report of a consultation and publishes it. Publishing takes the consultation's lock, as every change
 * of an answer does, and freezes all data in the same transaction: of two clerks one publishes, and what is answered is in
 * the report whole or comes too late. The PDF is made afterwards, by a job.
 */
@Singleton
public class PublishingReport {

    private static final int LONGEST_TEXT = 15_000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final OfficeRemarks office;
    private final FreezingReport freezing;
    private final TellingFollowers telling;
    private final PrintingReport printing;
    private final AuditLog audit;
    private final Clock clock;

    PublishingReport(
            Consultations consultations,
            ConsultationReports reports,
            OfficeRemarks office,
            FreezingReport freezing,
            TellingFollowers telling,
            PrintingReport printing,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.office = office;
        this.freezing = freezing;
        this.telling = telling;
        this.printing = printing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the words of a report that is being prepared.
     *
     * @param revision of the report that the person read, or -1 when there was none
     */
    @Transactional
    public Reporting save(String slug, String introduction, String afterword, int revision, Actor actor) {
        return change(slug, introduction, afterword, revision, actor, (consultation, before) -> {
            put(consultation, before, introduction, afterword);
            audit.record(actor.personId(), "REPORT_SAVED", "consultation", slug, "");
            return new Reporting.Done();
        });
    }

    /** Publishes the report with these words, for good. Parameters as in {@link #save}. */
    @Transactional
    public Reporting publish(String slug, String introduction, String afterword, int revision, Actor actor) {
        return change(slug, introduction, afterword, revision, actor, (consultation, before) -> {
            var now = OfficeTime.now(clock);
            if (!consultation.closedAt(now)) {
                return new Reporting.WrongMoment("report.notClosed");
            }
            var unanswered = office.unanswered(consultation.key());
            if (unanswered > 0) {
                return new Reporting.Unanswered(unanswered);
            }
            var report = freezing.freeze(
                    consultation, put(consultation, before, introduction, afterword), now, actor.personId());
            audit.record(actor.personId(), "REPORT_PUBLISHED", "consultation", slug, "");
            telling.tell(consultation, NewsKind.REPORT, TellingFollowers.ONCE);
            printing.print(report);
            return new Reporting.Done();
        });
    }

    private Reporting change(
            String slug, String introduction, String afterword, int revision, Actor actor, Change change) {
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
        if (consultation.cancelledAt() != null) {
            return new Reporting.WrongMoment("report.cancelled");
        }
        if (consultation.announcedAt() == null) {
            return new Reporting.WrongMoment("report.notClosed");
        }
        var before = reports.findByConsultationId(consultation.key()).orElse(null);
        if (before != null && before.publishedAt() != null) {
            return new Reporting.WrongMoment("report.already");
        }
        if (revision != (before == null ? -1 : before.revision())) {
            return new Reporting.Stale();
        }
        var errors = FormErrors.none()
                .unless(Typed.length(introduction) <= LONGEST_TEXT, "introduction", "forms.tooLong", LONGEST_TEXT)
                .unless(Typed.length(afterword) <= LONGEST_TEXT, "afterword", "forms.tooLong", LONGEST_TEXT);
        return errors.any() ? new Reporting.Invalid(errors) : change.of(consultation, before);
    }

    private ConsultationReport put(
            Consultation consultation, @Nullable ConsultationReport before, String introduction, String afterword) {
        return before == null
                ? reports.save(ConsultationReport.prepared(consultation.key(), introduction, afterword))
                : reports.update(before.saying(introduction, afterword));
    }

    /** What is done to a report that may be changed. */
    private interface Change {
        Reporting of(Consultation consultation, @Nullable ConsultationReport before);
    }
}
