package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.KeepingSessions;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who sends a request, by the cookies that came with it. When the access token has run out, the refresh token
 * is exchanged within the same request, so that a person who reads for an hour notices nothing.
 */
@Singleton
final class Recognition implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String FAMILY = "accounts.family";

    private final SessionCookies cookies;
    private final AccessTokens accessTokens;
    private final KeepingSessions sessions;
    private final Scheduler blocking;

    Recognition(
            SessionCookies cookies,
            AccessTokens accessTokens,
            KeepingSessions sessions,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.cookies = cookies;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (isForEverybody(request.getPath())
                || (cookies.access(request).isEmpty()
                        && cookies.refresh(request).isEmpty())) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> recognise(request)).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    /** The sign-in that the request belongs to, if it belongs to one. */
    static Optional<String> family(HttpRequest<?> request) {
        return request.getAttribute(FAMILY, String.class);
    }

    private static boolean isForEverybody(String path) {
        return path.startsWith("/static/") || path.startsWith("/webjars/") || path.startsWith("/system/");
    }

    private Optional<Authentication> recognise(HttpRequest<?> request) {
        var named = accessTokens.read(cookies.access(request).orElse(null), request);
        if (named.isPresent()) {
            var found = sessions.actor(named.get().personId(), named.get().family());
            if (found.isPresent()) {
                return Optional.of(remember(request, found.get(), named.get().family()));
            }
        }
        var renewed = cookies.refresh(request).flatMap(sessions::renew);
        if (renewed.isPresent()) {
            var session = renewed.get();
            var found = sessions.actor(session.personId(), session.family());
            if (found.isPresent()) {
                cookies.give(request, session);
                return Optional.of(remember(request, found.get(), session.family()));
            }
        }
        cookies.take(request);
        return Optional.empty();
    }

    private static Authentication remember(HttpRequest<?> request, Actor actor, String family) {
        request.setAttribute(SignedIn.ATTRIBUTE, actor);
        request.setAttribute(FAMILY, family);
        return Authentication.build(Long.toString(actor.personId()), actor.roleNames());
    }
}
