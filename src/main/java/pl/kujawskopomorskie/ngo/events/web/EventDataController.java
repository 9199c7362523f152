package pl.kujawskopomorskie.ngo.events.web;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventFilter;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.OpenAnswers;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Events as open data, for programs. Whoever asks gets what a visitor who is not signed in may read, and any site's page may ask.
 * The answers are described in {@code openapi.yml}.
 */
@Controller("/api/v1/events")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
final class EventDataController {

    private static final int LONGEST_WORDS = 200;

    private final EventCatalogue catalogue;
    private final PortalConfiguration portal;

    EventDataController(EventCatalogue catalogue, PortalConfiguration portal) {
        this.catalogue = catalogue;
        this.portal = portal;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String when,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String words,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        var span = when == null ? null : OpenAnswers.named(EventFilter.Span.values(), when);
        if (when != null && span == null) {
            return OpenAnswers.wrong("when is one of " + OpenAnswers.codes(EventFilter.Span.values()));
        }
        var ofKind = kind == null ? null : OpenAnswers.named(EventKind.values(), kind);
        if (kind != null && ofKind == null) {
            return OpenAnswers.wrong("kind is one of " + OpenAnswers.codes(EventKind.values()));
        }
        if (words != null && words.length() > LONGEST_WORDS) {
            return OpenAnswers.wrong("words have at most " + LONGEST_WORDS + " characters");
        }
        if (cursor != null && !cursor.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return OpenAnswers.wrong("cursor is what the address in \"next\" had");
        }
        var size = OpenAnswers.size(limit);
        if (size == 0) {
            return OpenAnswers.wrong("limit is a number from 1 to " + OpenAnswers.MOST);
        }
        var after = cursor == null ? new String[] {"0", "0"} : cursor.split("-");
        // One more than asked for tells whether there is a next page.
        var rows = catalogue.after(
                span,
                ofKind,
                Typed.line(words),
                OfficeTime.ofMicros(Long.parseLong(after[0])),
                Long.parseLong(after[1]),
                size + 1);
        var shown = rows.subList(0, Math.min(size, rows.size()));
        var next = rows.size() <= size
                ? null
                : portal.link("/api/v1/events?"
                        + (when == null ? "" : "when=" + when + "&")
                        + (kind == null ? "" : "kind=" + kind + "&")
                        + (words == null ? "" : "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&")
                        + "cursor=" + cursor(shown) + "&limit=" + size);
        return OpenAnswers.answer(
                request,
                new EventData.EventList(
                        shown.stream()
                                .map(row -> EventData.Summary.of(row, portal))
                                .toList(),
                        next));
    }

    @Get("/{event}")
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String event) {
        var found = catalogue
                .find(event)
                .filter(overview -> EventPolicy.maySee(null, overview.event()))
                .orElse(null);
        return found == null
                ? OpenAnswers.problem(HttpStatus.NOT_FOUND, "There is no such event, or it is not public.")
                : OpenAnswers.answer(request, EventData.Programme.of(catalogue.programme(found), portal));
    }

    private static String cursor(List<EventOverview> shown) {
        var last = shown.getLast().event();
        Instant publishedAt = Objects.requireNonNull(last.publishedAt());
        return OfficeTime.toMicros(publishedAt) + "-" + last.key();
    }
}
