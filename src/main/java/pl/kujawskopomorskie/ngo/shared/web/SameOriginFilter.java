package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a write that another site's page sends in a person's name. Browsers state where a request comes from in
 * {@code Sec-Fetch-Site}, older ones in {@code Origin}; a request that carries neither comes from no browser and so
 * rides on nobody's cookies.
 *
 * <p>This covers what a token in the form cannot: sign-in, visitors without a session, and uploads.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class SameOriginFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final PortalConfiguration portal;

    SameOriginFilter(PortalConfiguration portal) {
        this.portal = portal;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        var site = request.getHeaders().get("Sec-Fetch-Site");
        var origin = request.getHeaders().get("Origin");
        if (!comesFromUs(site, origin)) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "The request came from another site");
        }
    }

    private boolean comesFromUs(@Nullable String site, @Nullable String origin) {
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || origin.equals(portal.origin());
    }
}
