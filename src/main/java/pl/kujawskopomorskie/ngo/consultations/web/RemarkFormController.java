package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSettings;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.Drafting;
import pl.kujawskopomorskie.ngo.consultations.DraftingRemark;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAttachments;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.Submission;
import pl.kujawskopomorskie.ngo.consultations.SubmittingRemark;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import reactor.core.publisher.Flux;

/** The form of a remark: begun on a unit or on the whole act, kept as a draft, submitted. */
@Controller("/konsultacje/{slug}/uwagi")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RemarkFormController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final ConsultationSettings settings;
    private final DraftingRemark drafting;
    private final SubmittingRemark submitting;
    private final Voices voices;

    RemarkFormController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            RemarkAttachments attachments,
            ConsultationSettings settings,
            DraftingRemark drafting,
            SubmittingRemark submitting,
            Voices voices) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.attachments = attachments;
        this.settings = settings;
        this.drafting = drafting;
        this.submitting = submitting;
        this.voices = voices;
    }

    @Get("/nowa")
    HttpResponse<?> begin(
            HttpRequest<?> request,
            @PathVariable String slug,
            @QueryValue @Nullable String jednostka,
            @QueryValue @Nullable String wersja,
            @Nullable Actor actor,
            @Nullable Voice voice) {
        var beside = "true".equals(request.getHeaders().get("HX-Request"));
        if (actor == null) {
            return toSignIn(request, beside);
        }
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var version = (wersja == null || !wersja.matches("[1-9][0-9]{0,3}")
                        ? versions.findCurrent(consultation.key())
                        : versions.findByConsultationIdAndNumber(consultation.key(), Integer.parseInt(wersja)))
                .filter(found -> found.publishedAt() != null)
                .filter(found -> ConsultationPolicy.maySee(actor, consultation, found))
                .orElse(null);
        if (version == null) {
            return Pages.notFound();
        }
        var address = jednostka == null ? "" : jednostka;
        var unit = address.isEmpty()
                ? null
                : units.findByVersionIdAndAddress(version.key(), address).orElse(null);
        if (unit == null && !address.isEmpty()) {
            return Pages.notFound();
        }
        var form = RemarkForm.on(version.number(), unit, voice);
        var page = page(slug, version.number(), unit, form, FormErrors.none(), actor, voice, null);
        if (!page.open() && !page.notOpenKey().endsWith("NOT_YET")) {
            return Pages.conflict(page.notOpenKey());
        }
        return Pages.show(beside ? "consultations/remark-form-beside" : "consultations/remark-form", page);
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> sendParts(
            @PathVariable String slug, @Body MultipartBody body, @Nullable Actor actor, @Nullable Voice voice) {
        var parts = Flux.from(body).collectList().block();
        return send(slug, RemarkForm.of(parts == null ? List.of() : parts), actor, voice);
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendFields(
            @PathVariable String slug,
            @Body @Nullable Map<String, Object> fields,
            @Nullable Actor actor,
            @Nullable Voice voice) {
        return send(slug, RemarkForm.of(Fields.lists(fields)), actor, voice);
    }

    private HttpResponse<?> send(String slug, RemarkForm sent, @Nullable Actor actor, @Nullable Voice voice) {
        var form = sent.versionNumber() == 0 ? sent.onVersion(currentVersion(slug)) : sent;
        if (actor == null) {
            // Signed out while writing: the words stay on the page, to be sent again after signing in elsewhere.
            return refused(
                            slug,
                            form,
                            FormErrors.of(FormErrors.WHOLE_FORM, "consultations.remark.signedOut"),
                            null,
                            null)
                    .status(HttpStatus.UNAUTHORIZED);
        }
        if (!form.isInTheNameOf(voice)) {
            // Chosen anew in another tab, or ended: nothing is done in a name that the person did not see on the form.
            return refused(
                    slug,
                    form,
                    FormErrors.of(
                            FormErrors.WHOLE_FORM,
                            "consultations.remark.voice.other",
                            voice == null ? actor.displayName() : voice.name()),
                    actor,
                    voice);
        }
        return form.keeps() ? keep(slug, form, actor, voice) : submit(slug, form, actor, voice);
    }

    // A form that lost its version is on the text that everybody reads now.
    private int currentVersion(String slug) {
        return consultations
                .findBySlug(slug)
                .flatMap(consultation -> versions.findCurrent(consultation.key()))
                .map(DraftVersion::number)
                .orElse(0);
    }

    private HttpResponse<?> keep(String slug, RemarkForm form, Actor actor, @Nullable Voice voice) {
        return switch (drafting.keep(slug, form.entry(), actor, voice)) {
            case Drafting.Kept kept -> Pages.goTo("/konto/uwagi/" + kept.draft().key() + "?zapisano=tak");
            case Drafting.Submitted submitted -> Pages.goTo(place(slug, submitted.remark()));
            case Drafting.Invalid invalid -> refused(slug, form, invalid.errors(), actor, voice);
            case Drafting.NotFound notFound -> Pages.notFound();
        };
    }

    private HttpResponse<?> submit(String slug, RemarkForm form, Actor actor, @Nullable Voice voice) {
        return switch (submitting.submit(slug, form.entry(), actor, voice)) {
            case Submission.Accepted accepted
            when accepted.remark().state() == RemarkState.SUBMITTED ->
                Pages.goTo(place(slug, accepted.remark()) + "/zlozona");
            case Submission.Accepted withdrawn -> Pages.goTo(place(slug, withdrawn.remark()));
            case Submission.Ready ready ->
                Pages.goTo("/konto/uwagi/" + ready.draft().key());
            case Submission.NobodyToSubmit nobody ->
                refused(slug, form, FormErrors.of(FormErrors.WHOLE_FORM, "consultations.ready.nobody"), actor, voice);
            case Submission.Invalid invalid -> refused(slug, form, invalid.errors(), actor, voice);
            case Submission.Closed closed -> late(slug, form, closed);
            case Submission.NotFound notFound -> Pages.notFound();
        };
    }

    private HttpResponse<?> late(String slug, RemarkForm form, Submission.Closed closed) {
        var consultation = consultations.findBySlug(slug).orElseThrow();
        var opensAt = consultation.opensAt();
        return Pages.outdated(
                "consultations/remark-late",
                new LatePage(
                        slug,
                        consultation.title(),
                        closed.why(),
                        opensAt == null ? Instant.EPOCH : opensAt,
                        form,
                        closed.draft() == null ? null : closed.draft().key(),
                        consultation.contactName(),
                        consultation.contactEmail()));
    }

    private MutableHttpResponse<?> refused(
            String slug, RemarkForm typed, FormErrors errors, @Nullable Actor actor, @Nullable Voice asked) {
        // Asked again, because it may have ended while the form was on its way.
        var voice = actor == null || asked == null ? null : voices.of(actor, asked.organisationId());
        var form = actor == null ? typed : typed.inTheNameOf(voice);
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var version = versions.findByConsultationIdAndNumber(consultation.key(), form.versionNumber())
                .filter(found -> found.publishedAt() != null)
                .filter(found -> ConsultationPolicy.maySee(actor, consultation, found))
                .orElse(null);
        if (version == null) {
            return Pages.notFound();
        }
        var unit = form.unit().isEmpty()
                ? null
                : units.findByVersionIdAndAddress(version.key(), form.unit()).orElse(null);
        var named = form.files().isEmpty() || errors.at("attachments") != null
                ? errors
                : errors.and("attachments", "consultations.remark.attachment.again");
        var before = actor == null
                ? null
                : remarks.ownedByToken(consultation.key(), form.formToken(), actor.personId())
                        .filter(found -> ConsultationPolicy.isInTheNameOf(found, voice))
                        .orElse(null);
        var stale = errors.at(FormErrors.WHOLE_FORM) != null && actor != null;
        var shown = !stale ? form : before == null ? form.renewed() : form.onTopOf(before);
        return Pages.invalid(
                "consultations/remark-form", page(slug, version.number(), unit, shown, named, actor, voice, before));
    }

    private RemarkFormPage page(
            String slug,
            int version,
            @Nullable DraftUnit unit,
            RemarkForm form,
            FormErrors errors,
            @Nullable Actor actor,
            @Nullable Voice voice,
            @Nullable Remark before) {
        // What was changed meanwhile stands beside what was typed, so that nothing is replaced unread.
        var saved = before != null
                        && before.state() == RemarkState.DRAFT
                        && errors.at(FormErrors.WHOLE_FORM) != null
                        && !(before.proposedWording().equals(form.proposedWording())
                                && before.rationale().equals(form.rationale()))
                ? before
                : null;
        return new RemarkFormPage(
                catalogue.find(slug).orElseThrow(),
                version,
                unit,
                form,
                errors,
                actor == null ? "" : actor.displayName(),
                before == null ? List.of() : attachments.findByRemark(before.key()),
                settings.valueOf(ConsultationSetting.MOST_ATTACHMENTS),
                settings.valueOf(ConsultationSetting.LARGEST_FILE_MB),
                settings.valueOf(ConsultationSetting.DRAFTS_KEPT_DAYS),
                before == null ? null : before.key(),
                false,
                voice,
                saved,
                saved == null || actor == null
                        ? ""
                        : remarks.writer(saved.key(), actor.personId()).orElse(""),
                before == null ? null : before.readyAt());
    }

    // A fragment in place of which a whole sign-in page came would be a page within a page.
    private static HttpResponse<?> toSignIn(HttpRequest<?> request, boolean beside) {
        var address = "/logowanie?dalej=" + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8);
        return beside
                ? HttpResponse.noContent().header("HX-Redirect", address)
                : HttpResponse.seeOther(URI.create(address));
    }

    private static String place(String slug, Remark remark) {
        return "/konsultacje/" + slug + "/uwagi/" + remark.number();
    }

    /**
     * A remark that came outside the term.
     *
     * @param slug of the consultation
     * @param title of the consultation
     * @param why it is not accepted
     * @param opensAt when remarks are first accepted
     * @param form what was typed
     * @param draftId where it is kept, or null
     * @param contactName whom to ask
     * @param contactEmail where to ask
     */
    record LatePage(
            String slug,
            String title,
            Submission.Reason why,
            Instant opensAt,
            RemarkForm form,
            @Nullable Long draftId,
            String contactName,
            String contactEmail) {}
}
