package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The text of a published report: JSON in one line, whose last field is the register. It is kept as its head, which is the
 * report with an empty register, and its entries, each in a row; put together again byte for byte when it is downloaded or
 * its hash is made. However long the register is, only a stretch of it is in memory.
 */
@Singleton
class ReportText {

    /** What a head ends with, and what comes after the last entry. */
    private static final String AFTER_ENTRIES = "]}";

    private static final int ENTRIES_AT_ONCE = 500;

    private final ReportEntries entries;
    private final ObjectMapper json;

    ReportText(ReportEntries entries, ObjectMapper json) {
        this.entries = entries;
        this.json = json;
    }

    /** The head of a report. */
    String head(FrozenReport report) {
        var text = written(report.withRegister(List.of()));
        if (!text.endsWith("\"register\":[" + AFTER_ENTRIES)) {
            throw new IllegalStateException("The register is the last field of a report");
        }
        return text;
    }

    /** An entry. */
    String entry(FrozenReport.Entry entry) {
        return written(entry);
    }

    /** What a head, or a whole report, says. */
    FrozenReport report(String text) {
        return read(text, FrozenReport.class);
    }

    /** Some entries from a position on. */
    List<FrozenReport.Entry> entries(long reportId, int from, int limit) {
        return entries.texts(reportId, from, limit).stream().map(this::entry).toList();
    }

    /** What an entry says. */
    FrozenReport.Entry entry(String text) {
        return read(text, FrozenReport.Entry.class);
    }

    /** All entries, read from the database as they are asked for. */
    Iterable<FrozenReport.Entry> entries(long reportId) {
        return () -> new Iterator<>() {
            private final Iterator<String> texts = new Texts(reportId);

            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public FrozenReport.Entry next() {
                return entry(texts.next());
            }
        };
    }

    /** Writes the whole text. The stream stays open. */
    void write(long reportId, String head, OutputStream out) throws IOException {
        out.write(bytes(head.substring(0, head.length() - AFTER_ENTRIES.length())));
        var texts = new Texts(reportId);
        while (texts.hasNext()) {
            out.write(bytes(texts.next()));
            if (texts.hasNext()) {
                out.write(',');
            }
        }
        out.write(bytes(AFTER_ENTRIES));
    }

    /** SHA-256 of the whole text in UTF-8. */
    byte[] hash(long reportId, String head) {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            write(reportId, head, out);
            return out.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(text, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a register, a stretch at a time. */
    private final class Texts implements Iterator<String> {

        private final long reportId;
        private List<String> some = List.of();
        private int at;
        private int position;

        Texts(long reportId) {
            this.reportId = reportId;
        }

        @Override
        public boolean hasNext() {
            if (at == some.size()) {
                some = entries.texts(reportId, position, ENTRIES_AT_ONCE);
                at = 0;
            }
            return at < some.size();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            position++;
            return some.get(at++);
        }
    }
}
