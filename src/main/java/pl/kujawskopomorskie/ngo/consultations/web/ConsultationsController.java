package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The list of consultations and the page of each. */
@Controller("/konsultacje")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ConsultationsController {

    private static final int MOST_MEETINGS = 20;

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final EventCatalogue events;

    ConsultationsController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            EventCatalogue events) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.events = events;
    }

    @Get
    HttpResponse<?> list(
            @QueryValue @Nullable String stan,
            @QueryValue @Nullable String rodzaj,
            @QueryValue @Nullable String rok,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona) {
        var asked = ListQuery.of(stan, rodzaj, rok, szukaj, strona);
        var found = catalogue.find(asked.filter(false));
        return Pages.show("consultations/list", ConsultationsPage.from(asked, found, catalogue.years()));
    }

    // A slug has no dot: kanal.atom and terminy.ics beside it are no
    // consultations, whatever a browser would rather have.
    @Get("/{slug:[a-z0-9-]+}")
    HttpResponse<?> show(@PathVariable String slug, @Nullable Actor actor) {
        var overview = catalogue.find(slug).orElse(null);
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (overview == null || consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        return Pages.show(
                "consultations/show",
                ConsultationPage.from(
                        overview,
                        consultation,
                        versions.findByConsultationIdOrderByNumber(consultation.key()),
                        consultations.extensions(consultation.key()),
                        consultations.documents(consultation.key()),
                        events.ofConsultation(consultation.key(), MOST_MEETINGS),
                        ConsultationPolicy.mayLookIntoTheOffice(actor)));
    }
}
