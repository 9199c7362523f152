package pl.kujawskopomorskie.ngo.directory.web;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Doubles;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations.Merging;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Entries that may be one organisation; a clerk merges them or says that they are two. */
@Controller("/biuro/organizacje/podobne")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DoublesController {

    private static final int SHOWN = 200;
    private static final String LIST = "/biuro/organizacje/podobne";

    private final Doubles doubles;
    private final MergingOrganisations merging;
    private final Organisations organisations;
    private final SavingOrganisation saving;

    DoublesController(
            Doubles doubles, MergingOrganisations merging, Organisations organisations, SavingOrganisation saving) {
        this.doubles = doubles;
        this.merging = merging;
        this.organisations = organisations;
        this.saving = saving;
    }

    @Get
    HttpResponse<?> list() {
        return Pages.show("directory/doubles", new DoublesPage(doubles.waiting(SHOWN)));
    }

    @Get("/{pair:[0-9]+}")
    HttpResponse<?> show(@PathVariable("pair") long id) {
        var pair = doubles.find(id).orElse(null);
        if (pair == null) {
            return Pages.notFound();
        }
        var lower = organisations.findById(pair.lowerId()).orElseThrow();
        var higher = organisations.findById(pair.higherId()).orElseThrow();
        return Pages.show(
                "directory/pair",
                new PairPage(
                        pair,
                        lower,
                        higher,
                        PairPage.rows(lower.facts(saving.spheres(lower)), higher.facts(saving.spheres(higher)))));
    }

    @Post("/{pair:[0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> settle(@PathVariable("pair") long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var pair = doubles.find(id).orElse(null);
        if (pair == null) {
            return Pages.notFound();
        }
        var done = switch (field(body, "decision")) {
            case "different" -> merging.part(id, actor);
            case "lower" -> merge(id, pair.lowerId(), body, actor);
            case "higher" -> merge(id, pair.higherId(), body, actor);
            default -> new Merging.Stale();
        };
        return switch (done) {
            case Merging.Done(var organisation) ->
                Pages.done(Done.ORGANISATIONS_MERGED, "/organizacje/" + organisation.slug());
            case Merging.Parted() -> Pages.done(Done.ORGANISATIONS_PARTED, LIST);
            case Merging.Stale() -> Pages.conflict("directory.double.stale");
            case Merging.Unlisted() -> Pages.conflict("directory.double.unlisted");
            case Merging.Forbidden() -> Pages.forbidden();
            case Merging.NotFound() -> Pages.notFound();
        };
    }

    private Merging merge(long id, long staying, @Nullable Map<String, String> body, Actor actor) {
        return merging.merge(id, staying, revision(body, "lower"), revision(body, "higher"), actor);
    }

    private static int revision(@Nullable Map<String, String> body, String which) {
        var sent = field(body, which + "-revision");
        return sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }

    private static String field(@Nullable Map<String, String> body, String name) {
        return body == null ? "" : body.getOrDefault(name, "");
    }
}
