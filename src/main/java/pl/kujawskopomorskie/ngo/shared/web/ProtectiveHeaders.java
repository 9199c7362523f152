package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Headers that tell a browser what a page of ours never does: run or load anything that is not our own, be framed, send
 * its address elsewhere.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ProtectiveHeaders {

    // Bootstrap draws its small marks from data: addresses inside its style sheet, hence img-src data:.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final PortalConfiguration portal;

    ProtectiveHeaders(PortalConfiguration portal) {
        this.portal = portal;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        headers.add("Content-Security-Policy", POLICY);
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Referrer-Policy", "same-origin");
        // The one page that reads tickets with a camera says so itself.
        if (headers.get("Permissions-Policy") == null) {
            headers.add("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        }
        headers.add("Cross-Origin-Opener-Policy", "same-origin");
        if (portal.secure()) {
            headers.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        var path = request.getPath();
        if (path.startsWith("/webjars/") || path.startsWith("/static/")) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        } else if (headers.get("Cache-Control") == null) {
            headers.set("Cache-Control", "private, no-cache");
        }
    }
}
