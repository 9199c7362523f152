package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP file in memory (DOCX, XLSX, ODT, ODS) that has been measured before anything reads it: each entry of its directory
 * was unpacked once and counted, so neither a bomb nor entries that lie over each other can fill the memory.
 */
final class Archive implements Closeable {

    private static final int MOST_ENTRIES = 2_000;

    private final ZipFile zip;
    private final Set<String> names;

    private Archive(ZipFile zip, Set<String> names) {
        this.zip = zip;
        this.names = names;
    }

    /**
     * Opens and measures.
     *
     * @param mostBytes to which all entries together may unpack
     * @throws TooLarge when they unpack to more
     * @throws IOException when the file is broken, or something stands before or after the archive
     */
    static Archive open(byte[] bytes, long mostBytes) throws IOException {
        if (!startsAndEndsAsArchive(bytes)) {
            throw new IOException("Not an archive from its first byte to its last");
        }
        var zip = ZipFile.builder().setByteArray(bytes).get();
        try {
            var names = new HashSet<String>();
            long total = 0;
            var chunk = new byte[8192];
            var entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (!names.add(entry.getName())) {
                    throw new IOException("Two entries of one name");
                }
                if (names.size() > MOST_ENTRIES) {
                    throw new TooLarge();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                        total += read;
                        if (total > mostBytes) {
                            throw new TooLarge();
                        }
                    }
                }
            }
            return new Archive(zip, names);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof IOException broken ? broken : new IOException(e);
        }
    }

    // A file that is an archive only at its end may be something else at its beginning.
    private static boolean startsAndEndsAsArchive(byte[] bytes) {
        if (bytes.length < 22 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
            return false;
        }
        for (int end = bytes.length - 22; end >= Math.max(0, bytes.length - 22 - 65_535); end--) {
            if (bytes[end] == 'P' && bytes[end + 1] == 'K' && bytes[end + 2] == 5 && bytes[end + 3] == 6) {
                int comment = (bytes[end + 20] & 0xff) | (bytes[end + 21] & 0xff) << 8;
                return end + 22 + comment == bytes.length;
            }
        }
        return false;
    }

    Set<String> names() {
        return names;
    }

    /** The bytes of an entry, if there is one of that name. */
    Optional<InputStream> read(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    /** The text of a small entry, or empty. */
    String text(String name) throws IOException {
        try (var in = read(name).orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
            return new String(in.readNBytes(1_000_000), StandardCharsets.UTF_8);
        }
    }

    /** Whether the file carries programs: VBA in Office files, Basic and scripts in OpenDocument. */
    boolean holdsMacros() throws IOException {
        if (text("[Content_Types].xml").contains("macroEnabled")) {
            return true;
        }
        return names.stream()
                .anyMatch(name -> name.endsWith("vbaProject.bin")
                        || name.endsWith("vbaData.xml")
                        || name.startsWith("Basic/")
                        || name.startsWith("Scripts/"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The archive unpacks to more than is allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The archive unpacks to more than is allowed");
        }
    }
}
