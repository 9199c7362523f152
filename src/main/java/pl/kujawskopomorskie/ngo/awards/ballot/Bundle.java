package pl.kujawskopomorskie.ngo.awards.ballot;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What is published of an edition, as a ZIP: {@code round-1.chain}, {@code round-2.chain} and so on, a link on each line, and {@code
 * heads.txt}, in which the name of each is followed by the hash of its last link.
 *
 * @param files their texts by name
 */
public record Bundle(SequencedMap<String, String> files) {

    static final String HEADS = "heads.txt";

    /** More than any edition needs, and little enough to be held in memory. */
    private static final int MOST_BYTES = 64_000_000;

    private static final int MOST_FILES = 100;

    /** How many times as large as it was packed: hashes, of which chains are full, hardly become smaller. */
    private static final int MOST_SWELLING = 50;

    private static final int ALWAYS_FINE = 1_000_000;

    private static final Pattern CHAIN = Pattern.compile("round-([1-9][0-9]{0,2})\\.chain");

    /** What is published of rounds, in their order. */
    public static Bundle of(List<List<Link>> rounds) {
        var files = new LinkedHashMap<String, String>();
        var heads = new StringBuilder();
        for (var round : rounds) {
            var name = name(files.size() + 1);
            files.put(name, round.stream().map(link -> link.line() + "\n").collect(Collectors.joining()));
            heads.append(name).append(' ').append(round.getLast().hash()).append('\n');
        }
        files.put(HEADS, heads.toString());
        return new Bundle(files);
    }

    /** Writes the ZIP; the same bundle is always the same bytes. */
    public void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /**
     * Reads a ZIP. Its directory and what stands before each of its files must say the same, so that no other program unpacks other files
     * than those that are read here.
     *
     * @throws ZipException if it is none, is too large, says two things, or holds a file twice or one that is not a text
     */
    public static Bundle read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        var most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, (long) MOST_SWELLING * bytes.length));
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            var files = byDirectory(bytes, (int) most);
            if (files.isEmpty()) {
                throw new ZipException("This is no ZIP, or nothing is in it");
            }
            if (!List.copyOf(files.entrySet())
                    .equals(List.copyOf(inPassing(bytes, (int) most).entrySet()))) {
                throw new ZipException("The directory of the bundle does not name the files that are in it");
            }
            return new Bundle(files);
        } catch (EOFException e) {
            throw (ZipException) new ZipException("The bundle is cut off").initCause(e);
        } catch (IllegalArgumentException e) {
            throw (ZipException) new ZipException("The bundle names a file in letters that are none").initCause(e);
        }
    }

    private static SequencedMap<String, String> byDirectory(byte[] bytes, int most) throws IOException {
        var path = Files.createTempFile("pozarzadowka", ".zip");
        try {
            Files.write(path, bytes);
            try (var zip = opened(path)) {
                if (zip.getComment() != null) {
                    throw new ZipException("Something stands behind the files of the bundle");
                }
                if (zip.size() > MOST_FILES) {
                    throw tooLarge();
                }
                var files = new LinkedHashMap<String, String>();
                var left = most;
                for (var entry : Collections.list(zip.entries())) {
                    try (var content = zip.getInputStream(entry)) {
                        left -= put(files, entry.getName(), content, left);
                    }
                }
                return files;
            }
        } finally {
            Files.delete(path);
        }
    }

    private static ZipFile opened(Path path) throws ZipException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw (ZipException) new ZipException("This is no ZIP, or nothing is in it").initCause(e);
        }
    }

    private static SequencedMap<String, String> inPassing(byte[] bytes, int most) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var left = most;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                left -= put(files, entry.getName(), zip, left);
            }
        }
        return files;
    }

    private static int put(Map<String, String> files, String name, InputStream content, int left) throws IOException {
        var bytes = content.readNBytes(left + 1);
        if (bytes.length > left || files.size() == MOST_FILES) {
            throw tooLarge();
        }
        if (files.put(name, text(bytes)) != null) {
            throw new ZipException("The bundle holds " + Printable.of(name) + " twice");
        }
        return bytes.length;
    }

    private static ZipException tooLarge() {
        return new ZipException("The bundle is larger than any edition needs");
    }

    private static String text(byte[] bytes) throws ZipException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw (ZipException) new ZipException("The bundle holds a file that is no text in UTF-8").initCause(e);
        }
    }

    /** The name of a chain. */
    static String name(int round) {
        return "round-" + round + ".chain";
    }

    /** Numbers of the rounds whose chains are in it, from the first. */
    SortedSet<Integer> rounds() {
        return files.keySet().stream()
                .map(CHAIN::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines of a file; its last one must have an end as well. */
    static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (!lines.getLast().isEmpty()) {
            throw new IllegalArgumentException("The last line has no end");
        }
        lines.removeLast();
        return lines;
    }
}
