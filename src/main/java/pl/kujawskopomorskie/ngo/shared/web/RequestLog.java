package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each request its id, on every thread that works for it, and writes one line when it is answered: what was asked,
 * what came of it, how long it took. Neither who asked nor from where.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("portal.requests");
    private static final String ID = "portal.requestId";
    private static final String BEGUN = "portal.begun";

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        var id = RequestId.of(request.getHeaders().get(RequestId.HEADER));
        request.setAttribute(ID, id);
        request.setAttribute(BEGUN, System.nanoTime());
        context.add(new MdcPropagationContext(Map.of(RequestId.IN_LOG, id.text())));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ID, RequestId.class).ifPresent(id -> {
            response.getHeaders().set(RequestId.HEADER, id.text());
            var begun = request.getAttribute(BEGUN, Long.class).orElseGet(System::nanoTime);
            var milliseconds = (System.nanoTime() - begun) / 1_000_000;
            LOG.atInfo()
                    .addKeyValue("method", request.getMethodName())
                    .addKeyValue("path", LoggedPath.of(request.getPath()))
                    .addKeyValue("status", response.code())
                    .addKeyValue("ms", milliseconds)
                    .log("answered");
        });
    }
}
