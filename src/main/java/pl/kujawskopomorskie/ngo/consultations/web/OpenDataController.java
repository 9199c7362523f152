package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationFilter;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.PublicRemark;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.shared.web.OpenAnswers;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Consultations as open data, for programs. Whoever asks gets what a visitor who is not signed in may read, and any site's
 * page may ask. The answers are described in {@code openapi.yml}.
 */
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
final class OpenDataController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final PublicRemarks remarks;
    private final PortalConfiguration portal;
    private final ResourceLoader resources;

    OpenDataController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            PublicRemarks remarks,
            PortalConfiguration portal,
            ResourceLoader resources) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.portal = portal;
        this.resources = resources;
    }

    @Get("/openapi.yml")
    @Produces(MediaType.ALL)
    HttpResponse<?> description() {
        try (var in = resources.getResourceAsStream("classpath:openapi.yml").orElseThrow()) {
            return HttpResponse.ok(in.readAllBytes())
                    .contentType(MediaType.of("application/yaml; charset=utf-8"))
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/consultations")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String year,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        if (state != null && (named(ConsultationState.values(), state).isEmpty() || state.equals("drafted"))) {
            return OpenAnswers.wrong("state is one of announced, open, closed, answered, reported, adopted, cancelled");
        }
        if (kind != null && named(ConsultationKind.values(), kind).isEmpty()) {
            return OpenAnswers.wrong("kind is one of local_law_act, programme, resolution, other");
        }
        if (year != null && !year.matches("[0-9]{4}")) {
            return OpenAnswers.wrong("year has four digits");
        }
        if (cursor != null && !cursor.matches("[0-9]{4}-[0-9]{1,9}")) {
            return OpenAnswers.wrong("cursor is what the address in \"next\" had");
        }
        var size = OpenAnswers.size(limit);
        if (size == 0) {
            return OpenAnswers.wrong("limit is a number from 1 to " + OpenAnswers.MOST);
        }
        var filter = new ConsultationFilter(
                state == null ? null : named(ConsultationState.values(), state).orElseThrow(),
                kind == null ? null : named(ConsultationKind.values(), kind).orElseThrow(),
                year == null ? null : Integer.valueOf(year),
                "",
                false,
                1,
                1);
        var after = cursor == null ? new String[] {"0", "0"} : cursor.split("-");
        // One more than asked for tells whether there is a next page.
        var rows = catalogue.after(filter, Integer.parseInt(after[0]), Integer.parseInt(after[1]), size + 1);
        var shown = rows.subList(0, Math.min(size, rows.size()));
        var next = rows.size() <= size
                ? null
                : portal.link("/api/v1/consultations?"
                        + (state == null ? "" : "state=" + state + "&")
                        + (kind == null ? "" : "kind=" + kind + "&")
                        + (year == null ? "" : "year=" + year + "&")
                        + "cursor="
                        + shown.getLast().reference().substring("K/".length()).replace('/', '-')
                        + "&limit=" + size);
        return OpenAnswers.answer(
                request,
                new OpenData.ConsultationList(
                        shown.stream()
                                .map(row -> OpenData.Summary.of(row, portal))
                                .toList(),
                        next));
    }

    @Get("/consultations/{slug}")
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String slug) {
        var consultation = known(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null) {
            return unknown();
        }
        return OpenAnswers.answer(
                request,
                OpenData.Notice.of(
                        overview,
                        consultation,
                        consultations.extensions(consultation.key()),
                        versions.findByConsultationIdOrderByNumber(consultation.key()),
                        consultations.documents(consultation.key()),
                        portal));
    }

    @Get("/consultations/{slug}/units")
    HttpResponse<?> units(HttpRequest<?> request, @PathVariable String slug, @QueryValue @Nullable String version) {
        var consultation = known(slug).orElse(null);
        if (consultation == null) {
            return unknown();
        }
        if (version != null && !version.matches("[1-9][0-9]{0,3}")) {
            return OpenAnswers.wrong("version is the number of a version");
        }
        var found = version == null
                ? versions.findCurrent(consultation.key()).orElse(null)
                : versions.findByConsultationIdAndNumber(consultation.key(), Integer.parseInt(version))
                        .filter(row -> ConsultationPolicy.maySee(null, consultation, row))
                        .orElse(null);
        if (found == null) {
            return OpenAnswers.problem(HttpStatus.NOT_FOUND, "There is no such version, or it is not public.");
        }
        return OpenAnswers.answer(request, text(slug, found));
    }

    @Get("/consultations/{slug}/remarks")
    HttpResponse<?> remarks(
            HttpRequest<?> request,
            @PathVariable String slug,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        var consultation = known(slug).orElse(null);
        if (consultation == null) {
            return unknown();
        }
        if (cursor != null && !cursor.matches("[0-9]{1,8}")) {
            return OpenAnswers.wrong("cursor is what the address in \"next\" had");
        }
        var size = OpenAnswers.size(limit);
        if (size == 0) {
            return OpenAnswers.wrong("limit is a number from 1 to " + OpenAnswers.MOST);
        }
        var rows = remarks.after(consultation, cursor == null ? 0 : Integer.parseInt(cursor), size + 1);
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return OpenAnswers.answer(request, register(consultation, shown, rows.size() > size, size));
    }

    private OpenData.UnitList text(String slug, DraftVersion version) {
        return new OpenData.UnitList(
                OpenData.Version.of(version, portal.link("/api/v1/consultations/" + slug)),
                units.findByVersionIdOrderByPosition(version.key()).stream()
                        .map(OpenData.Unit::of)
                        .toList());
    }

    private OpenData.RemarkList register(Consultation consultation, List<PublicRemark> shown, boolean more, int size) {
        return new OpenData.RemarkList(
                shown.stream()
                        .map(remark -> OpenData.RemarkItem.of(consultation, remark, portal))
                        .toList(),
                more
                        ? portal.link("/api/v1/consultations/" + consultation.slug() + "/remarks?cursor="
                                + shown.getLast().number() + "&limit=" + size)
                        : null);
    }

    private Optional<Consultation> known(String slug) {
        return consultations.findBySlug(slug).filter(found -> ConsultationPolicy.maySee(null, found));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> OpenData.code(constant).equals(code))
                .min(Comparator.naturalOrder());
    }

    private static HttpResponse<?> unknown() {
        return OpenAnswers.problem(HttpStatus.NOT_FOUND, "There is no such consultation, or it is not public.");
    }
}
