package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.http.HttpRequest;
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
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.DecidingProposal;
import pl.kujawskopomorskie.ngo.directory.DecidingProposal.Deciding;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity.Deed;
import pl.kujawskopomorskie.ngo.directory.OrganisationCatalogue;
import pl.kujawskopomorskie.ngo.directory.OrganisationLinkedData;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.ProposalRefusals;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The search of the directory and the page of each organisation. */
@Controller("/organizacje")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class OrganisationsController {

    private static final int DEEDS_SHOWN = 20;
    private static final String VIEW = "directory/show";

    private final OrganisationCatalogue catalogue;
    private final Organisations organisations;
    private final Representations representations;
    private final ProposalRefusals refusals;
    private final DecidingProposal deciding;
    private final List<OrganisationActivity> activities;
    private final OrganisationLinkedData linkedData;
    private final Clock clock;

    OrganisationsController(
            OrganisationCatalogue catalogue,
            Organisations organisations,
            Representations representations,
            ProposalRefusals refusals,
            DecidingProposal deciding,
            List<OrganisationActivity> activities,
            OrganisationLinkedData linkedData,
            Clock clock) {
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.representations = representations;
        this.refusals = refusals;
        this.deciding = deciding;
        this.activities = List.copyOf(activities);
        this.linkedData = linkedData;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        var query = DirectoryQuery.of(request.getParameters());
        return Pages.show("directory/list", OrganisationsPage.from(query, catalogue.find(query.filter())));
    }

    @Get("/{organisation:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable("organisation") String slug, @Nullable Actor actor) {
        var organisation = organisations.findBySlug(slug).orElse(null);
        if (organisation == null) {
            return Pages.notFound();
        }
        if (organisation.mergedInto() != null) {
            return organisations
                    .findById(organisation.mergedInto())
                    .filter(Organisation::listed)
                    .<HttpResponse<?>>map(same -> Pages.goTo("/organizacje/" + same.slug()))
                    .orElseGet(Pages::notFound);
        }
        if (!OrganisationPolicy.maySee(actor, organisation)) {
            return Pages.notFound();
        }
        return Pages.show(VIEW, page(organisation, actor, "", FormErrors.none()));
    }

    @Post("/{organisation:[a-z0-9-]+}/decyzja")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> decide(
            @PathVariable("organisation") String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        var decision = body == null ? "" : body.getOrDefault("decision", "");
        var reason = body == null ? "" : body.getOrDefault("proposal-reason", "");
        var accepted = decision.equals("accept");
        var decided = switch (decision) {
            case "accept" -> deciding.accept(slug, actor);
            case "refuse" -> deciding.refuse(slug, reason, actor);
            default -> new Deciding.Invalid(FormErrors.of("proposal-reason", "directory.decide.missing"));
        };
        return switch (decided) {
            case Deciding.Done() ->
                Pages.done(
                        accepted ? Done.ORGANISATION_LISTED : Done.ORGANISATION_REFUSED,
                        accepted ? "/organizacje/" + slug : "/biuro/organizacje");
            case Deciding.Invalid(var errors) ->
                organisations
                        .findBySlug(slug)
                        .<HttpResponse<?>>map(found -> Pages.invalid(VIEW, page(found, actor, reason, errors)))
                        .orElseGet(Pages::notFound);
            case Deciding.Decided() -> Pages.conflict("directory.proposal.decided");
            case Deciding.Forbidden() -> Pages.forbidden();
            case Deciding.NotFound() -> Pages.notFound();
        };
    }

    private OrganisationPage page(Organisation organisation, @Nullable Actor actor, String reason, FormErrors errors) {
        var held = actor == null
                ? null
                : representations.held(organisation.key(), actor.personId()).orElse(null);
        var asked = actor == null
                ? null
                : representations.asked(organisation.key(), actor.personId()).orElse(null);
        var refusal = organisation.listedAt() == null
                ? refusals.reason(organisation.key()).orElse(null)
                : null;
        var spheres = organisations.spheres(organisation.key());
        return OrganisationPage.from(
                organisation,
                spheres,
                deeds(organisation.key()),
                OrganisationPolicy.mayLookIntoTheOffice(actor)
                        ? organisations.confirmer(organisation.key()).orElse(null)
                        : null,
                OrganisationPage.Rights.of(actor, organisation, refusal != null, held, asked),
                refusal,
                reason,
                errors,
                linkedData.of(organisation, spheres),
                OfficeTime.now(clock));
    }

    private List<Deed> deeds(long organisationId) {
        return activities.stream()
                .flatMap(activity -> activity.lastOf(organisationId, DEEDS_SHOWN).stream())
                .sorted(Comparator.comparing(Deed::day).reversed())
                .limit(DEEDS_SHOWN)
                .toList();
    }
}
