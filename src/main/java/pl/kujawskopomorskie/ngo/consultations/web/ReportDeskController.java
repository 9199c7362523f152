package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.CorrectingReport;
import pl.kujawskopomorskie.ngo.consultations.HidingInNotice;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.PreviewingReport;
import pl.kujawskopomorskie.ngo.consultations.PublishingReport;
import pl.kujawskopomorskie.ngo.consultations.Reporting;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The report on the office's desk. */
@Controller("/biuro/konsultacje/{slug}/sprawozdanie")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ReportDeskController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final OfficeRemarks office;
    private final PublishingReport publishing;
    private final CorrectingReport correcting;
    private final HidingInNotice hiding;
    private final PreviewingReport previewing;

    ReportDeskController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            OfficeRemarks office,
            PublishingReport publishing,
            CorrectingReport correcting,
            HidingInNotice hiding,
            PreviewingReport previewing) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.office = office;
        this.publishing = publishing;
        this.correcting = correcting;
        this.hiding = hiding;
        this.previewing = previewing;
    }

    @Get
    HttpResponse<?> show(@PathVariable String slug, Actor actor) {
        return page(slug, null, FormErrors.none(), actor);
    }

    @Post
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable String slug, @Body ReportForm form, Actor actor) {
        var introduction = Typed.text(form.introduction());
        var afterword = Typed.text(form.afterword());
        if ("publish".equals(form.action())) {
            var outcome = publishing.publish(slug, introduction, afterword, form.revisionNumber(), actor);
            return answer(slug, form, outcome, Done.REPORT_PUBLISHED, actor);
        }
        var outcome = publishing.save(slug, introduction, afterword, form.revisionNumber(), actor);
        return outcome instanceof Reporting.Done && "preview".equals(form.action())
                ? Pages.goTo("/biuro/konsultacje/" + slug + "/sprawozdanie/podglad")
                : answer(slug, form, outcome, Done.REPORT_SAVED, actor);
    }

    /** The report as it would be published, to be read before the step that cannot be taken back. */
    @Get("/podglad")
    HttpResponse<?> preview(@PathVariable String slug, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var report = reports.findByConsultationId(consultation.key()).orElse(null);
        if (report != null && report.publishedAt() != null) {
            return Pages.goTo("/konsultacje/" + slug + "/sprawozdanie");
        }
        return Pages.show(
                "desk/report-preview",
                new ReportPreviewPage(
                        overview,
                        previewing.of(consultation, ReportPreviewPage.MOST),
                        ReportForm.of(report),
                        ConsultationPolicy.mayRun(actor)));
    }

    @Post("/sprostowanie")
    @Secured("CLERK")
    HttpResponse<?> correct(@PathVariable String slug, @Body ReportForm form, Actor actor) {
        return answer(
                slug,
                form,
                correcting.correct(slug, Typed.text(form.correction()), actor),
                Done.REPORT_CORRECTED,
                actor);
    }

    @Post("/ukryj")
    @Secured("CLERK")
    HttpResponse<?> hide(@PathVariable String slug, @Body ReportForm form, Actor actor) {
        return answer(
                slug,
                form,
                hiding.hide(slug, Typed.line(form.hiddenWords()), Typed.line(form.hideReason()), actor),
                Done.TEXT_HIDDEN,
                actor);
    }

    private HttpResponse<?> answer(String slug, ReportForm form, Reporting outcome, Done done, Actor actor) {
        return switch (outcome) {
            case Reporting.Done ignored -> Pages.done(done, "/biuro/konsultacje/" + slug + "/sprawozdanie");
            case Reporting.Invalid(var errors) -> page(slug, form, errors, actor);
            case Reporting.Unanswered(var remarks) ->
                page(slug, form, FormErrors.of("unanswered", "report.unanswered", remarks), actor);
            case Reporting.Stale ignored -> page(slug, form, FormErrors.of(FormErrors.WHOLE_FORM, "desk.stale"), actor);
            case Reporting.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Reporting.Forbidden ignored -> Pages.forbidden();
            case Reporting.NotFound ignored -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(String slug, @Nullable ReportForm typed, FormErrors errors, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var report = reports.findByConsultationId(consultation.key()).orElse(null);
        var fresh = ReportForm.of(report);
        var page = new ReportDeskPage(
                overview,
                report,
                report == null ? List.of() : reports.corrections(report.key()),
                office.unanswered(consultation.key()),
                office.inReview(consultation.key()),
                ConsultationPolicy.mayRun(actor),
                typed == null ? fresh : typed.onTopOf(fresh),
                errors);
        return errors.any() ? Pages.invalid("desk/report", page) : Pages.show("desk/report", page);
    }
}
