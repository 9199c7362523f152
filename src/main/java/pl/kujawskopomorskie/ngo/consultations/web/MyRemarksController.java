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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSettings;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.DraftingRemark;
import pl.kujawskopomorskie.ngo.consultations.DraftingRemark.Discarding;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAttachments;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The remarks of a person, or of the organisation for which they act: drafts to go on with, and what was submitted. */
@Controller("/konto/uwagi")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MyRemarksController {

    private static final int PAGE_SIZE = 20;
    private static final String VIEW = "consultations/remark-form";

    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final ConsultationSettings settings;
    private final DraftingRemark drafting;

    MyRemarksController(
            Remarks remarks,
            RemarkAttachments attachments,
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            ConsultationSettings settings,
            DraftingRemark drafting) {
        this.remarks = remarks;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.settings = settings;
        this.drafting = drafting;
    }

    @Get
    HttpResponse<?> list(@QueryValue @Nullable String strona, Actor actor, @Nullable Voice voice) {
        var number = strona != null && strona.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(strona) : 1;
        var first = (number - 1) * PAGE_SIZE;
        var total = voice == null
                ? remarks.countByAuthor(actor.personId())
                : remarks.countByOrganisation(voice.organisationId(), actor.personId());
        return Pages.show(
                "consultations/my-remarks",
                new MyRemarksPage(
                        voice == null
                                ? remarks.findByAuthor(actor.personId(), PAGE_SIZE, first)
                                : remarks.findByOrganisation(
                                        voice.organisationId(), actor.personId(), PAGE_SIZE, first),
                        number,
                        Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE),
                        settings.valueOf(ConsultationSetting.DRAFTS_KEPT_DAYS),
                        voice));
    }

    @Get("/{id}")
    HttpResponse<?> edit(
            @PathVariable String id, @QueryValue @Nullable String zapisano, Actor actor, @Nullable Voice voice) {
        var remark = id.matches("[0-9]{1,18}")
                ? remarks.owned(Long.parseLong(id), actor.personId()).orElse(null)
                : null;
        if (remark == null) {
            return Pages.notFound();
        }
        if (remark.state() != RemarkState.DRAFT) {
            var consultation = consultations.findById(remark.consultationId()).orElseThrow();
            return Pages.goTo("/konsultacje/" + consultation.slug() + "/uwagi/" + remark.number());
        }
        return ConsultationPolicy.isInTheNameOf(remark, voice)
                ? Pages.show(VIEW, page(remark, FormErrors.none(), zapisano != null, actor, voice))
                : Pages.conflict("consultations.mine.otherVoice");
    }

    @Post("/{id}/usun")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(
            @PathVariable String id, @Body @Nullable Map<String, String> fields, Actor actor, @Nullable Voice voice) {
        if (!id.matches("[0-9]{1,18}")) {
            return Pages.notFound();
        }
        var seen = RemarkForm.revisionNumber(fields == null ? null : fields.get("revision"));
        return switch (drafting.discard(Long.parseLong(id), seen, actor)) {
            case Discarding.Done() -> Pages.done(Done.REMARK_DRAFT_DISCARDED, "/konto/uwagi");
            // What stands there now is shown, so that nothing is thrown away unread.
            case Discarding.Changed(var draft)
            when ConsultationPolicy.isInTheNameOf(draft, voice) ->
                Pages.outdated(
                        VIEW,
                        page(
                                draft,
                                FormErrors.of(FormErrors.WHOLE_FORM, "consultations.mine.delete.changed"),
                                false,
                                actor,
                                voice));
            case Discarding.Changed changed -> Pages.conflict("consultations.mine.otherVoice");
            case Discarding.NotFound() -> Pages.notFound();
        };
    }

    private RemarkFormPage page(Remark draft, FormErrors errors, boolean justKept, Actor actor, @Nullable Voice voice) {
        var consultation = consultations.findById(draft.consultationId()).orElseThrow();
        var version = versions.findById(draft.versionId()).orElseThrow().number();
        var unitId = draft.unitId();
        var unit = unitId == null ? null : units.findById(unitId).orElseThrow();
        return new RemarkFormPage(
                catalogue.find(consultation.slug()).orElseThrow(),
                version,
                unit,
                RemarkForm.of(draft, version, unit, voice),
                errors,
                actor.displayName(),
                attachments.findByRemark(draft.key()),
                settings.valueOf(ConsultationSetting.MOST_ATTACHMENTS),
                settings.valueOf(ConsultationSetting.LARGEST_FILE_MB),
                settings.valueOf(ConsultationSetting.DRAFTS_KEPT_DAYS),
                draft.key(),
                justKept,
                voice,
                null,
                "",
                draft.readyAt());
    }

    /**
     * A person's remarks.
     *
     * @param rows on this page of the list
     * @param number of this page of the list
     * @param pages how many pages the list has
     * @param draftsKeptDays for how many days after closing a draft is kept
     * @param voice whose they are, or null for the person's own
     */
    record MyRemarksPage(
            List<Remarks.Mine> rows,
            int number,
            int pages,
            int draftsKeptDays,
            @Nullable Voice voice) {}
}
