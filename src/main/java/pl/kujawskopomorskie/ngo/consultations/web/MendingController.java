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
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftReading;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.MendingDraft;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Mending by hand one unit of a version that is not published yet. */
@Controller("/biuro/konsultacje/{slug}/wersje/{number}/jednostki/{address}")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class MendingController {

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final MendingDraft mending;

    MendingController(Consultations consultations, DraftVersions versions, DraftUnits units, MendingDraft mending) {
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.mending = mending;
    }

    @Get
    HttpResponse<?> show(@PathVariable String slug, @PathVariable int number, @PathVariable String address) {
        return page(slug, number, address, MendingForm.empty(), FormErrors.none());
    }

    @Post("/podziel")
    HttpResponse<?> split(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String address,
            @Body MendingForm form,
            Actor actor) {
        var place = form.place(slug, number, address);
        return answer(place, form, mending.split(place, Typed.text(form.words()), actor));
    }

    @Post("/polacz")
    HttpResponse<?> join(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String address,
            @Body MendingForm form,
            Actor actor) {
        var place = form.place(slug, number, address);
        return answer(place, form, mending.join(place, actor));
    }

    @Post("/oznacz")
    HttpResponse<?> relabel(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String address,
            @Body MendingForm form,
            Actor actor) {
        var place = form.place(slug, number, address);
        var label = Typed.line(form.label());
        return answer(place, form, mending.relabel(place, form.unitKind(), label, actor));
    }

    @Post("/powiaz")
    HttpResponse<?> pair(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String address,
            @Body MendingForm form,
            Actor actor) {
        var place = form.place(slug, number, address);
        return answer(place, form, mending.pair(place, Typed.line(form.before()), actor));
    }

    private HttpResponse<?> answer(MendingDraft.Place place, MendingForm form, DraftReading outcome) {
        return switch (outcome) {
            case DraftReading.Done ignored ->
                Pages.done(Done.UNIT_MENDED, "/biuro/konsultacje/" + place.slug() + "/wersje/" + place.number());
            case DraftReading.Invalid(var errors) -> page(place.slug(), place.number(), place.unit(), form, errors);
            case DraftReading.Stale ignored ->
                page(
                        place.slug(),
                        place.number(),
                        place.unit(),
                        form,
                        FormErrors.of(FormErrors.WHOLE_FORM, "desk.mend.stale"));
            case DraftReading.Unreadable ignored -> Pages.notFound();
            case DraftReading.WrongMoment(var sentenceKey) -> Pages.conflict(sentenceKey);
            case DraftReading.Forbidden ignored -> Pages.forbidden();
            case DraftReading.NotFound ignored -> Pages.notFound();
        };
    }

    private HttpResponse<?> page(String slug, int number, String address, MendingForm form, FormErrors errors) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var version = consultation == null
                ? null
                : versions.findByConsultationIdAndNumber(consultation.key(), number)
                        .orElse(null);
        var unit = version == null
                ? null
                : units.findByVersionIdAndAddress(version.key(), address).orElse(null);
        if (consultation == null || version == null || unit == null) {
            return Pages.notFound();
        }
        if (version.publishedAt() != null) {
            return Pages.conflict("consultations.version.published.already");
        }
        var last = units.findByVersionIdOrderByPosition(version.key()).getLast().key() == unit.key();
        var page = MendingPage.from(consultation, version, unit, last, unitsBefore(version), form, errors);
        return errors.any() ? Pages.invalid("desk/unit", page) : Pages.show("desk/unit", page);
    }

    private List<DraftUnit> unitsBefore(DraftVersion version) {
        return versions.findByConsultationIdAndNumber(version.consultationId(), version.number() - 1)
                .map(before -> units.findByVersionIdOrderByPosition(before.key()))
                .orElse(List.of());
    }
}
