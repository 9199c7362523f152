package pl.kujawskopomorskie.ngo.awards.ballot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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

    /** What is published of rounds, in their order. */
    public static Bundle of(List<List<Link>> rounds) {
        var files = new TreeMap<String, String>();
        var heads = new StringBuilder();
        for (var round : rounds) {
            var name = "round-" + (files.size() + 1) + ".chain";
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
     * Reads a ZIP.
     *
     * @throws ZipException if it is none, is too large, or holds a file twice or one that is not a text
     */
    public static Bundle read(InputStream in) throws IOException {
        var files = new TreeMap<String, String>();
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new ZipException("The bundle is larger than any edition needs");
                }
                if (files.put(entry.getName(), text(bytes)) != null) {
                    throw new ZipException("The bundle holds " + entry.getName() + " twice");
                }
            }
        } catch (IllegalArgumentException e) {
            throw (ZipException) new ZipException("The bundle names a file in letters that are none").initCause(e);
        }
        if (files.isEmpty()) {
            throw new ZipException("This is no ZIP, or nothing is in it");
        }
        return new Bundle(files);
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
