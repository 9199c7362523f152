package pl.kujawskopomorskie.ngo.shared.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * A form as it was typed, for those whose fields are not known beforehand or are many: one for each day of a week, or for each thing
 * of a list.
 *
 * @param fields by their names
 */
public record TypedFields(Map<String, String> fields) {

    /** Name of the field that makes a form sent twice one. */
    public static final String TOKEN = "formToken";

    public TypedFields {
        fields = Map.copyOf(fields);
    }

    /** As the browser sent it. */
    public static TypedFields of(@Nullable Map<String, String> body) {
        return new TypedFields(body == null ? Map.of() : body);
    }

    /** An empty form with a token of its own. */
    public static TypedFields fresh() {
        return new TypedFields(Map.of(TOKEN, UUID.randomUUID().toString()));
    }

    /** The same with one field filled in. */
    public TypedFields with(String field, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new TypedFields(more);
    }

    /** What stands in a field, empty when it was not sent. */
    public String at(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return !at(field).isEmpty();
    }

    /** A field of one line, fit to be kept. */
    public String line(String field) {
        return Typed.line(at(field));
    }

    /** A field of many lines, fit to be kept. */
    public String text(String field) {
        return Typed.text(at(field));
    }

    /** A whole number, or -1 for what is none. */
    public int number(String field) {
        return Typed.number(at(field));
    }

    /** The key of a row, or 0 for what is none. */
    public long key(String field) {
        var digits = line(field);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** The constant that is named, if it is one of them. */
    public <E extends Enum<E>> Optional<E> one(Class<E> type, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(at(field)))
                .findFirst();
    }

    /**
     * What makes the same form sent twice one. Whoever changes it gains nothing.
     *
     * @return a UUID, a new one when none was sent
     */
    public String token() {
        var token = at(TOKEN);
        return token.matches("[0-9a-f-]{36}") ? token : UUID.randomUUID().toString();
    }
}
