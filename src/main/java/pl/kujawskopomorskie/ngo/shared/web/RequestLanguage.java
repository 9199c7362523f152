package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.locale.CompositeHttpLocaleResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * The language of a request: the {@code lang} parameter if there is one, else what the visitor chose before, else
 * Polish. The browser's own wish is not asked: the portal is Polish first, and English by a switch.
 */
public final class RequestLanguage {

    static final String NAME = "lang";

    private RequestLanguage() {}

    /** The language in which this request is answered. */
    public static Language of(HttpRequest<?> request) {
        return asked(request)
                .or(() -> request.getCookies().findCookie(NAME).flatMap(cookie -> Language.ofTag(cookie.getValue())))
                .orElse(Language.POLISH);
    }

    private static Optional<Language> asked(HttpRequest<?> request) {
        return Optional.ofNullable(request.getParameters().get(NAME)).flatMap(Language::ofTag);
    }

    /** Keeps the choice of a language for a year. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static final class Keeper {

        private final PortalConfiguration portal;

        Keeper(PortalConfiguration portal) {
            this.portal = portal;
        }

        @ResponseFilter
        void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
            asked(request)
                    .ifPresent(language -> response.cookie(Cookie.of(NAME, language.tag())
                            .path("/")
                            .httpOnly(true)
                            .secure(portal.secure())
                            .sameSite(SameSite.Lax)
                            .maxAge(Duration.ofDays(365))));
        }
    }

    /** Gives the same language to everything in the framework that asks for a locale. */
    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Replaces(CompositeHttpLocaleResolver.class)
    static final class Resolver implements HttpLocaleResolver {

        @Override
        public Optional<Locale> resolve(HttpRequest<?> request) {
            return Optional.of(resolveOrDefault(request));
        }

        @Override
        public Locale resolveOrDefault(HttpRequest<?> request) {
            return of(request).locale();
        }
    }
}
