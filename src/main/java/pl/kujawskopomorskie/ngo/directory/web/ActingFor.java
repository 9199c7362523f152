package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;
import pl.kujawskopomorskie.ngo.shared.web.SpokenFor;

/**
 * In whose name a request acts. The browser remembers which organisation the person chose; whether the person may still speak for it
 * is asked of the database with every request, so a right that is ended is gone with the next click.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ActingFor implements Ordered {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Representations representations;
    private final PortalConfiguration portal;

    ActingFor(Representations representations, PortalConfiguration portal) {
        this.representations = representations;
        this.portal = portal;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void find(HttpRequest<?> request) {
        var actor = request.getAttribute(SignedIn.ATTRIBUTE, Actor.class).orElse(null);
        var chosen =
                request.getCookies().findCookie(name()).map(Cookie::getValue).orElse("");
        if (actor != null && !chosen.isEmpty()) {
            representations
                    .voice(actor.personId(), chosen)
                    .ifPresent(voice -> request.setAttribute(SpokenFor.ATTRIBUTE, voice));
        }
    }

    /** From the next request on the person acts for the organisation of a slug, or for nobody else when it is empty. */
    MutableHttpResponse<?> choose(MutableHttpResponse<?> response, String slug) {
        return response.cookie(Cookie.of(name(), slug)
                .path("/")
                .httpOnly(true)
                .secure(portal.secure())
                .sameSite(SameSite.Lax)
                .maxAge(slug.isEmpty() ? Duration.ZERO : REMEMBERED));
    }

    private String name() {
        return (portal.secure() ? "__Host-" : "") + "portal_voice";
    }

    /** Gives a controller the organisation for which the person acts. */
    @Singleton
    static final class Binder implements TypedRequestArgumentBinder<Voice> {

        @Override
        public Argument<Voice> argumentType() {
            return Argument.of(Voice.class);
        }

        @Override
        public BindingResult<Voice> bind(ArgumentConversionContext<Voice> context, HttpRequest<?> source) {
            Optional<Voice> voice = source.getAttribute(SpokenFor.ATTRIBUTE, Voice.class);
            return () -> voice;
        }
    }
}
