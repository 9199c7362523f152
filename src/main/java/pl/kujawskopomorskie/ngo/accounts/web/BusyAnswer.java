package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.accounts.TooBusy;

/** Asks to come back in a moment when more people sign in than the node can check. */
@Singleton
final class BusyAnswer implements ExceptionHandler<TooBusy, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> errors;

    BusyAnswer(ErrorResponseProcessor<?> errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, TooBusy busy) {
        HttpRequest<?> asked = request;
        return errors.processResponse(
                ErrorContext.builder(asked)
                        .cause(busy)
                        .errorMessage(HttpStatus.TOO_MANY_REQUESTS.getReason())
                        .build(),
                HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "30"));
    }
}
