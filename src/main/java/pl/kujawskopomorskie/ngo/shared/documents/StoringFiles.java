package pl.kujawskopomorskie.ngo.shared.documents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Stores files and gives their bytes back.
 *
 * <p>The bytes lie in parts of 4 MB: a packet to a MariaDB with default settings may hold no more than 16 MB, and a file that
 * is handed out is in memory only a part at a time.
 */
@Singleton
public class StoringFiles {

    /** Bytes in one row. */
    static final int PART = 4 * 1024 * 1024;

    private final StoredFiles files;
    private final StoredFileParts parts;
    private final Clock clock;

    StoringFiles(StoredFiles files, StoredFileParts parts, Clock clock) {
        this.files = files;
        this.parts = parts;
        this.clock = clock;
    }

    /** What became of a file that was sent. */
    public sealed interface Outcome {

        /** It is kept. */
        record Stored(StoredFile file) implements Outcome {}

        /** It is not of a type that is taken, or its name and content disagree. */
        record WrongType() implements Outcome {}

        /** It has no bytes. */
        record Empty() implements Outcome {}

        /** It has more bytes than the caller takes. */
        record TooLarge(long mostBytes) implements Outcome {}
    }

    /**
     * Looks at what a person sent and keeps it, in the caller's transaction.
     *
     * @param name as sent
     * @param mostBytes the caller's limit
     * @param storedBy who sent it, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome store(byte[] content, String name, long mostBytes, @Nullable Long storedBy) {
        if (content.length == 0) {
            return new Outcome.Empty();
        }
        if (content.length > mostBytes) {
            return new Outcome.TooLarge(mostBytes);
        }
        var safe = FileNames.safe(name);
        return FileTypes.detect(content, safe)
                .<Outcome>map(type -> new Outcome.Stored(keep(content, safe, type, storedBy)))
                .orElseGet(Outcome.WrongType::new);
    }

    /** Keeps what the portal itself made, of a type it knows, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredFile keep(byte[] content, String name, FileType type, @Nullable Long storedBy) {
        var file = files.save(new StoredFile(
                null,
                FileNames.safe(name),
                type.mediaType(),
                content.length,
                sha256(content),
                OfficeTime.now(clock),
                storedBy));
        for (int position = 0, from = 0; from < content.length; position++, from += PART) {
            parts.save(new StoredFilePart(
                    null,
                    file.key(),
                    position,
                    Arrays.copyOfRange(content, from, Math.min(from + PART, content.length))));
        }
        return file;
    }

    /** What is known of a file; the caller took its key from a row that this person may see. */
    public Optional<StoredFile> find(long id) {
        return files.findById(id);
    }

    /** The bytes of a file, fetched part by part as they are read. */
    public InputStream open(StoredFile file) {
        int count = (int) ((file.sizeBytes() + PART - 1) / PART);
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < count;
            }

            @Override
            public InputStream nextElement() {
                if (next >= count) {
                    throw new NoSuchElementException();
                }
                int position = next++;
                return new ByteArrayInputStream(parts.findByFileIdAndPosition(file.key(), position)
                        .orElseThrow(
                                () -> new IllegalStateException("File " + file.key() + " lacks its part " + position))
                        .content());
            }
        });
    }

    /** All bytes of a file, for what must be read as a whole. */
    public byte[] load(StoredFile file) {
        try (var in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a file that no row refers to any more, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long id) {
        parts.deleteByFileId(id);
        files.deleteById(id);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
