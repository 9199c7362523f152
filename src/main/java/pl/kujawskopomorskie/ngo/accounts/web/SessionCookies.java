package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Session;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * The two cookies of a sign-in: the access token and the refresh token. Over HTTPS their names begin with {@code __Host-},
 * so that no other host of the domain can plant them.
 */
@Singleton
final class SessionCookies {

    private static final String PENDING = "accounts.cookies";

    private final AccessTokens accessTokens;
    private final PortalConfiguration portal;
    private final Clock clock;

    SessionCookies(AccessTokens accessTokens, PortalConfiguration portal, Clock clock) {
        this.accessTokens = accessTokens;
        this.portal = portal;
        this.clock = clock;
    }

    Optional<String> access(HttpRequest<?> request) {
        return value(request, accessName());
    }

    Optional<String> refresh(HttpRequest<?> request) {
        return value(request, refreshName());
    }

    /** Whatever answers this request gives the browser the session. */
    void give(HttpRequest<?> request, Session session) {
        request.setAttribute(PENDING, new Change.Give(session));
    }

    /** Whatever answers this request takes the cookies away. */
    void take(HttpRequest<?> request) {
        request.setAttribute(PENDING, new Change.Take());
    }

    String accessName() {
        return name("access");
    }

    String refreshName() {
        return name("refresh");
    }

    private void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(PENDING, Change.class).ifPresent(change -> {
            switch (change) {
                case Change.Give(var session) -> {
                    var left = Duration.between(clock.instant(), session.expiresAt());
                    response.cookie(cookie(accessName(), accessTokens.issue(session), AccessTokens.LENGTH));
                    response.cookie(cookie(refreshName(), session.refreshToken(), left));
                }
                case Change.Take() -> {
                    response.cookie(cookie(accessName(), "", Duration.ZERO));
                    response.cookie(cookie(refreshName(), "", Duration.ZERO));
                }
            }
        });
    }

    private Cookie cookie(String name, String value, Duration length) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(portal.secure())
                .sameSite(SameSite.Lax)
                .maxAge(length);
    }

    private String name(String what) {
        return (portal.secure() ? "__Host-" : "") + "portal_" + what;
    }

    private static Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private sealed interface Change {
        record Give(Session session) implements Change {}

        record Take() implements Change {}
    }

    /** Puts the change into the answer, be it a page, a redirect or an error. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static final class Writer {

        private final SessionCookies cookies;

        Writer(SessionCookies cookies) {
            this.cookies = cookies;
        }

        @ResponseFilter
        void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
            cookies.write(request, response);
        }
    }
}
