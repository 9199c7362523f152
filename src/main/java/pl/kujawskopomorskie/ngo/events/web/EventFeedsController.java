package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventNews;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.documents.CalendarFile;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.AtomFeed;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** Events for programs that come back for them. Whoever asks, they hold only what is public. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class EventFeedsController {

    private static final int NEWEST = 50;
    private static final int MOST_EVENTS = 500;
    private static final Duration PAST = Duration.ofDays(60);

    private final EventCatalogue catalogue;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Clock clock;

    EventFeedsController(EventCatalogue catalogue, Messages messages, PortalConfiguration portal, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.portal = portal;
        this.clock = clock;
    }

    @Get("/wydarzenia.ics")
    HttpResponse<?> subscription(HttpRequest<?> request, @QueryValue @Nullable String rodzaj) {
        var kind = rodzaj == null ? "" : EventsQuery.kindNamed(rodzaj);
        if (rodzaj != null && kind.isEmpty()) {
            return notFound();
        }
        var language = RequestLanguage.of(request);
        var title = messages.get(language, "events.calendar.title");
        return calendar(
                request,
                new EventsCalendar(
                        kind.isEmpty() ? title : title + ": " + messages.get(language, "events.kind." + kind),
                        catalogue.between(
                                OfficeTime.now(clock).minus(PAST),
                                OfficeTime.endOf(EventsQuery.LAST_MONTH.atEndOfMonth()),
                                kind.isEmpty() ? null : EventKind.valueOf(kind),
                                "",
                                MOST_EVENTS)));
    }

    @Get("/wydarzenia/{event:[a-z0-9-]+}.ics")
    HttpResponse<?> ofEvent(HttpRequest<?> request, @PathVariable String event) {
        return catalogue
                .find(event)
                .filter(found -> EventPolicy.maySee(null, found.event()))
                .<HttpResponse<?>>map(found ->
                        calendar(request, new EventsCalendar(found.event().title(), List.of(found))))
                .orElseGet(EventFeedsController::notFound);
    }

    @Get("/wydarzenia.atom")
    HttpResponse<?> news(HttpRequest<?> request) {
        var language = RequestLanguage.of(request);
        var feed = new AtomFeed(
                "/wydarzenia.atom",
                "/wydarzenia",
                messages.get(language, "events.feed.title"),
                catalogue.newest(NEWEST).stream()
                        .map(piece -> entry(piece, language))
                        .toList(),
                language);
        return Downloads.unlessKnown(
                request,
                feed.toString(),
                () -> HttpResponse.ok(feed.print(messages, portal)).contentType(MediaType.of(AtomFeed.TYPE)));
    }

    private AtomFeed.Entry entry(EventNews piece, Language language) {
        var page = "/wydarzenia/" + piece.slug();
        return new AtomFeed.Entry(
                page + "/" + piece.what().name().toLowerCase(Locale.ROOT),
                messages.get(language, "events.feed." + piece.what().name(), piece.title()),
                piece.happenedAt(),
                page,
                piece.note());
    }

    private HttpResponse<?> calendar(HttpRequest<?> request, EventsCalendar calendar) {
        // Its very bytes are the version: whatever is printed, nobody keeps an old one. Places that come and go are not
        // printed.
        var printed = calendar.print(portal);
        return Downloads.unlessKnown(
                request,
                new String(printed, StandardCharsets.UTF_8),
                () -> HttpResponse.ok(printed).contentType(MediaType.of(CalendarFile.TYPE)));
    }

    // The sentence is a page, whatever was asked for.
    private static HttpResponse<?> notFound() {
        return Pages.notFound().contentType(MediaType.TEXT_HTML_TYPE);
    }
}
