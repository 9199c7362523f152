package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.core.io.Writable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Sets a page whole before the first byte of it leaves. Left to the framework, a page is set while it is written, and a
 * template that fails then leaves the browser without any answer, on a connection that nobody closes.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WholePages implements Ordered {

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void set(MutableHttpResponse<?> response) throws IOException {
        if (response.body() instanceof Writable page) {
            var text = new StringWriter();
            page.writeTo(text);
            response.body(text.toString());
        }
    }

    /** Further out than the filter that chooses the view, so that its choice is here already. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.RENDERING.before();
    }
}
