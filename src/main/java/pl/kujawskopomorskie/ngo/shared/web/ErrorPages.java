package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.ViewsModelDecorator;
import io.micronaut.views.ViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every error that the framework answers for us, as a page of ours in the person's language. */
@Singleton
final class ErrorPages implements HtmlErrorResponseBodyProvider {

    private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer;
    private final @Nullable ViewsModelDecorator decorator;

    ErrorPages(ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer, @Nullable ViewsModelDecorator decorator) {
        this.renderer = renderer;
        this.decorator = decorator;
    }

    @Override
    public String body(ErrorContext context, HttpResponse<?> response) {
        var status = response.code();
        var key = switch (status) {
            case 401, 403, 404, 409, 410, 413, 429 -> "error." + status + ".sentence";
            default -> status < 500 ? "error.400.sentence" : "error.500.sentence";
        };
        var view = new ModelAndView<Map<String, Object>>(
                "error", new HashMap<>(Map.of("page", new ErrorPage(status, key))));
        if (decorator != null) {
            decorator.decorate(context.getRequest(), view);
        }
        var page = new StringWriter();
        try {
            renderer.render("error", view.getModel().orElse(null), context.getRequest())
                    .writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    @Override
    public String contentType() {
        return MediaType.TEXT_HTML;
    }
}
