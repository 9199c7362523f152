package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.web.Downloads.Writing;

/**
 * Large files that everybody may fetch: this node makes one when it is first asked for, and hands the same out until what is in
 * it changes. However many ask, each file is made once and only a few at a time. A file that is lost is made anew.
 */
@Singleton
public final class KeptFiles {

    private final Settings settings;
    private final Semaphore turns;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    KeptFiles(Settings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * The file as it is to be now.
     *
     * @param key of the file, one of a few
     * @param version what changes when the file does
     * @return nothing when so much is being made that it is better to come again
     */
    Optional<Kept> open(String key, Supplier<String> version, Writing content) throws IOException {
        var shelf = shelves.computeIfAbsent(key, ignored -> new Shelf());
        var kept = shelf.open(version.get());
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            if (!shelf.making.tryLock(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return made(shelf, version, content);
            } finally {
                shelf.making.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    // The version is asked for again: it may have changed while others were at it, and it is never newer than the file.
    private Optional<Kept> made(Shelf shelf, Supplier<String> version, Writing content)
            throws IOException, InterruptedException {
        var kept = shelf.open(version.get());
        if (kept != null) {
            return Optional.of(kept);
        }
        if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            var now = version.get();
            shelf.put(now, write(content));
            return Optional.ofNullable(shelf.open(now));
        } finally {
            turns.release();
        }
    }

    /** How long somebody who found too much being made should stay away. */
    Duration patience() {
        return settings.patience();
    }

    /** Writes a new file in the folder of the system for such; of one that cannot be finished nothing stays. */
    static Path write(Writing content) throws IOException {
        var path = Files.createTempFile("pozarzadowka", null);
        var whole = false;
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            content.to(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        return path;
    }

    @PreDestroy
    void close() throws IOException {
        for (var shelf : shelves.values()) {
            shelf.clear();
        }
    }

    /**
     * A file to send.
     *
     * @param version what it was made from
     * @param length in bytes
     * @param content to be closed by who reads it
     */
    record Kept(String version, long length, InputStream content) {}

    /**
     * How much is made.
     *
     * @param atOnce files at the same time
     * @param patience how long one who asks waits for others
     */
    @ConfigurationProperties("portal.downloads")
    public record Settings(int atOnce, Duration patience) {}

    /** The place of one file. */
    private static final class Shelf {

        private final ReentrantLock making = new ReentrantLock(true);
        private volatile @Nullable Made made;

        @Nullable
        Kept open(String version) throws IOException {
            var here = made;
            if (here == null || !here.version.equals(version)) {
                return null;
            }
            try {
                return new Kept(version, Files.size(here.path), Files.newInputStream(here.path));
            } catch (NoSuchFileException e) {
                // Somebody tidied up, or a newer one has just taken its place.
                return null;
            }
        }

        // Who still reads the old file reads it to its end: it is gone when the last of them closes it.
        void put(String version, Path path) throws IOException {
            var old = made;
            made = new Made(version, path);
            if (old != null) {
                Files.deleteIfExists(old.path);
            }
        }

        void clear() throws IOException {
            var old = made;
            made = null;
            if (old != null) {
                Files.deleteIfExists(old.path);
            }
        }

        private record Made(String version, Path path) {}
    }
}
