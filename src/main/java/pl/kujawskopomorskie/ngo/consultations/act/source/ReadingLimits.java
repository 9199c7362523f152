package pl.kujawskopomorskie.ngo.consultations.act.source;

/**
 * How much of a file is read at most. Memory taken by reading follows these numbers, not the file.
 *
 * @param maxBytes size of the file
 * @param maxUnpackedBytes bytes that all its parts together may unpack to
 * @param maxRatio how many times larger than packed a part may be, once it unpacks to more than ten megabytes
 * @param maxEntries parts in the package of a DOCX or ODT
 * @param maxPages pages of a PDF
 * @param maxCharacters characters of text, a line counting a few more than it has
 */
public record ReadingLimits(
        long maxBytes, long maxUnpackedBytes, int maxRatio, int maxEntries, int maxPages, int maxCharacters) {

    /** 20 MB, 64 MB unpacked, 2 000 pages and ten million characters: a hundred times the longest programme. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(20L << 20, 64L << 20, 200, 5_000, 2_000, 10_000_000);

    public ReadingLimits {
        if (maxBytes <= 0
                || maxUnpackedBytes <= 0
                || maxRatio <= 0
                || maxEntries <= 0
                || maxPages <= 0
                || maxCharacters <= 0) {
            throw new IllegalArgumentException("A limit must be positive");
        }
    }

    /** The same limits with another size of file. */
    public ReadingLimits withMaxBytes(long bytes) {
        return new ReadingLimits(bytes, maxUnpackedBytes, maxRatio, maxEntries, maxPages, maxCharacters);
    }
}
