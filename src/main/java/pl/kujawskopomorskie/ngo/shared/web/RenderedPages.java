package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.Writable;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * Renders a page before the first byte of the answer is sent. Otherwise the framework would render it while it writes, when a
 * mistake in a template can no longer become an error page: the visitor would wait until the connection times out.
 *
 * <p>A page in place of a file that is not there gets the type of a page too. The framework gives it that of the route, which
 * for downloads is any at all, and a browser shows such an answer as source.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RenderedPages.JUST_AFTER_THE_VIEW)
final class RenderedPages {

    /** Filters see an answer in the opposite order: less than the 49 000 of the view comes after it. */
    static final int JUST_AFTER_THE_VIEW = 48_000;

    private static final MediaType HTML = MediaType.of("text/html; charset=UTF-8");

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void render(MutableHttpResponse<?> response) throws IOException {
        if (response.body() instanceof Writable page) {
            // All at once: to encode word by word as a template writes costs as much again as the template.
            var text = new StringWriter(1 << 15);
            page.writeTo(text);
            response.body(text.toString().getBytes(StandardCharsets.UTF_8));
            if (response.getContentType().filter(MediaType.ALL_TYPE::equals).isPresent()) {
                response.contentType(HTML);
            }
        }
    }
}
