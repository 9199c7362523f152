package pl.kujawskopomorskie.ngo.directory;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of the index count for in each facet, unpacked once for each of its segments: counting all of them is then
 * a walk through two arrays. Sixteen bytes an organisation; a segment's go when the segment goes.
 */
final class FacetColumns {

    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();
    private final Object counting = new Object();
    private @Nullable Counted counted;

    /** The values of a segment. */
    Segment of(LeafReader reader) throws IOException {
        var core = reader.getCoreCacheHelper();
        var known = segments.get(core.getKey());
        if (known != null) {
            return known;
        }
        var unpacked = new Segment(
                values(DocValues.getNumeric(reader, DirectoryIndex.FACETS), reader.maxDoc()),
                values(DocValues.getNumeric(reader, DirectoryIndex.SPHERES), reader.maxDoc()));
        if (segments.putIfAbsent(core.getKey(), unpacked) == null) {
            core.addClosedListener(segments::remove);
        }
        return unpacked;
    }

    /**
     * How many documents of the whole index have the same values: organisations are many, but differ little in them. Found
     * once for each state of the index.
     */
    Collection<Alike> alike(IndexSearcher searcher) throws IOException {
        var reader = searcher.getIndexReader();
        var state = reader.getReaderCacheHelper().getKey();
        // One counts and the others wait for it: after each change they would all do the same at once.
        synchronized (counting) {
            if (counted == null || counted.state() != state) {
                counted = new Counted(state, count(reader));
            }
            return counted.groups();
        }
    }

    private List<Alike> count(IndexReader reader) throws IOException {
        var groups = new HashMap<Values, Integer>();
        for (var leaf : reader.leaves()) {
            var segment = of(leaf.reader());
            var live = leaf.reader().getLiveDocs();
            for (int document = 0; document < segment.facets().length; document++) {
                if (live == null || live.get(document)) {
                    groups.merge(new Values(segment.facets()[document], segment.spheres()[document]), 1, Integer::sum);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Alike(group.getKey().facets(), group.getKey().spheres(), group.getValue()))
                .toList();
    }

    private static long[] values(NumericDocValues packed, int documents) throws IOException {
        var values = new long[documents];
        for (var document = packed.nextDoc(); document < documents; document = packed.nextDoc()) {
            values[document] = packed.longValue();
        }
        return values;
    }

    /**
     * Values of a segment's documents, each at the document's number.
     *
     * @param facets as {@link FacetValues#of} packs them
     * @param spheres as {@link FacetValues#ofSpheres} packs them
     */
    @SuppressWarnings("ArrayRecordComponent") // Two arrays that nobody compares or prints.
    record Segment(long[] facets, long[] spheres) {}

    /**
     * Documents with the same values.
     *
     * @param facets as {@link FacetValues#of} packs them
     * @param spheres as {@link FacetValues#ofSpheres} packs them
     * @param many how many
     */
    record Alike(long facets, long spheres, int many) {}

    private record Values(long facets, long spheres) {}

    private record Counted(IndexReader.CacheKey state, List<Alike> groups) {}
}
