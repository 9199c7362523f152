package pl.kujawskopomorskie.ngo.consultations.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** How the addresses of lists of remarks are read and written. What an address asks wrongly counts as not asked. */
final class AddressQuery {

    private static final int LONGEST_WORDS = 200;

    private AddressQuery() {}

    /** The name of a constant, however its letters are typed, or empty. */
    static String named(Enum<?>[] constants, @Nullable String asked) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("");
    }

    /** The address of a unit, or empty. */
    static String unit(@Nullable String asked) {
        return asked != null && asked.matches("[a-z0-9_]{1,200}") ? asked : "";
    }

    /** Words to look for. */
    static String words(@Nullable String asked) {
        var typed = Typed.line(asked);
        return typed.length() <= LONGEST_WORDS ? typed : typed.substring(0, LONGEST_WORDS);
    }

    /** The number at which a page begins, the first unless there is one. */
    static int from(@Nullable String asked) {
        return asked != null && asked.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(asked) : 1;
    }

    /** What is not empty as the query of an address, or empty when nothing is. */
    static String of(Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
