package pl.kujawskopomorskie.ngo.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads answers of the public API, and what its description says of them. */
public final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    /** An answer. */
    public static JsonNode json(Web.Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items of a list and of all pages that follow. */
    public static List<JsonNode> items(Web web, String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; next != null; ) {
            var page = json(web.getJson(next));
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            var uri = URI.create(page.get("next").asText());
            next = uri.getRawPath() + "?" + uri.getRawQuery();
        }
        return items;
    }

    /** The names of an object's fields. */
    public static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The names of the fields that a schema of the description has. */
    public static Set<String> fieldsOf(Map<String, Object> schemas, String name) {
        return new TreeSet<>(map(map(schemas.get(name)).get("properties")).keySet());
    }

    /** A part of the description that is a map. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
