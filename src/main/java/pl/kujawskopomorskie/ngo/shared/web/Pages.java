package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.util.Map;

/** The answers that a controller gives: a page, the same page with what was wrong, another address, or a refusal. */
public final class Pages {

    private Pages() {}

    /** The page, 200. */
    public static MutableHttpResponse<?> show(String view, Object page) {
        return HttpResponse.ok(new ModelAndView<>(view, Map.of("page", page)));
    }

    /** The page again with the person's words kept and each mistake named, 422. */
    public static MutableHttpResponse<?> invalid(String view, Object page) {
        return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(new ModelAndView<>(view, Map.of("page", page)));
    }

    /** What was asked is done; the browser goes on to the path with a GET, 303. */
    public static MutableHttpResponse<?> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }

    /** The same, and the page there says what was done. */
    public static MutableHttpResponse<?> done(Done what, String path) {
        return goTo(what.at(path));
    }

    /** The same, and the page says to how many it was done. */
    public static MutableHttpResponse<?> done(Done what, int number, String path) {
        return goTo(what.at(path, number));
    }

    /** There is no such thing, or none that this person may know of, 404. */
    public static MutableHttpResponse<?> notFound() {
        return refusal(HttpStatus.NOT_FOUND, "error.404.sentence");
    }

    /** The person may not do this, 403. */
    public static MutableHttpResponse<?> forbidden() {
        return refusal(HttpStatus.FORBIDDEN, "error.403.sentence");
    }

    /** The moment for this has passed or not come, 409; the sentence says which and what to do. */
    public static MutableHttpResponse<?> conflict(String sentenceKey, Object... arguments) {
        return refusal(HttpStatus.CONFLICT, sentenceKey, arguments);
    }

    /** The page as things stand now, which is not how they stood when this was asked for, 409. */
    public static MutableHttpResponse<?> outdated(String view, Object page) {
        return HttpResponse.status(HttpStatus.CONFLICT).body(new ModelAndView<>(view, Map.of("page", page)));
    }

    /** What was asked for is being made and will be there soon, 503; programs are told when to come again. */
    public static MutableHttpResponse<?> notYet(String view, Object page, int seconds) {
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(new ModelAndView<>(view, Map.of("page", page)))
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** A refusal with its sentence. */
    public static MutableHttpResponse<?> refusal(HttpStatus status, String sentenceKey, Object... arguments) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>(
                        "error", Map.of("page", new ErrorPage(status.getCode(), sentenceKey, arguments))));
    }
}
