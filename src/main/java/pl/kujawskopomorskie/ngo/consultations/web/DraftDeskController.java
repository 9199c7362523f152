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
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSettings;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftAlignments;
import pl.kujawskopomorskie.ngo.consultations.DraftReading;
import pl.kujawskopomorskie.ngo.consultations.DraftTexts;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.PublishingVersion;
import pl.kujawskopomorskie.ngo.consultations.ReadingDraft;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Reading a draft in, looking at what was read, and publishing it. */
@Controller("/biuro/konsultacje/{slug}/wersje")
@Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DraftDeskController {

    private final Consultations consultations;
    private final ConsultationSettings settings;
    private final DraftVersions versions;
    private final DraftTexts texts;
    private final DraftAlignments alignments;
    private final ReadingDraft reading;
    private final PublishingVersion publishing;

    DraftDeskController(
            Consultations consultations,
            ConsultationSettings settings,
            DraftVersions versions,
            DraftTexts texts,
            DraftAlignments alignments,
            ReadingDraft reading,
            PublishingVersion publishing) {
        this.consultations = consultations;
        this.settings = settings;
        this.versions = versions;
        this.texts = texts;
        this.alignments = alignments;
        this.reading = reading;
        this.publishing = publishing;
    }

    @Get("/nowa")
    @Secured("CLERK")
    HttpResponse<?> blank(@PathVariable String slug, Actor actor) {
        var consultation = visible(slug, actor);
        return consultation == null
                ? Pages.notFound()
                : Pages.show("desk/upload", upload(consultation, "", FormErrors.none()));
    }

    @Post
    @Secured("CLERK")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> read(
            @PathVariable String slug,
            @Part("file") @Nullable CompletedFileUpload file,
            @Part("text") @Nullable String text,
            @Part("sure") @Nullable String sure,
            Actor actor) {
        var consultation = visible(slug, actor);
        if (consultation == null) {
            return Pages.notFound();
        }
        // The text is law to be read, so nothing is taken out of it here but what the reader itself refuses.
        var pasted = text == null ? "" : text;
        var sent = file != null && !Typed.line(file.getFilename()).isEmpty();
        if (!sent && pasted.isBlank()) {
            return Pages.invalid("desk/upload", upload(consultation, "", FormErrors.of("file", "desk.upload.nothing")));
        }
        var outcome = file != null && sent
                ? reading.read(slug, bytes(file), Typed.line(file.getFilename()), "true".equals(sure), actor)
                : reading.read(slug, pasted, "true".equals(sure), actor);
        return switch (outcome) {
            case DraftReading.Unreadable(var reason) ->
                Pages.invalid(
                        "desk/upload",
                        upload(
                                consultation,
                                pasted,
                                FormErrors.of(
                                        sent ? "file" : "text",
                                        "desk.upload.refused." + reason.name(),
                                        settings.valueOf(ConsultationSetting.LARGEST_FILE_MB))));
            case DraftReading other ->
                answer(
                        slug,
                        other,
                        Done.VERSION_READ,
                        errors -> Pages.invalid("desk/upload", upload(consultation, pasted, errors)));
        };
    }

    @Get("/{number}")
    HttpResponse<?> show(@PathVariable String slug, @PathVariable int number, Actor actor) {
        return page(slug, number, actor, "", FormErrors.none());
    }

    @Post("/{number}/publikuj")
    @Secured("CLERK")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(
            @PathVariable String slug, @PathVariable int number, @Body("note") @Nullable String note, Actor actor) {
        var typed = Typed.text(note);
        return answer(
                slug,
                publishing.publish(slug, number, typed, actor),
                Done.VERSION_PUBLISHED,
                errors -> page(slug, number, actor, typed, errors));
    }

    private HttpResponse<?> page(String slug, int number, Actor actor, String note, FormErrors errors) {
        var consultation = visible(slug, actor);
        var version = consultation == null
                ? null
                : versions.findByConsultationIdAndNumber(consultation.key(), number)
                        .orElse(null);
        if (consultation == null || version == null) {
            return Pages.notFound();
        }
        var page = DraftDeskPage.from(
                consultation,
                version,
                texts.find(version),
                alignments.fates(version),
                ConsultationPolicy.mayRun(actor),
                note,
                errors);
        return errors.any() ? Pages.invalid("desk/version", page) : Pages.show("desk/version", page);
    }

    private @Nullable Consultation visible(String slug, Actor actor) {
        return consultations
                .findBySlug(slug)
                .filter(found -> ConsultationPolicy.maySee(actor, found))
                .orElse(null);
    }

    private UploadPage upload(Consultation consultation, String text, FormErrors errors) {
        var unpublished = versions.findByConsultationIdOrderByNumber(consultation.key()).stream()
                .filter(version -> version.publishedAt() == null)
                .findFirst();
        return new UploadPage(
                consultation.slug(),
                consultation.title(),
                text,
                settings.valueOf(ConsultationSetting.LARGEST_FILE_MB),
                unpublished.map(DraftVersion::number).orElse(0),
                unpublished.filter(ReadingDraft::isMended).isPresent(),
                errors);
    }

    private static HttpResponse<?> answer(String slug, DraftReading outcome, Done done, Complaint complaint) {
        return switch (outcome) {
            case DraftReading.Done(var version) ->
                Pages.done(done, "/biuro/konsultacje/" + slug + "/wersje/" + version.number());
            case DraftReading.Invalid(var errors) -> complaint.with(errors);
            case DraftReading.Stale ignored -> complaint.with(FormErrors.of(FormErrors.WHOLE_FORM, "desk.stale"));
            case DraftReading.Unreadable(var reason) ->
                complaint.with(FormErrors.of(FormErrors.WHOLE_FORM, "desk.upload.refused." + reason.name()));
            case DraftReading.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case DraftReading.Forbidden ignored -> Pages.forbidden();
            case DraftReading.NotFound ignored -> Pages.notFound();
        };
    }

    private static byte[] bytes(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page again, with what was wrong. */
    private interface Complaint {
        HttpResponse<?> with(FormErrors errors);
    }
}
