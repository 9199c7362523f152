package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * What the layout shows around a page.
 *
 * @param language of the page
 * @param path of the request, for marking the current place in the menu
 * @param query of the request without the language, for the switch of languages
 * @param person who is signed in, or null
 * @param spokenFor in whose name the person acts, or null when in their own
 * @param demo whether this is a demonstration
 * @param baseUrl public address of the portal
 * @param done what was just done, or null
 * @param assets version of the static files, so that a new release is never mixed with an old browser cache
 */
public record Frame(
        Language language,
        String path,
        String query,
        @Nullable SignedIn person,
        @Nullable SpokenFor spokenFor,
        boolean demo,
        String baseUrl,
        Done.@Nullable Said done,
        String assets) {

    /** Whether the menu's entry leads to where the reader is. */
    public boolean at(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** Whether the signed-in person holds one of the roles, named and parted by commas. */
    public boolean holds(String roles) {
        if (person == null) {
            return false;
        }
        for (var role : roles.split(",")) {
            if (person.roleNames().contains(role.strip())) {
                return true;
            }
        }
        return false;
    }

    /** The query of this page without one of its parameters, ready to be continued: empty, or ending with {@code &}. */
    public String queryWithout(String parameter) {
        var kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : kept + "&";
    }

    /** This same page in the other language. */
    public String otherLanguageLink() {
        var other = language == Language.POLISH ? Language.ENGLISH : Language.POLISH;
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.tag();
    }

    /** Puts {@code frame} and {@code formats} beside {@code page} into every model. */
    @Singleton
    static final class InEveryModel implements ViewModelProcessor<Map<String, Object>> {

        private final PortalConfiguration portal;
        private final Assets assets;

        InEveryModel(PortalConfiguration portal, Assets assets) {
            this.portal = portal;
            this.assets = assets;
        }

        @Override
        public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> view) {
            Map<String, Object> model = new HashMap<>(view.getModel().orElse(Map.of()));
            var language = RequestLanguage.of(request);
            Optional<SignedIn> person = request.getAttribute(SignedIn.ATTRIBUTE, SignedIn.class);
            model.put(
                    "frame",
                    new Frame(
                            language,
                            request.getPath(),
                            queryWithoutLanguage(request),
                            person.orElse(null),
                            request.getAttribute(SpokenFor.ATTRIBUTE, SpokenFor.class)
                                    .orElse(null),
                            portal.demo(),
                            portal.baseUrl(),
                            Done.of(request.getParameters().get(Done.PARAMETER)).orElse(null),
                            assets.version()));
            model.put("formats", new Formats(language));
            view.setModel(model);
        }

        private static String queryWithoutLanguage(HttpRequest<?> request) {
            if (request.getMethod() == HttpMethod.GET) {
                return request.getParameters().asMap().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(RequestLanguage.NAME)
                                && !entry.getKey().equals(Done.PARAMETER))
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
            }
            return "";
        }

        private static String encode(String part) {
            return URLEncoder.encode(part, StandardCharsets.UTF_8);
        }
    }
}
