package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields of a form that may be sent several times, such as boxes of one name. */
final class Fields {

    private Fields() {}

    /** What the framework read, a text or a list of texts for each name, as lists; a form without any field is sent as no body. */
    static Map<String, List<String>> lists(@Nullable Map<String, Object> read) {
        if (read == null) {
            return Map.of();
        }
        return read.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue() instanceof Collection<?> several
                                ? several.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(field.getValue()))));
    }
}
