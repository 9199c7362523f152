package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Answering;
import pl.kujawskopomorskie.ngo.consultations.AnsweringRemark;
import pl.kujawskopomorskie.ngo.consultations.Answers;
import pl.kujawskopomorskie.ngo.consultations.Approval;
import pl.kujawskopomorskie.ngo.consultations.ApprovingAnswer;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.GroupingRemarks;
import pl.kujawskopomorskie.ngo.consultations.HidingText;
import pl.kujawskopomorskie.ngo.consultations.KeepingUnsavedAnswer;
import pl.kujawskopomorskie.ngo.consultations.OfficeRegister;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAttachments;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.consultations.RemarkRedaction;
import pl.kujawskopomorskie.ngo.consultations.RemarkRedactions;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.UnsavedAnswers;
import pl.kujawskopomorskie.ngo.consultations.act.WordDiff;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** One remark on the office's desk: its answer is written, reviewed and approved here, and parts of it are hidden. */
@Controller("/biuro/konsultacje/{slug}/uwagi/{number:[0-9]+}")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class AnswerController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final OfficeRemarks office;
    private final OfficeRegister register;
    private final UnsavedAnswers unsaved;
    private final KeepingUnsavedAnswer keeping;
    private final Answers answers;
    private final RemarkAttachments attachments;
    private final RemarkRedactions redactions;
    private final OfficeDepartments departments;
    private final AnsweringRemark answering;
    private final ApprovingAnswer approving;
    private final HidingText hiding;
    private final GroupingRemarks grouping;

    AnswerController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            OfficeRemarks office,
            OfficeRegister register,
            UnsavedAnswers unsaved,
            KeepingUnsavedAnswer keeping,
            Answers answers,
            RemarkAttachments attachments,
            RemarkRedactions redactions,
            OfficeDepartments departments,
            AnsweringRemark answering,
            ApprovingAnswer approving,
            HidingText hiding,
            GroupingRemarks grouping) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.office = office;
        this.register = register;
        this.unsaved = unsaved;
        this.keeping = keeping;
        this.answers = answers;
        this.attachments = attachments;
        this.redactions = redactions;
        this.departments = departments;
        this.answering = answering;
        this.approving = approving;
        this.hiding = hiding;
        this.grouping = grouping;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String slug, @PathVariable String number, Actor actor) {
        return page(slug, number, OfficeQuery.in(request), null, FormErrors.none(), actor);
    }

    @Post("/odpowiedz")
    @Secured({"CLERK", "DEPARTMENT_OFFICER"})
    HttpResponse<?> write(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @Body AnswerForm form,
            Actor actor) {
        var entry = form.entry();
        var review = "review".equals(form.action());
        var outcome = review
                ? answering.sendToReview(slug, key(number), entry, actor)
                : answering.draft(slug, key(number), entry, actor);
        var done = review ? Done.ANSWER_SENT_TO_REVIEW : Done.ANSWER_DRAFTED;
        return answer(slug, number, OfficeQuery.in(request), form, outcome, done, actor);
    }

    /** Keeps what is being typed; asked for by the page itself at each pause, so it answers with no page. */
    @Post("/niezapisane")
    @Secured({"CLERK", "DEPARTMENT_OFFICER"})
    HttpResponse<?> keep(@PathVariable String slug, @PathVariable String number, @Body AnswerForm form, Actor actor) {
        return switch (keeping.keep(slug, key(number), form.entry(), actor)) {
            case Answering.Done ignored -> HttpResponse.noContent();
            case Answering.Invalid ignored -> HttpResponse.unprocessableEntity();
            case Answering.Stale ignored -> HttpResponse.status(HttpStatus.CONFLICT);
            case Answering.WrongMoment ignored -> HttpResponse.status(HttpStatus.CONFLICT);
            case Answering.Forbidden ignored -> HttpResponse.status(HttpStatus.FORBIDDEN);
            case Answering.NotFound ignored -> HttpResponse.notFound();
        };
    }

    @Post("/niezapisane/odrzuc")
    @Secured({"CLERK", "DEPARTMENT_OFFICER"})
    @Consumes(MediaType.ALL)
    HttpResponse<?> abandon(
            HttpRequest<?> request, @PathVariable String slug, @PathVariable String number, Actor actor) {
        return answer(request, slug, number, keeping.drop(slug, key(number), actor), Done.UNSAVED_DROPPED, actor);
    }

    @Post("/zatwierdz")
    @Secured("CLERK")
    HttpResponse<?> approve(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @Body AnswerForm form,
            Actor actor) {
        var query = OfficeQuery.in(request);
        var outcome = "true".equals(form.wholeGroup())
                ? approving.approveWithGroup(slug, key(number), form.revisionNumber(), actor)
                : approving.approve(slug, Map.of(key(number), form.revisionNumber()), actor);
        return switch (outcome) {
            case Approval.Done(var approved, var left)
            when left.isEmpty() -> Pages.done(Done.ANSWER_APPROVED, path(slug, number) + query.whole());
            case Approval.Done(var approved, var left) ->
                page(
                        slug,
                        number,
                        query,
                        null,
                        FormErrors.of(
                                FormErrors.WHOLE_FORM,
                                "answers.notApprovedBecause."
                                        + left.values().iterator().next().name()),
                        actor);
            case Approval.Refused(var refusal) ->
                answer(slug, number, query, form, refusal, Done.ANSWER_APPROVED, actor);
        };
    }

    @Post("/zwroc")
    @Secured("CLERK")
    HttpResponse<?> sendBack(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @Body AnswerForm form,
            Actor actor) {
        return answer(
                slug,
                number,
                OfficeQuery.in(request),
                form,
                approving.sendBack(slug, key(number), form.revisionNumber(), Typed.text(form.returnReason()), actor),
                Done.ANSWER_RETURNED,
                actor);
    }

    @Post("/cofnij-zatwierdzenie")
    @Secured("CLERK")
    HttpResponse<?> reopen(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @Body AnswerForm form,
            Actor actor) {
        return answer(
                slug,
                number,
                OfficeQuery.in(request),
                form,
                approving.reopen(slug, key(number), form.revisionNumber(), actor),
                Done.ANSWER_REOPENED,
                actor);
    }

    @Post("/ukryj")
    @Secured("CLERK")
    HttpResponse<?> hide(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @Body AnswerForm form,
            Actor actor) {
        var field = Arrays.stream(RemarkRedaction.Field.values())
                .filter(one -> one.name().equals(form.hiddenField()))
                .findFirst()
                .orElse(null);
        return answer(
                slug,
                number,
                OfficeQuery.in(request),
                form,
                hiding.hide(
                        slug,
                        key(number),
                        field,
                        Typed.text(form.hiddenText()).strip(),
                        Typed.line(form.hideReason()),
                        actor),
                Done.TEXT_HIDDEN,
                actor);
    }

    @Post("/wylacz-z-grupy")
    @Secured("CLERK")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeOut(
            HttpRequest<?> request, @PathVariable String slug, @PathVariable String number, Actor actor) {
        return answer(request, slug, number, grouping.takeOut(slug, key(number), actor), Done.REMARK_UNGROUPED, actor);
    }

    /** Of what was pressed without typing anything. */
    private HttpResponse<?> answer(
            HttpRequest<?> request, String slug, String number, Answering outcome, Done done, Actor actor) {
        return answer(
                slug, number, OfficeQuery.in(request), AnswerForm.of((Answer) null, null, false), outcome, done, actor);
    }

    private HttpResponse<?> answer(
            String slug, String number, OfficeQuery query, AnswerForm form, Answering outcome, Done done, Actor actor) {
        return switch (outcome) {
            case Answering.Done ignored -> Pages.done(done, path(slug, number) + query.whole());
            case Answering.Invalid(var errors) -> page(slug, number, query, form, errors, actor);
            // The page comes back on top of the newer answer, which it shows beside what was typed.
            case Answering.Stale ignored ->
                page(slug, number, query, form, FormErrors.of(FormErrors.WHOLE_FORM, "answers.stale"), actor);
            case Answering.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case Answering.Forbidden ignored -> Pages.forbidden();
            case Answering.NotFound ignored -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(
            String slug, String number, OfficeQuery query, @Nullable AnswerForm typed, FormErrors errors, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var remark = remarks.findByConsultationIdAndNumber(consultation.key(), key(number))
                .orElse(null);
        if (remark == null || remark.state() == RemarkState.DRAFT) {
            return Pages.notFound();
        }
        var page = page(consultation, overview, remark, query, typed, errors, actor);
        return errors.any() ? Pages.invalid("desk/remark", page) : Pages.show("desk/remark", page);
    }

    private RemarkDeskPage page(
            Consultation consultation,
            ConsultationOverview overview,
            Remark remark,
            OfficeQuery query,
            @Nullable AnswerForm typed,
            FormErrors errors,
            Actor actor) {
        var answer = answers.findByRemarkId(remark.key()).orElse(null);
        var changed = unit(answer == null ? null : answer.changedUnitId());
        var newest = versions.findCurrent(consultation.key()).orElseThrow();
        var madeOn = versions.findById(remark.versionId()).orElseThrow();
        var reported = reports.publishedAt(consultation.key()).isPresent();
        var reference = RemarkReceipt.number(overview.reference(), Objects.requireNonNullElse(remark.number(), 0));
        var group = group(remark, answer, actor);
        var fresh = AnswerForm.of(answer, changed == null ? null : changed.address(), group != null);
        var departmentId = remark.departmentId();
        var number = Objects.requireNonNullElse(remark.number(), 0);
        var rights = rights(actor, consultation, remark, answer, reported);
        // What was typed and never saved comes back, with the revision that it was typed on: over a newer answer it is
        // not saved unseen.
        var kept = rights.answer() && typed == null
                ? unsaved.find(actor.personId(), remark.key()).orElse(null)
                : null;
        return new RemarkDeskPage(
                overview,
                query,
                remark,
                reference,
                unit(remark.unitId()),
                madeOn.number(),
                remark.currentWording().isEmpty() || remark.proposedWording().isEmpty()
                        ? List.of()
                        : WordDiff.between(remark.currentWording(), remark.proposedWording()),
                attachments.findByRemark(remark.key()),
                departmentId == null
                        ? ""
                        : departments
                                .withKey(departmentId)
                                .map(Department::name)
                                .orElse(""),
                group,
                answer,
                answer == null ? "" : office.writerOfAnswer(remark.key()).orElse(""),
                changed,
                newest.number() == madeOn.number()
                        ? List.of()
                        : units.findByVersionIdOrderByPosition(newest.key()).stream()
                                .map(unit -> Choice.named(unit.address(), unit.citation()))
                                .toList(),
                redactions.findByRemarkIdInOrderById(List.of(remark.key())),
                office.history(reference),
                reported,
                rights,
                register.neighbours(consultation, query.filter(), number),
                office.nextUnanswered(consultation.key(), number).orElse(null),
                kept == null ? null : kept.keptAt(),
                kept != null && kept.revision() != fresh.revisionNumber(),
                typed != null ? typed.onTopOf(fresh) : kept == null ? fresh : AnswerForm.of(kept, group != null),
                errors);
    }

    private static RemarkDeskPage.Rights rights(
            Actor actor, Consultation consultation, Remark remark, @Nullable Answer answer, boolean reported) {
        var runs = ConsultationPolicy.mayRun(actor) && !reported && remark.state() == RemarkState.SUBMITTED;
        var approves = answer != null && ConsultationPolicy.mayApprove(actor, consultation, answer, reported);
        return new RemarkDeskPage.Rights(
                ConsultationPolicy.mayAnswer(actor, remark, reported)
                        && (answer == null || answer.state() != Answer.State.APPROVED),
                approves,
                runs && answer != null,
                runs,
                ConsultationPolicy.mayRun(actor) && remark.state() == RemarkState.SUBMITTED,
                runs && answer != null && answer.state() == Answer.State.IN_REVIEW && !approves);
    }

    private RemarkDeskPage.@Nullable Group group(Remark remark, @Nullable Answer own, Actor actor) {
        var groupId = remark.groupId();
        if (groupId == null) {
            return null;
        }
        var members = office.inGroup(groupId);
        var others =
                members.stream().filter(other -> other.key() != remark.key()).toList();
        var found = answers.findByRemarkIdIn(members.stream().map(Remark::key).toList()).stream()
                .collect(Collectors.toMap(Answer::remarkId, Function.identity()));
        return new RemarkDeskPage.Group(
                office.groupName(groupId).orElse(""),
                numbers(members.stream()),
                numbers(others.stream()
                        .filter(other -> !ConsultationPolicy.mayAnswer(actor, other, false)
                                || !AnsweringRemark.isFree(found.get(other.key()), own))),
                numbers(others.stream().filter(other -> {
                    var answer = found.get(other.key());
                    return own != null && answer != null && ApprovingAnswer.waitsAlike(own, answer);
                })));
    }

    private static List<Integer> numbers(Stream<Remark> remarks) {
        return remarks.map(Remark::number).filter(Objects::nonNull).toList();
    }

    private @Nullable DraftUnit unit(@Nullable Long id) {
        return id == null ? null : units.findById(id).orElse(null);
    }

    private static String path(String slug, String number) {
        return "/biuro/konsultacje/" + slug + "/uwagi/" + number;
    }

    // A number too long for one that can be is that of no remark.
    private static int key(String number) {
        return number.length() <= 9 ? Integer.parseInt(number) : 0;
    }
}
