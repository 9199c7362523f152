package pl.kujawskopomorskie.ngo.events.lending.web;

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
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.lending.KeepingResources;
import pl.kujawskopomorskie.ngo.events.lending.OpeningHours;
import pl.kujawskopomorskie.ngo.events.lending.Resource;
import pl.kujawskopomorskie.ngo.events.lending.ResourceEntry;
import pl.kujawskopomorskie.ngo.events.lending.ResourceKind;
import pl.kujawskopomorskie.ngo.events.lending.Resources;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.TypedFields;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** Rooms and equipment in the office. */
@Controller(ResourceDeskController.THINGS)
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ResourceDeskController {

    static final String THINGS = LendingDeskController.DESK + "/zasoby";

    private static final String FORM = "desk/lending-resource";

    private final Resources resources;
    private final KeepingResources keeping;

    ResourceDeskController(Resources resources, KeepingResources keeping) {
        this.resources = resources;
        this.keeping = keeping;
    }

    @Get
    HttpResponse<?> list(Actor actor) {
        return Pages.show("desk/lending-resources", new ResourcesDeskPage(resources.all(), EventPolicy.mayRun(actor)));
    }

    @Get("/nowa-sala")
    @Secured("CLERK")
    HttpResponse<?> blankRoom() {
        var form = TypedFields.fresh().with("inUse", "true");
        for (var day = 1; day <= 5; day++) {
            form = form.with("opens-" + day, "08:00").with("closes-" + day, "20:00");
        }
        return Pages.show(FORM, new ResourceFormPage(0, ResourceKind.ROOM, form, FormErrors.none()));
    }

    @Post("/nowa-sala")
    @Secured("CLERK")
    HttpResponse<?> addRoom(@Body @Nullable Map<String, String> body, Actor actor) {
        return save(0, ResourceKind.ROOM, TypedFields.of(body), actor);
    }

    @Get("/nowy-sprzet")
    @Secured("CLERK")
    HttpResponse<?> blankEquipment() {
        var form = TypedFields.fresh().with("inUse", "true").with("pieces", "1");
        return Pages.show(FORM, new ResourceFormPage(0, ResourceKind.EQUIPMENT, form, FormErrors.none()));
    }

    @Post("/nowy-sprzet")
    @Secured("CLERK")
    HttpResponse<?> addEquipment(@Body @Nullable Map<String, String> body, Actor actor) {
        return save(0, ResourceKind.EQUIPMENT, TypedFields.of(body), actor);
    }

    @Get("/{resource:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> edit(@PathVariable("resource") long id) {
        return resources
                .findById(id)
                .<HttpResponse<?>>map(found ->
                        Pages.show(FORM, new ResourceFormPage(id, found.kind(), filled(found), FormErrors.none())))
                .orElseGet(Pages::notFound);
    }

    @Post("/{resource:[0-9]+}")
    @Secured("CLERK")
    HttpResponse<?> change(@PathVariable("resource") long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var found = resources.findById(id).orElse(null);
        return found == null ? Pages.notFound() : save(id, found.kind(), TypedFields.of(body), actor);
    }

    private HttpResponse<?> save(long id, ResourceKind kind, TypedFields form, Actor actor) {
        var errors = FormErrors.none();
        var hours = new EnumMap<DayOfWeek, OpeningHours.Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var opens = form.line("opens-" + day.getValue());
            var closes = form.line("closes-" + day.getValue());
            if (kind == ResourceKind.ROOM && !(opens.isEmpty() && closes.isEmpty())) {
                var from = TypedMoment.time(opens);
                var until = TypedMoment.time(closes);
                errors = errors.unless(from != null, "opens-" + day.getValue(), "lending.resource.opens.wrong")
                        .unless(until != null, "closes-" + day.getValue(), "lending.resource.closes.wrong");
                if (from != null && until != null) {
                    errors = errors.unless(
                            from.isBefore(until), "closes-" + day.getValue(), "advisory.slots.hours.backwards");
                    hours.put(
                            day,
                            new OpeningHours.Hours(
                                    from.truncatedTo(ChronoUnit.MINUTES), until.truncatedTo(ChronoUnit.MINUTES)));
                }
            }
        }
        if (errors.any()) {
            return Pages.invalid(FORM, new ResourceFormPage(id, kind, form, errors));
        }
        var entry = new ResourceEntry(
                kind,
                form.line("name"),
                form.text("description"),
                form.line("address"),
                form.number("seats"),
                form.text("accessibility"),
                form.text("equipment"),
                new OpeningHours(hours),
                kind == ResourceKind.ROOM ? 1 : form.number("pieces"),
                form.ticked("inUse"));
        var kept = id == 0
                ? keeping.add(entry, form.token(), actor)
                : keeping.change(id, form.number("revision"), entry, actor);
        return switch (kept) {
            case KeepingResources.Keeping.Done(var resource) -> Pages.done(Done.RESOURCE_SAVED, THINGS);
            case KeepingResources.Keeping.Invalid(var found) ->
                Pages.invalid(FORM, new ResourceFormPage(id, kind, form, found));
            case KeepingResources.Keeping.Stale(var saved) ->
                Pages.invalid(
                        FORM,
                        new ResourceFormPage(
                                id, kind, form, FormErrors.of(FormErrors.WHOLE_FORM, "advisory.advice.stale")));
            case KeepingResources.Keeping.Forbidden() -> Pages.forbidden();
            case KeepingResources.Keeping.NotFound() -> Pages.notFound();
        };
    }

    private static TypedFields filled(Resource resource) {
        var form = TypedFields.fresh()
                .with("name", resource.name())
                .with("description", resource.description())
                .with("address", resource.address())
                .with("seats", Integer.toString(resource.seats()))
                .with("accessibility", resource.accessibility())
                .with("equipment", resource.equipment())
                .with("pieces", Integer.toString(resource.pieces()))
                .with("revision", Integer.toString(resource.revision()));
        for (var day : resource.hours().list()) {
            form = form.with(
                            "opens-" + day.day().getValue(), day.hours().opens().toString())
                    .with("closes-" + day.day().getValue(), day.hours().closes().toString());
        }
        return resource.withdrawnAt() == null ? form.with("inUse", "true") : form;
    }
}
