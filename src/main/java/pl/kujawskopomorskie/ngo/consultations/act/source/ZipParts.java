package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** The package of a DOCX or ODT: its parts by name, every byte that is unpacked counted against the limits. */
final class ZipParts implements Closeable {

    /** Parts smaller than this may pack as well as they like. */
    private static final long RATIO_MATTERS_FROM = 10L << 20;
    /** What parts that are never unpacked, such as pictures, may claim to be, as a multiple of the limit. */
    private static final long CLAIMED_AT_MOST = 10;
    /** Bytes without a tag, which a parser must hold at once: one attribute or one piece of text. */
    private static final long LONGEST_TOKEN = 4L << 20;

    /** Quotes in one tag, two for each attribute: the parser takes quadratic time over them. */
    private static final int MOST_QUOTES = 2_000;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private final ReadingLimits limits;
    private long unpacked;

    private ZipParts(ZipFile zip, Map<String, ZipArchiveEntry> entries, ReadingLimits limits) {
        this.zip = zip;
        this.entries = entries;
        this.limits = limits;
    }

    static ZipParts open(byte[] bytes, ReadingLimits limits) throws IOException {
        var zip = ZipFile.builder().setByteArray(bytes).get();
        try {
            return new ZipParts(zip, entries(zip, limits), limits);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Map<String, ZipArchiveEntry> entries(ZipFile zip, ReadingLimits limits) {
        var entries = new LinkedHashMap<String, ZipArchiveEntry>();
        long claimed = 0;
        var all = zip.getEntries();
        while (all.hasMoreElements()) {
            var entry = all.nextElement();
            if (entries.size() >= limits.maxEntries()) {
                throw new Refusal(Reason.ZIP_BOMB);
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Refusal(Reason.ENCRYPTED);
            }
            claimed += Math.max(0, entry.getSize());
            if (claimed > CLAIMED_AT_MOST * limits.maxUnpackedBytes()) {
                throw new Refusal(Reason.ZIP_BOMB);
            }
            entries.putIfAbsent(key(entry.getName()), entry);
        }
        return entries;
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Names of all parts, in lower case. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The bytes of a part, counted as they come, or null when there is no such part. */
    @Nullable
    InputStream stream(String name) throws IOException {
        var entry = entries.get(key(name));
        return entry == null ? null : new Counted(zip.getInputStream(entry), entry);
    }

    /** A small part as text in UTF-8, or empty when there is none. */
    String text(String name, int atMost) throws IOException {
        try (var in = stream(name)) {
            return in == null ? "" : new String(in.readNBytes(atMost), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private final long packed;
        private final long claimed;
        private long read;
        private long sinceTag;
        private boolean inTag;
        private int quotes;

        Counted(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.packed = Math.max(1, entry.getCompressedSize());
            this.claimed = entry.getSize();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            if (n > 0) {
                count(n);
                for (int i = from; i < from + n; i++) {
                    follow(bytes[i]);
                }
            }
            return n;
        }

        private void follow(byte b) {
            sinceTag++;
            switch (b) {
                case '<' -> {
                    sinceTag = 0;
                    inTag = true;
                    quotes = 0;
                }
                case '>' -> inTag = false;
                case '"', '\'' -> quotes += inTag ? 1 : 0;
                default -> {}
            }
            if (sinceTag > LONGEST_TOKEN || quotes > MOST_QUOTES) {
                boolean bomb = Math.max(claimed, read) / packed > limits.maxRatio();
                throw new Refusal(bomb ? Reason.ZIP_BOMB : Reason.BROKEN);
            }
        }

        private void count(long bytes) {
            read += bytes;
            unpacked += bytes;
            boolean tooMuch = unpacked > limits.maxUnpackedBytes();
            boolean tooWell = read > RATIO_MATTERS_FROM && read / packed > limits.maxRatio();
            if (tooMuch || tooWell) {
                throw new Refusal(Reason.ZIP_BOMB);
            }
        }
    }
}
