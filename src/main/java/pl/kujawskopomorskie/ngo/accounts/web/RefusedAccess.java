package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a request gets that may not go where it asks: a visitor with a browser is led to the sign-in and back again. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RefusedAccess implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ErrorResponseProcessor<?> errors;

    RefusedAccess(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        HttpRequest<?> asked = request;
        if (refusal.isForbidden()) {
            return answer(asked, refusal, HttpStatus.FORBIDDEN);
        }
        if (asked.getMethod() == HttpMethod.GET && isPage(asked)) {
            return HttpResponse.seeOther(URI.create(
                    "/logowanie?dalej=" + URLEncoder.encode(asked.getUri().toString(), StandardCharsets.UTF_8)));
        }
        return answer(asked, refusal, HttpStatus.UNAUTHORIZED);
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, AuthorizationException refusal, HttpStatus status) {
        return errors.processResponse(
                ErrorContext.builder(request)
                        .cause(refusal)
                        .errorMessage(status.getReason())
                        .build(),
                HttpResponse.status(status));
    }

    private static boolean isPage(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api/")
                && request.accept().stream().anyMatch(type -> type.matches(MediaType.TEXT_HTML_TYPE));
    }
}
