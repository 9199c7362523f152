package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Mode;

/** The forms of the list of attendance. */
final class AttendanceForms {

    private static final String WHO = "kto-";

    private AttendanceForms() {}

    /** The numbers of the boxes that are ticked. */
    static List<Long> ticked(@Nullable Map<String, String> body) {
        return body == null
                ? List.of()
                : body.keySet().stream()
                        .filter(field -> field.matches(WHO + "[0-9]{1,18}"))
                        .map(field -> Long.valueOf(field.substring(WHO.length())))
                        .toList();
    }

    /** How many people were counted. */
    @Introspected
    @Serdeable
    record Heads(
            @Nullable String mode,
            @Nullable String people,
            @Nullable String note) {

        static Heads fresh() {
            return new Heads("", "", "");
        }

        @Nullable
        Mode chosen() {
            return Arrays.stream(Mode.values())
                    .filter(one -> one.name().equals(mode))
                    .findFirst()
                    .orElse(null);
        }
    }
}
