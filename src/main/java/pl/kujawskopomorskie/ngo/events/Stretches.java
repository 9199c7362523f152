package pl.kujawskopomorskie.ngo.events;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows read a stretch at a time, so that however many there are, few are held at once.
 *
 * @param <T> a row
 */
final class Stretches<T> implements Iterable<T> {

    /** Most rows of a stretch. */
    static final int AT_ONCE = 500;

    private final Function<@Nullable T, List<T>> after;

    /**
     * Rows in their order.
     *
     * @param after gives at most {@link #AT_ONCE} rows after one, or the first ones after null
     */
    Stretches(Function<@Nullable T, List<T>> after) {
        this.after = after;
    }

    @Override
    public Iterator<T> iterator() {
        return new Reading();
    }

    private final class Reading implements Iterator<T> {

        private List<T> stretch = after.apply(null);
        private int next;

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && stretch.size() == AT_ONCE) {
                stretch = after.apply(stretch.getLast());
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return stretch.get(next++);
        }
    }
}
