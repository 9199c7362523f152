package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSettings;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DiscardingConsultation;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.KeepingDocuments;
import pl.kujawskopomorskie.ngo.consultations.LifeChange;
import pl.kujawskopomorskie.ngo.consultations.PreparingConsultation;
import pl.kujawskopomorskie.ngo.consultations.RunningConsultation;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The office's desk: all consultations, and the life of each from its notice to the adopted act. */
@Controller("/biuro")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class DeskController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final OfficeDepartments departments;
    private final PreparingConsultation preparing;
    private final RunningConsultation running;
    private final DiscardingConsultation discarding;
    private final KeepingDocuments documents;
    private final List<HomeDoor> doors;
    private final ConsultationSettings settings;
    private final Messages messages;

    DeskController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            OfficeDepartments departments,
            PreparingConsultation preparing,
            RunningConsultation running,
            DiscardingConsultation discarding,
            KeepingDocuments documents,
            List<HomeDoor> doors,
            ConsultationSettings settings,
            Messages messages) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.departments = departments;
        this.preparing = preparing;
        this.running = running;
        this.discarding = discarding;
        this.documents = documents;
        this.doors =
                doors.stream().sorted(Comparator.comparingInt(HomeDoor::order)).toList();
        this.settings = settings;
        this.messages = messages;
    }

    @Get
    HttpResponse<?> desk(
            @QueryValue @Nullable String stan,
            @QueryValue @Nullable String rodzaj,
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var asked = ListQuery.of(stan, rodzaj, rok, szukaj, strona);
        var found = catalogue.find(asked.filter(ConsultationPolicy.mayLookIntoTheOffice(actor)));
        // Of every module: the office has one desk.
        var waiting =
                doors.stream().flatMap(door -> door.waitingFor(actor).stream()).toList();
        return Pages.show("desk/list", DeskPage.from(asked, found, waiting, ConsultationPolicy.mayRun(actor)));
    }

    @Get("/konsultacje/nowa")
    @Secured("CLERK")
    HttpResponse<?> blank() {
        // A notice is a document of the office, so what is proposed for it is Polish whatever the clerk reads.
        var form = NoticeForm.fresh(
                messages.get(Language.POLISH, "desk.notice.legalBasis.usual"),
                messages.get(Language.POLISH, "desk.notice.participants.usual"));
        return Pages.show("desk/notice", notice("", form, FormErrors.none(), departments.all()));
    }

    @Post("/konsultacje")
    @Secured("CLERK")
    HttpResponse<?> begin(@Body NoticeForm form, Actor actor) {
        var all = departments.all();
        var read = form.read(all.stream().map(Department::key).collect(Collectors.toSet()));
        if (read.errors().any()) {
            return Pages.invalid("desk/notice", notice("", form, read.errors(), all));
        }
        return answer(
                preparing.begin(read.notice(), actor),
                Done.CONSULTATION_BEGUN,
                errors -> Pages.invalid("desk/notice", notice("", form, errors, all)));
    }

    @Get("/konsultacje/{slug}")
    HttpResponse<?> show(@PathVariable String slug, Actor actor) {
        return page(slug, actor, FormErrors.none(), LifeForm.empty(), false);
    }

    @Get("/konsultacje/{slug}/ogloszenie")
    @Secured("CLERK")
    HttpResponse<?> notice(@PathVariable String slug) {
        return consultations
                .findBySlug(slug)
                .<HttpResponse<?>>map(found -> found.announcedAt() != null
                        ? Pages.conflict("consultations.change.announced")
                        : Pages.show(
                                "desk/notice",
                                notice(slug, NoticeForm.of(found), FormErrors.none(), departments.all())))
                .orElseGet(Pages::notFound);
    }

    @Post("/konsultacje/{slug}/ogloszenie")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable String slug, @Body NoticeForm form, Actor actor) {
        var all = departments.all();
        var read = form.read(all.stream().map(Department::key).collect(Collectors.toSet()));
        if (read.errors().any()) {
            return Pages.invalid("desk/notice", notice(slug, form, read.errors(), all));
        }
        return answer(
                preparing.change(slug, form.revisionNumber(), read.notice(), actor),
                Done.NOTICE_SAVED,
                errors -> Pages.invalid("desk/notice", notice(slug, form, errors, all)));
    }

    /** What will happen when it is announced, to be read before the step that cannot be taken back. */
    @Get("/konsultacje/{slug}/oglos")
    @Secured("CLERK")
    HttpResponse<?> beforeAnnouncing(@PathVariable String slug) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null) {
            return Pages.notFound();
        }
        return consultation.announcedAt() != null
                ? Pages.conflict("consultations.announce.already")
                : Pages.show(
                        "desk/announce",
                        AnnouncePage.of(
                                consultation,
                                running.missing(consultation),
                                consultations.documents(consultation.key()).size(),
                                settings.valueOf(ConsultationSetting.REPORT_DUE_DAYS)));
    }

    @Post("/konsultacje/{slug}/oglos")
    @Secured("CLERK")
    HttpResponse<?> announce(@PathVariable String slug, Actor actor) {
        return answer(
                running.announce(slug, actor),
                Done.CONSULTATION_ANNOUNCED,
                errors -> page(slug, actor, errors, LifeForm.empty(), true));
    }

    @Post("/konsultacje/{slug}/usun")
    @Secured("CLERK")
    HttpResponse<?> discard(@PathVariable String slug, Actor actor) {
        var change = discarding.discard(slug, actor);
        return change instanceof LifeChange.Done
                ? Pages.done(Done.CONSULTATION_DELETED, "/biuro")
                : answer(
                        change, Done.CONSULTATION_DELETED, errors -> page(slug, actor, errors, LifeForm.empty(), true));
    }

    @Post("/konsultacje/{slug}/przedluz")
    @Secured("CLERK")
    HttpResponse<?> extend(@PathVariable String slug, @Body LifeForm form, Actor actor) {
        var lastDay = NoticeForm.parsed(form.closesOn());
        return answer(
                running.extend(
                        slug, lastDay == null ? null : OfficeTime.endOf(lastDay), Typed.text(form.reason()), actor),
                Done.CONSULTATION_EXTENDED,
                errors -> page(slug, actor, errors, form, true));
    }

    @Post("/konsultacje/{slug}/odwolaj")
    @Secured("CLERK")
    HttpResponse<?> cancel(@PathVariable String slug, @Body LifeForm form, Actor actor) {
        return answer(
                running.cancel(slug, Typed.text(form.cancelReason()), actor),
                Done.CONSULTATION_CANCELLED,
                errors -> page(slug, actor, errors, form, true));
    }

    @Post("/konsultacje/{slug}/akt")
    @Secured("CLERK")
    HttpResponse<?> recordAct(@PathVariable String slug, @Body LifeForm form, Actor actor) {
        return answer(
                running.recordAct(
                        slug,
                        Typed.line(form.actNumber()),
                        NoticeForm.parsed(form.adoptedOn()),
                        Typed.line(form.actLink()),
                        actor),
                Done.ACT_RECORDED,
                errors -> page(slug, actor, errors, form, true));
    }

    @Post("/konsultacje/{slug}/dokumenty")
    @Secured("CLERK")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> addDocument(
            @PathVariable String slug,
            @Part("documentTitle") @Nullable String title,
            @Part("document") @Nullable CompletedFileUpload file,
            Actor actor)
            throws IOException {
        var content = file == null ? new byte[0] : file.getBytes();
        var name = file == null ? "" : Typed.line(file.getFilename());
        return answer(
                documents.add(slug, Typed.line(title), content, name, actor),
                Done.DOCUMENT_ADDED,
                errors -> page(slug, actor, errors, LifeForm.empty(), true));
    }

    @Post("/konsultacje/{slug}/dokumenty/{id:[0-9]+}/usun")
    @Secured("CLERK")
    HttpResponse<?> removeDocument(@PathVariable String slug, @PathVariable String id, Actor actor) {
        return answer(
                documents.remove(slug, id.length() <= 18 ? Long.parseLong(id) : 0, actor),
                Done.DOCUMENT_REMOVED,
                errors -> page(slug, actor, errors, LifeForm.empty(), true));
    }

    private NoticePage notice(String slug, NoticeForm form, FormErrors errors, List<Department> all) {
        return NoticePage.of(slug, form, errors, all, settings.valueOf(ConsultationSetting.SHORTEST_TERM_DAYS));
    }

    private HttpResponse<?> page(String slug, Actor actor, FormErrors errors, LifeForm form, boolean invalid) {
        var overview = catalogue.find(slug).orElse(null);
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (overview == null || consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var page = new DeskConsultationPage(
                overview,
                consultation,
                versions.findByConsultationIdOrderByNumber(consultation.key()),
                consultations.documents(consultation.key()),
                ConsultationPolicy.mayRun(actor),
                form,
                errors);
        return invalid ? Pages.invalid("desk/consultation", page) : Pages.show("desk/consultation", page);
    }

    private static HttpResponse<?> answer(LifeChange change, Done done, Complaint complaint) {
        return switch (change) {
            case LifeChange.Done(var consultation) -> Pages.done(done, "/biuro/konsultacje/" + consultation.slug());
            case LifeChange.Invalid(var errors) -> complaint.with(errors);
            case LifeChange.Stale ignored -> complaint.with(FormErrors.of(FormErrors.WHOLE_FORM, "desk.stale"));
            case LifeChange.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case LifeChange.Forbidden ignored -> Pages.forbidden();
            case LifeChange.NotFound ignored -> Pages.notFound();
        };
    }

    /** The page again, with what was wrong. */
    private interface Complaint {
        HttpResponse<?> with(FormErrors errors);
    }
}
