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
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationHeading;
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
        return shown(
                slug,
                wersja,
                actor,
                (heading, version, all) -> Pages.show(
                        "consultations/draft",
                        DraftPage.from(
                                heading,
                                version,
                                all,
                                counts.state(heading.id()),
                                () -> DraftText.from(
                                        units.findByVersionIdOrderByPosition(version.key()),
                                        counts.ofVersion(version.key()),
                                        texts.footnotes(version.key()),
                                        counts.submitted(heading.id())))));
    }

    @Get("/porownanie")
    HttpResponse<?> compare(@PathVariable String slug, @QueryValue @Nullable String wersja, @Nullable Actor actor) {
        return shown(
                slug,
                wersja,
                actor,
                (heading, version, all) -> all.stream()
                        .filter(each -> each.number() == version.number() - 1)
                        .findFirst()
                        .<HttpResponse<?>>map(before -> Pages.show(
                                "consultations/comparison",
                                ComparisonPage.from(
                                        heading,
                                        before,
                                        version,
                                        units.findByVersionIdOrderByPosition(before.key()),
                                        units.findByVersionIdOrderByPosition(version.key()))))
                        .orElseGet(Pages::notFound));
    }

    private HttpResponse<?> shown(String slug, @Nullable String number, @Nullable Actor actor, Showing show) {
        var heading = catalogue.heading(slug).orElse(null);
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (heading == null || consultation == null) {
            return Pages.notFound();
        }
        var all = versions.findByConsultationIdOrderByNumber(heading.id());
        var version = all.reversed().stream()
                .filter(each -> number == null ? each.publishedAt() != null : each.number() == versionNumber(number))
                .findFirst()
                .orElse(null);
        if (version == null || !ConsultationPolicy.maySee(actor, consultation, version)) {
            return Pages.notFound();
        }
        return show.show(heading, version, all);
    }

    private static int versionNumber(String typed) {
        return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 0;
    }

    /** Shows a version of a draft, given all versions. */
    private interface Showing {
        HttpResponse<?> show(ConsultationHeading heading, DraftVersion version, List<DraftVersion> all);
    }
}
