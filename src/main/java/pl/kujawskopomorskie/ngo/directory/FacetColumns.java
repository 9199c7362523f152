package pl.kujawskopomorskie.ngo.directory;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * What the documents of the index count for in each facet, unpacked once for each of its segments: counting all of them is then
 * a walk through two arrays. Sixteen bytes an organisation; a segment's go when the segment goes.
 */
final class FacetColumns {

    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();

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
}
