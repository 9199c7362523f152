package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of a JSON object, each of which must be read, and none may be missing: what nobody looks at cannot be smuggled in. */
final class Fields {

    private final Map<String, Object> all;
    private final Set<String> read = new HashSet<>();

    Fields(Map<String, Object> all) {
        this.all = all;
    }

    String text(String name) {
        return the(String.class, name);
    }

    Hash hash(String name) {
        return new Hash(text(name));
    }

    int number(String name) {
        return Math.toIntExact(the(Long.class, name));
    }

    long large(String name) {
        return the(Long.class, name);
    }

    List<String> texts(String name) {
        return list(name).stream().map(each -> as(String.class, each)).toList();
    }

    List<Fields> objects(String name) {
        return list(name).stream().map(Fields::object).toList();
    }

    List<List<String>> lists(String name) {
        return list(name).stream()
                .map(each -> as(List.class, each))
                .map(Fields::texts)
                .toList();
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(each -> as(String.class, each)).toList();
    }

    Map<String, Integer> numbers(String name) {
        return the(Map.class, name) instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> as(String.class, each.getKey()),
                                each -> Math.toIntExact(as(Long.class, each.getValue())),
                                (one, other) -> one,
                                TreeMap::new))
                : Map.of();
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** Says that everything was read. */
    void done() {
        if (!read.equals(all.keySet())) {
            throw new IllegalArgumentException("There are fields that do not belong here");
        }
    }

    private List<?> list(String name) {
        return the(List.class, name);
    }

    private <T> T the(Class<T> type, String name) {
        read.add(name);
        var value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The field " + name + " is missing");
        }
        return as(type, value);
    }

    @SuppressWarnings("unchecked") // Keys of JSON objects are texts.
    private static Fields object(Object value) {
        return new Fields((Map<String, Object>) as(Map.class, value));
    }

    private static <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("A field is of another type");
        }
        return type.cast(value);
    }
}
