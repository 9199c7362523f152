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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Doubles;
import pl.kujawskopomorskie.ngo.directory.Doubles.Pair;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations.Merging;
import pl.kujawskopomorskie.ngo.directory.MergingOrganisations.Pairing;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationCatalogue;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Entries that may be one organisation; a clerk merges them or says that they are two. */
@Controller("/biuro/organizacje/podobne")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DoublesController {

    private static final int SHOWN = 100;
    private static final int FOUND = 20;
    private static final int LONGEST_WORDS = 200;
    private static final String LIST = "/biuro/organizacje/podobne";

    private final Doubles doubles;
    private final MergingOrganisations merging;
    private final Organisations organisations;
    private final OrganisationCatalogue catalogue;
    private final SavingOrganisation saving;

    DoublesController(
            Doubles doubles,
            MergingOrganisations merging,
            Organisations organisations,
            OrganisationCatalogue catalogue,
            SavingOrganisation saving) {
        this.doubles = doubles;
        this.merging = merging;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.saving = saving;
    }

    @Get
    HttpResponse<?> list(@QueryValue @Nullable String po) {
        var waiting = doubles.waiting(Stretch.key(po, 0), SHOWN + 1);
        return Pages.show("directory/doubles", new DoublesPage(Stretch.of(waiting, SHOWN, Pair::id)));
    }

    @Get("/rozne")
    HttpResponse<?> parted(@QueryValue @Nullable String przed) {
        var parted = doubles.parted(Stretch.key(przed, Long.MAX_VALUE), SHOWN + 1);
        return Pages.show("directory/parted", new DoublesPage(Stretch.of(parted, SHOWN, Pair::id)));
    }

    /** Looks for the other entry of an organisation, which the portal did not find by itself. */
    @Get("/nowa")
    @Secured("CLERK")
    HttpResponse<?> look(@QueryValue @Nullable String wpis, @QueryValue @Nullable String szukaj) {
        var organisation = wpis == null
                ? null
                : organisations
                        .findBySlug(wpis)
                        .filter(found -> found.mergedInto() == null)
                        .orElse(null);
        if (organisation == null) {
            return Pages.notFound();
        }
        var typed = Typed.line(szukaj);
        var words = typed.length() <= LONGEST_WORDS ? typed : typed.substring(0, LONGEST_WORDS);
        return Pages.show(
                "directory/join",
                new JoinPage(
                        organisation,
                        words,
                        found(words).stream()
                                .filter(other -> other.key() != organisation.key())
                                .toList()));
    }

    /** Puts two entries side by side. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> pair(@Body @Nullable Map<String, String> body, Actor actor) {
        return compared(merging.pair(field(body, "one"), field(body, "other"), actor));
    }

    @Post("/{pair:[0-9]+}/wroc")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> reopen(@PathVariable("pair") long id, Actor actor) {
        return compared(merging.reopen(id, actor));
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

    /** Asks once more, because what is merged stays merged. */
    @Get("/{pair:[0-9]+}/polacz")
    @Secured("CLERK")
    HttpResponse<?> confirm(
            @PathVariable("pair") long id,
            @QueryValue @Nullable String zostaje,
            @QueryValue("lower-revision") @Nullable String lowerRevision,
            @QueryValue("higher-revision") @Nullable String higherRevision) {
        var pair = doubles.find(id).orElse(null);
        if (pair == null) {
            return Pages.notFound();
        }
        if (zostaje == null || !(zostaje.equals("lower") || zostaje.equals("higher"))) {
            return Pages.goTo("/biuro/organizacje/podobne/" + id);
        }
        var lower = organisations.findById(pair.lowerId()).orElseThrow();
        var higher = organisations.findById(pair.higherId()).orElseThrow();
        var keepsLower = zostaje.equals("lower");
        return Pages.show(
                "directory/merge",
                new MergePage(
                        id,
                        keepsLower ? lower : higher,
                        keepsLower ? higher : lower,
                        zostaje,
                        revision(lowerRevision),
                        revision(higherRevision)));
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

    private static HttpResponse<?> compared(Pairing pairing) {
        return switch (pairing) {
            case Pairing.Done(var id) -> Pages.goTo(LIST + "/" + id);
            case Pairing.Forbidden() -> Pages.forbidden();
            case Pairing.NotFound() -> Pages.notFound();
        };
    }

    private List<Organisation> found(String words) {
        return words.isEmpty()
                ? List.of()
                : catalogue
                        .find(new OrganisationFilter(
                                words, Set.of(), Set.of(), Set.of(), Set.of(), Order.RELEVANCE, 1, FOUND))
                        .rows();
    }

    private Merging merge(long id, long staying, @Nullable Map<String, String> body, Actor actor) {
        return merging.merge(id, staying, revision(body, "lower"), revision(body, "higher"), actor);
    }

    private static int revision(@Nullable Map<String, String> body, String which) {
        return revision(field(body, which + "-revision"));
    }

    private static int revision(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }

    private static String field(@Nullable Map<String, String> body, String name) {
        return body == null ? "" : body.getOrDefault(name, "");
    }
}
