package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import pl.kujawskopomorskie.ngo.events.WatchingStream;
import pl.kujawskopomorskie.ngo.events.WatchingStream.Moment;
import pl.kujawskopomorskie.ngo.events.WatchingStream.Opening;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/**
 * The way to the stream of a session, by the link of a registration. Only the form notes that somebody watches, so that no browser or
 * mail program that looks ahead is counted. The browser goes on from a page of ours, because our forms may lead to no other site.
 */
@Controller("/wydarzenia/zgloszenie/{token:[A-Za-z0-9_-]+}/transmisja/{id:[0-9]+}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class StreamController {

    private static final String VIEW = "events/stream";

    private final WatchingStream watching;

    StreamController(WatchingStream watching) {
        this.watching = watching;
    }

    @Get
    HttpResponse<?> show(@PathVariable String token, @PathVariable String id, @QueryValue @Nullable String wejscie) {
        return watching.of(token, ProgrammeDeskController.key(id))
                .<HttpResponse<?>>map(stream -> shown(token, stream, wejscie != null))
                .orElseGet(StreamController::gone);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(
            @PathVariable String token, @PathVariable String id, @Body @Nullable Map<String, String> body) {
        var chosen = AttendanceForms.ticked(body).stream().map(Long::intValue).toList();
        return switch (watching.open(token, ProgrammeDeskController.key(id), chosen)) {
            case Opening.Opened(var stream) ->
                secret(Pages.goTo(new StreamPage(token, stream, true, FormErrors.none()).here() + "?wejscie="));
            case Opening.NotNow(var stream) ->
                secret(Pages.outdated(VIEW, new StreamPage(token, stream, false, FormErrors.none())));
            case Opening.Nobody(var stream) ->
                secret(Pages.invalid(
                        VIEW, new StreamPage(token, stream, false, FormErrors.of("kto", "events.stream.who.missing"))));
            case Opening.NotFound() -> gone();
        };
    }

    // Who was not noted does not get past the form, whatever the address says.
    private static HttpResponse<?> shown(String token, WatchingStream.Stream stream, boolean asked) {
        var opened =
                asked && stream.moment() == Moment.RUNS && !stream.watched().isEmpty();
        var response = secret(Pages.show(VIEW, new StreamPage(token, stream, opened, FormErrors.none())));
        return opened ? response.header("Refresh", "0; url=" + stream.session().streamUrl()) : response;
    }

    private static MutableHttpResponse<?> secret(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static HttpResponse<?> gone() {
        return Pages.refusal(HttpStatus.GONE, "events.registration.gone");
    }
}
