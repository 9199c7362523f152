package pl.kujawskopomorskie.ngo;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;

/** Something real for each variable in the path of a route, so that every page has what to show. */
@Singleton
final class RouteExamples {

    private static final Pattern VARIABLE = Pattern.compile("\\{/?([A-Za-z]+)[^}]*}");

    private final Map<String, String> values;

    RouteExamples(ConsultationRows consultations) {
        var open = consultations.open();
        values = Map.of("slug", open.slug(), "token", "nieznany-odnosnik");
    }

    /** The path with its variables filled in. */
    String fill(String path) {
        return VARIABLE.matcher(path).replaceAll(variable -> values.getOrDefault(variable.group(1), "1"));
    }
}
