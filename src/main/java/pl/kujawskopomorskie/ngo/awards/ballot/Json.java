package pl.kujawskopomorskie.ngo.awards.ballot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in its one canonical spelling (RFC 8785, of which only objects, arrays, texts and whole numbers are needed here), so that a hash
 * of it is a hash of what it says.
 */
final class Json {

    private static final int LONGEST = 4_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxDocumentLength(LONGEST)
                    .build())
            .build();

    private Json() {}

    /** Writes a map, a list, a text or a whole number. */
    static String write(Object value) {
        var json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        switch (value) {
            case Map<?, ?> map -> {
                var separator = "{";
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, each) -> sorted.put((String) key, each));
                for (var each : sorted.entrySet()) {
                    json.append(separator);
                    write(each.getKey(), json);
                    json.append(':');
                    write(each.getValue(), json);
                    separator = ",";
                }
                json.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                json.append('[');
                for (var i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        json.append(',');
                    }
                    write(list.get(i), json);
                }
                json.append(']');
            }
            case String text -> quote(text, json);
            case Integer number -> json.append(number);
            case Long number -> json.append(number);
            default -> throw new IllegalArgumentException("No JSON of " + value.getClass());
        }
    }

    private static void quote(String text, StringBuilder json) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("Half a character has no spelling in UTF-8");
        }
        json.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(c < 16 ? "0" : "1").append("0123456789abcdef".charAt(c % 16));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is anything else, or is not spelled canonically
     */
    static Map<String, Object> read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !(value(parser) instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("Not a JSON object");
            }
            if (parser.nextToken() != null || !write(map).equals(text)) {
                throw new IllegalArgumentException("The JSON is not spelled canonically");
            }
            return cast(map);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    @SuppressWarnings("unchecked") // Keys of JSON objects are texts.
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var map = new TreeMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> throw new IllegalArgumentException("JSON that has no place in a chain");
        };
    }
}
