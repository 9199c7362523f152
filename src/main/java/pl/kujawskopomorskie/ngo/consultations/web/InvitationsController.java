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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.InvitationFilter;
import pl.kujawskopomorskie.ngo.consultations.Invitations;
import pl.kujawskopomorskie.ngo.consultations.InvitingOrganisations;
import pl.kujawskopomorskie.ngo.consultations.InvitingOrganisations.Inviting;
import pl.kujawskopomorskie.ngo.consultations.StoppingInvitations;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** Invitations of organisations: the list on the desk, and the link by which an organisation wants no more of them. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class InvitationsController {

    private static final int NAMED = 20;
    private static final String VIEW = "desk/invitations";

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final Invitations invitations;
    private final InvitingOrganisations inviting;
    private final StoppingInvitations stopping;

    InvitationsController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            Invitations invitations,
            InvitingOrganisations inviting,
            StoppingInvitations stopping) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.invitations = invitations;
        this.inviting = inviting;
        this.stopping = stopping;
    }

    @Get("/biuro/konsultacje/{slug}/zaproszenia")
    @Secured({"CLERK", "DEPARTMENT_OFFICER", "AUDITOR"})
    HttpResponse<?> list(
            @PathVariable String slug,
            @QueryValue @Nullable String powiat,
            @QueryValue @Nullable String sfera,
            @QueryValue @Nullable String forma,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var number = strona != null && strona.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(strona) : 1;
        return Pages.show(
                VIEW, page(consultation, overview, filter(powiat, sfera, forma), number, FormErrors.none(), actor));
    }

    @Post("/biuro/konsultacje/{slug}/zaproszenia")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> invite(@PathVariable String slug, @Body @Nullable Map<String, String> body, Actor actor) {
        Map<String, String> fields = body == null ? Map.of() : body;
        var county = fields.get("powiat");
        var sphere = fields.get("sfera");
        var legalForm = fields.get("forma");
        var total = fields.get("razem");
        var filter = filter(county, sphere, legalForm);
        // A field that is missing is not one in which all was chosen: what the clerk read is not known then.
        var expected =
                county == null || sphere == null || legalForm == null || total == null || !total.matches("[0-9]{1,6}")
                        ? -1
                        : Integer.parseInt(total);
        return switch (inviting.invite(slug, filter, expected, actor)) {
            case Inviting.Done done ->
                Pages.done(Done.ORGANISATIONS_INVITED, "/biuro/konsultacje/" + slug + "/zaproszenia");
            case Inviting.Changed() -> changed(slug, filter, actor);
            case Inviting.WrongMoment() -> Pages.conflict("consultations.invitations.wrongMoment");
            case Inviting.Forbidden() -> Pages.forbidden();
            case Inviting.NotFound() -> Pages.notFound();
        };
    }

    private HttpResponse<?> changed(String slug, InvitationFilter filter, Actor actor) {
        return Pages.outdated(
                VIEW,
                page(
                        consultations.findBySlug(slug).orElseThrow(),
                        catalogue.find(slug).orElseThrow(),
                        filter,
                        1,
                        FormErrors.of(FormErrors.WHOLE_FORM, "consultations.invitations.changed"),
                        actor));
    }

    private InvitationsPage page(
            Consultation consultation,
            ConsultationOverview overview,
            InvitationFilter filter,
            int number,
            FormErrors errors,
            Actor actor) {
        return new InvitationsPage(
                overview,
                filter,
                inviting.preview(consultation, filter, NAMED, actor).orElse(null),
                invitations.of(consultation.key(), InvitationsPage.SIZE, (number - 1) * InvitationsPage.SIZE),
                invitations.count(consultation.key()),
                number,
                errors);
    }

    @Get("/zaproszenia/{token}/koniec")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> stopLink(@PathVariable String token) {
        return stopping.look(token)
                .<HttpResponse<?>>map(name -> Pages.show("consultations/uninvite", new StopPage(token, name)))
                .orElseGet(() -> Pages.show("consultations/uninvited", ""));
    }

    // Mail programs post here by themselves (RFC 8058), in either type.
    // The answer is the same for a token that never was.
    @Post("/zaproszenia/{token}/koniec")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> stop(@PathVariable String token) {
        stopping.stop(token);
        return Pages.show("consultations/uninvited", "");
    }

    // What no list offers chooses nothing, rather than everything.
    private static InvitationFilter filter(
            @Nullable String county, @Nullable String sphere, @Nullable String legalForm) {
        return new InvitationFilter(
                known(county, County.of(county == null ? "" : county).isPresent()),
                known(sphere, PublicTaskSphere.of(sphere == null ? "" : sphere).isPresent()),
                known(legalForm, InvitationsPage.isLegalForm(legalForm)));
    }

    private static String known(@Nullable String typed, boolean is) {
        if (typed == null || typed.isEmpty()) {
            return "";
        }
        return is ? typed : "-";
    }

    /**
     * Behind the link in an invitation.
     *
     * @param token of the link
     * @param name of the organisation
     */
    record StopPage(String token, String name) {}
}
