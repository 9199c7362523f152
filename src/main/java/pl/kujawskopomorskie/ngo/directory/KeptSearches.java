package pl.kujawskopomorskie.ngo.directory;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What the last searches came to, as long as the index stays as it was: most people look at the first page of all, and counting
 * all organisations for each of them anew would cost more with every organisation. A change of the directory drops it all.
 *
 * @param <T> what a search comes to
 */
final class KeptSearches<T> {

    /** A search comes to some kilobytes, so all together stay below a few megabytes. */
    private static final int MOST = 300;

    private final Map<OrganisationFilter, T> found = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrganisationFilter, T> eldest) {
            return size() > MOST;
        }
    };

    private @Nullable Object generation;

    /** What the search comes to: as it was found in the same index before, or found now. */
    T of(IndexSearcher searcher, OrganisationFilter filter, Search<T> search) throws IOException {
        Object now = searcher.getIndexReader().getReaderCacheHelper().getKey();
        synchronized (found) {
            if (generation == now) {
                var known = found.get(filter);
                if (known != null) {
                    return known;
                }
            }
        }
        var result = search.run();
        synchronized (found) {
            if (generation != now) {
                found.clear();
                generation = now;
            }
            found.put(filter, result);
        }
        return result;
    }

    /** Looks through the index. */
    interface Search<T> {
        T run() throws IOException;
    }
}
