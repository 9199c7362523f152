package pl.kujawskopomorskie.ngo.directory.web;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.LegalForm;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.directory.OrganisationState;
import pl.kujawskopomorskie.ngo.directory.PublicDirectory;
import pl.kujawskopomorskie.ngo.directory.PublicOrganisation;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.shared.web.OpenAnswers;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The directory as open data, for programs. Whoever asks gets what a visitor who is not signed in may read, and any site's
 * page may ask. The answers are described in {@code openapi.yml}.
 *
 * <p>Lists come in the order of last changes. Whoever keeps a copy goes on with the number of the last change they have, and
 * gets what changed since.
 */
@Controller("/api/v1/organisations")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
final class OpenDirectoryController {

    // One that is not known would be left out, and whoever asked would take the whole directory for its answer.
    private static final List<String> PARAMETERS =
            List.of("county", "sphere", "legalForm", "state", "marks", "cursor", "limit");

    private final PublicDirectory directory;
    private final PortalConfiguration portal;

    OpenDirectoryController(PublicDirectory directory, PortalConfiguration portal) {
        this.directory = directory;
        this.portal = portal;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String county,
            @QueryValue @Nullable String sphere,
            @QueryValue @Nullable String legalForm,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String marks,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        var unknown = request.getParameters().names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return OpenAnswers.wrong("\"" + unknown.get() + "\" is not one of " + String.join(", ", PARAMETERS));
        }
        if (county != null && !county.matches("[0-9]{4}")) {
            return OpenAnswers.wrong("county has the four digits of TERYT");
        }
        if (sphere != null && PublicTaskSphere.of(sphere).isEmpty()) {
            return OpenAnswers.wrong("sphere is a point of article 4(1), such as 16 or 32a");
        }
        if (legalForm != null && named(LegalForm.values(), legalForm).isEmpty()) {
            return OpenAnswers.wrong("legalForm is one of " + codes(LegalForm.values()));
        }
        if (state != null && named(OrganisationState.values(), state).isEmpty()) {
            return OpenAnswers.wrong("state is one of " + codes(OrganisationState.values()));
        }
        var chosenMarks = marks(marks);
        if (chosenMarks == null) {
            return OpenAnswers.wrong("marks are some of " + codes(Mark.values()) + ", parted by commas");
        }
        if (cursor != null && !cursor.matches("[0-9]{1,18}")) {
            return OpenAnswers.wrong(
                    "cursor is what the address in \"next\" had, or the highest changeNumber that you have");
        }
        var size = OpenAnswers.size(limit);
        if (size == 0) {
            return OpenAnswers.wrong("limit is a number from 1 to " + OpenAnswers.MOST);
        }
        var filter = new PublicDirectory.Filter(
                county == null ? "" : county,
                sphere == null ? "" : sphere,
                name(LegalForm.values(), legalForm),
                name(OrganisationState.values(), state),
                chosenMarks);
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("county", county);
        asked.put("sphere", sphere);
        asked.put("legalForm", legalForm);
        asked.put("state", state);
        asked.put("marks", marks);
        var query = query(asked);
        // What changes nothing in the directory changes no list; so who knows it is answered before it is read.
        var version = "organisations " + directory.version() + " " + query + cursor + " " + size;
        return OpenAnswers.answer(request, version, () -> {
            var page = directory.changedAfter(filter, cursor == null ? null : Long.valueOf(cursor), size);
            return new OpenDirectory.OrganisationList(
                    page.items(),
                    page.gone(),
                    page.next() == null
                            ? null
                            : portal.link(
                                    "/api/v1/organisations?" + query + "cursor=" + page.next() + "&limit=" + size));
        });
    }

    /** One organisation; an address of one that turned out to be another leads there for good. */
    @Get("/{organisation}")
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable("organisation") String slug) {
        return directory
                .find(slug)
                .<HttpResponse<?>>map(found -> OpenAnswers.answer(request, found))
                .or(() -> directory.standsFor(slug).map(this::moved))
                .orElseGet(() -> OpenAnswers.problem(
                        HttpStatus.NOT_FOUND, "There is no such organisation, or it is not public."));
    }

    private HttpResponse<?> moved(String slug) {
        return OpenAnswers.open(HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, portal.link("/api/v1/organisations/" + slug)));
    }

    private static String query(Map<String, @Nullable String> asked) {
        return asked.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue() + "&")
                .collect(Collectors.joining());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> PublicOrganisation.code(constant).equals(code))
                .findFirst();
    }

    private static <E extends Enum<E>> String name(E[] constants, @Nullable String code) {
        return code == null ? "" : named(constants, code).map(Enum::name).orElse("");
    }

    private static String codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(PublicOrganisation::code).collect(Collectors.joining(", "));
    }

    /** The marks that are asked for, null when one of them is none. */
    private static @Nullable Set<Mark> marks(@Nullable String typed) {
        var chosen = EnumSet.noneOf(Mark.class);
        if (typed != null) {
            for (var code : typed.split(",", -1)) {
                var mark = named(Mark.values(), code);
                if (mark.isEmpty()) {
                    return null;
                }
                chosen.add(mark.get());
            }
        }
        return chosen;
    }
}
