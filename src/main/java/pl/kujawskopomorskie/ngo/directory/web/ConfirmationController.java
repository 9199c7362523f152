package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ConfirmingData;
import pl.kujawskopomorskie.ngo.directory.ConfirmingData.Confirming;
import pl.kujawskopomorskie.ngo.directory.OrganisationPolicy;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** An organisation's data are confirmed: by the link of the yearly mail, or on the organisation's page. */
@Controller("/organizacje")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ConfirmationController {

    private final ConfirmingData confirming;
    private final SavingOrganisation saving;
    private final Representations representations;

    ConfirmationController(ConfirmingData confirming, SavingOrganisation saving, Representations representations) {
        this.confirming = confirming;
        this.saving = saving;
        this.representations = representations;
    }

    @Get("/potwierdzenie/{token}")
    HttpResponse<?> look(@PathVariable String token, @Nullable Actor actor) {
        return confirming
                .look(token)
                .<HttpResponse<?>>map(asked -> {
                    var organisation = asked.organisation();
                    var held = actor == null
                            ? null
                            : representations
                                    .held(organisation.key(), actor.personId())
                                    .orElse(null);
                    return Pages.show(
                            "directory/confirm",
                            new ConfirmPage(
                                    organisation,
                                    ConfirmPage.facts(organisation.facts(saving.spheres(organisation))),
                                    token,
                                    asked.confirmed(),
                                    OrganisationPolicy.mayChange(actor, organisation, held)));
                })
                .orElseGet(Pages::notFound);
    }

    @Post("/potwierdzenie/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(@PathVariable String token, @Nullable Actor actor) {
        return confirming
                .confirm(token, actor)
                .<HttpResponse<?>>map(
                        organisation -> Pages.done(Done.ORGANISATION_CONFIRMED, "/organizacje/" + organisation.slug()))
                .orElseGet(Pages::notFound);
    }

    @Post("/{organisation:[a-z0-9-]+}/potwierdz")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> confirmSigned(@PathVariable("organisation") String slug, Actor actor) {
        return switch (confirming.confirmSigned(slug, actor)) {
            case Confirming.Done() -> Pages.done(Done.ORGANISATION_CONFIRMED, "/organizacje/" + slug);
            case Confirming.Forbidden() -> Pages.forbidden();
            case Confirming.NotFound() -> Pages.notFound();
        };
    }
}
