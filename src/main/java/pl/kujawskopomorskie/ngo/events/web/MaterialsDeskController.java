package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.after.KeepingMaterials;
import pl.kujawskopomorskie.ngo.events.after.Material;
import pl.kujawskopomorskie.ngo.events.after.MaterialEntry;
import pl.kujawskopomorskie.ngo.events.after.Materials;
import pl.kujawskopomorskie.ngo.events.after.ReadingMaterials;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Presentations, links and recordings of an event at its office. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}/materialy")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MaterialsDeskController {

    private static final String VIEW = "desk/event-materials";

    private final Events events;
    private final Sessions sessions;
    private final ReadingMaterials materials;
    private final KeepingMaterials keeping;
    private final StoringFiles files;

    MaterialsDeskController(
            Events events,
            Sessions sessions,
            ReadingMaterials materials,
            KeepingMaterials keeping,
            StoringFiles files) {
        this.events = events;
        this.sessions = sessions;
        this.materials = materials;
        this.keeping = keeping;
        this.files = files;
    }

    @Get
    HttpResponse<?> list(@PathVariable("event") String slug, Actor actor) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(
                        event -> Pages.show(VIEW, page(event, MaterialForm.fresh(), FormErrors.none(), actor)))
                .orElseGet(Pages::notFound);
    }

    @Post
    @Secured("CLERK")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> add(
            @PathVariable("event") String slug,
            @Part("kind") @Nullable String kind,
            @Part("audience") @Nullable String audience,
            @Part("title") @Nullable String title,
            @Part("url") @Nullable String url,
            @Part("session") @Nullable String session,
            @Part("file") @Nullable CompletedFileUpload file,
            Actor actor)
            throws IOException {
        var form = new MaterialForm(
                Typed.line(kind), Typed.line(audience), Typed.line(title), Typed.line(url), Typed.line(session));
        var content = file == null ? new byte[0] : file.getBytes();
        var name = file == null ? "" : Typed.line(file.getFilename());
        return DeskAnswers.of(
                keeping.add(slug, form.entry(content, name), actor),
                event -> Pages.done(Done.MATERIAL_ADDED, path(slug)),
                errors -> Pages.invalid(VIEW, page(events.findBySlug(slug).orElseThrow(), form, errors, actor)));
    }

    @Post("/{id:[0-9]+}/usun")
    @Secured("CLERK")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return DeskAnswers.of(
                keeping.remove(slug, ProgrammeDeskController.key(id), actor),
                event -> Pages.done(Done.MATERIAL_REMOVED, path(slug)),
                errors -> Pages.notFound());
    }

    @Get(value = "/{id:[0-9]+}/{name}", produces = MediaType.ALL)
    HttpResponse<?> file(
            HttpRequest<?> request,
            @PathVariable("event") String slug,
            @PathVariable String id,
            @PathVariable String name,
            Actor actor) {
        return MaterialFiles.of(request, materials.ofOffice(slug, ProgrammeDeskController.key(id), actor), name, files);
    }

    private MaterialsPage page(Event event, MaterialForm form, FormErrors errors, Actor actor) {
        return new MaterialsPage(
                event,
                materials.ofOffice(event),
                sessions.of(event.key()).stream()
                        .map(session -> Choice.named(String.valueOf(session.key()), session.title()))
                        .toList(),
                form,
                EventPolicy.mayRun(actor),
                errors);
    }

    private static String path(String slug) {
        return DeskAnswers.EVENTS + "/" + slug + "/materialy";
    }

    /**
     * What a clerk types of a material, but for its file.
     *
     * @param kind what it is
     * @param audience for whom
     * @param title as readers see it
     * @param url where it is
     * @param session key of a session, or empty
     */
    record MaterialForm(String kind, String audience, String title, String url, String session) {

        static MaterialForm fresh() {
            return new MaterialForm(Material.Kind.FILE.name(), Material.Audience.ATTENDED.name(), "", "", "");
        }

        MaterialEntry entry(byte[] content, String fileName) {
            return new MaterialEntry(
                    Arrays.stream(Material.Kind.values())
                            .filter(each -> each.name().equals(kind))
                            .findFirst()
                            .orElse(Material.Kind.FILE),
                    // Where it was not said, for as few as possible.
                    Arrays.stream(Material.Audience.values())
                            .filter(each -> each.name().equals(audience))
                            .findFirst()
                            .orElse(Material.Audience.ATTENDED),
                    title,
                    url,
                    // What is no number is no session of this event either.
                    session.isEmpty() ? 0 : session.matches("[0-9]{1,18}") ? Long.parseLong(session) : -1,
                    content,
                    fileName);
        }
    }

    /**
     * The materials of an event.
     *
     * @param event which
     * @param shown all of them
     * @param sessions to choose from
     * @param form as typed
     * @param mayRun whether the reader may change them
     * @param errors in what was typed
     */
    record MaterialsPage(
            Event event,
            List<Materials.Shown> shown,
            List<Choice> sessions,
            MaterialForm form,
            boolean mayRun,
            FormErrors errors) {

        public List<Choice> kinds() {
            return Arrays.stream(Material.Kind.values())
                    .map(each -> Choice.keyed(each.name(), "events.materialKind." + each.name()))
                    .toList();
        }

        public List<Choice> audiences() {
            return Arrays.stream(Material.Audience.values())
                    .map(each -> Choice.keyed(each.name(), "events.audience." + each.name()))
                    .toList();
        }
    }
}
