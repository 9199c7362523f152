package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a refusal the page that the person came from, as {@code back}, when that is one of ours. */
@Singleton
final class WayBack implements ViewModelProcessor<Map<String, Object>> {

    @Override
    public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> view) {
        if (!view.getView().orElse("").equals("error")) {
            return;
        }
        from(request).ifPresent(path -> {
            Map<String, Object> model = new HashMap<>(view.getModel().orElse(Map.of()));
            model.put("back", path);
            view.setModel(model);
        });
    }

    private static Optional<String> from(HttpRequest<?> request) {
        var referer = request.getHeaders().get(HttpHeaders.REFERER);
        var host = request.getHeaders().get(HttpHeaders.HOST);
        if (referer == null || host == null) {
            return Optional.empty();
        }
        try {
            var address = new URI(referer);
            if (!host.equalsIgnoreCase(address.getRawAuthority())) {
                return Optional.empty();
            }
            var query = address.getRawQuery();
            var path = LocalPath.of(address.getRawPath() + (query == null ? "" : "?" + query));
            var itself =
                    request.getMethod() == HttpMethod.GET && request.getPath().equals(address.getPath());
            return path.leadsOn() && !itself ? Optional.of(path.text()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
