package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes what search engines read from a page: JSON-LD with the words of schema.org. */
@Singleton
public final class LinkedData {

    private final ObjectMapper json;

    LinkedData(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The block of data of a page. It holds no sign that could end the block or begin another element, so a template may print it
     * as it is.
     */
    public String of(Map<String, Object> data) {
        try {
            return json.writeValueAsString(Argument.mapOf(String.class, Object.class), data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
