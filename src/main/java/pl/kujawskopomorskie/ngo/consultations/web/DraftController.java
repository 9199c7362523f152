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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftTexts;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The text of a draft as everybody reads it, and what a version changed. */
@Controller("/konsultacje/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DraftController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final DraftTexts texts;
    private final RemarkCounts counts;

    DraftController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            DraftTexts texts,
            RemarkCounts counts) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.texts = texts;
        this.counts = counts;
    }

    @Get("/projekt")
    HttpResponse<?> read(@PathVariable String slug, @QueryValue @Nullable String wersja, @Nullable Actor actor) {
        return shown(slug, wersja, actor, (overview, version) -> {
            var all = versions.findByConsultationIdOrderByNumber(overview.id());
            return Pages.show(
                    "consultations/draft",
                    DraftPage.from(
                            overview,
                            version,
                            all,
                            units.findByVersionIdOrderByPosition(version.key()),
                            counts.ofVersion(version.key()),
                            texts.footnotes(version.key())));
        });
    }

    @Get("/porownanie")
    HttpResponse<?> compare(@PathVariable String slug, @QueryValue @Nullable String wersja, @Nullable Actor actor) {
        return shown(
                slug,
                wersja,
                actor,
                (overview, version) -> versions.findByConsultationIdAndNumber(overview.id(), version.number() - 1)
                        .<HttpResponse<?>>map(before -> Pages.show(
                                "consultations/comparison",
                                ComparisonPage.from(
                                        overview,
                                        before,
                                        version,
                                        units.findByVersionIdOrderByPosition(before.key()),
                                        units.findByVersionIdOrderByPosition(version.key()))))
                        .orElseGet(Pages::notFound));
    }

    private HttpResponse<?> shown(
            String slug,
            @Nullable String number,
            @Nullable Actor actor,
            BiFunction<ConsultationOverview, DraftVersion, HttpResponse<?>> show) {
        var overview = catalogue.find(slug).orElse(null);
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (overview == null || consultation == null) {
            return Pages.notFound();
        }
        var version = (number == null
                        ? versions.findCurrent(overview.id())
                        : versions.findByConsultationIdAndNumber(overview.id(), versionNumber(number)))
                .orElse(null);
        if (version == null || !ConsultationPolicy.maySee(actor, consultation, version)) {
            return Pages.notFound();
        }
        return show.apply(overview, version);
    }

    private static int versionNumber(String typed) {
        return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 0;
    }
}
