package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list that is read on by the key of the last of them, so that nothing is passed over when rows leave the list
 * meanwhile.
 *
 * @param rows that are shown
 * @param next key after which the list goes on, null at its end
 */
record Stretch<T>(List<T> rows, @Nullable Long next) {

    Stretch {
        rows = List.copyOf(rows);
    }

    /**
     * Of a list that was read one row further than is shown.
     *
     * @param oneMore at most one row more than {@code most}
     * @param most rows that are shown
     * @param key of a row
     */
    static <T> Stretch<T> of(List<T> oneMore, int most, ToLongFunction<T> key) {
        return oneMore.size() <= most
                ? new Stretch<>(oneMore, null)
                : new Stretch<>(oneMore.subList(0, most), key.applyAsLong(oneMore.get(most - 1)));
    }

    /** The key that an address names, or another where it names none. */
    static long key(@Nullable String typed, long otherwise) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : otherwise;
    }
}
