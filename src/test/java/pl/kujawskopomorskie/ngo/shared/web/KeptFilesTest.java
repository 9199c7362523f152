package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.web.Downloads.Writing;
import pl.kujawskopomorskie.ngo.shared.web.KeptFiles.Kept;

class KeptFilesTest {

    private final KeptFiles files = new KeptFiles(new KeptFiles.Settings(1, Duration.ofMillis(200)));
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void however_many_ask_a_file_is_made_once_for_a_version() throws Exception {
        var patient = new KeptFiles(new KeptFiles.Settings(1, Duration.ofSeconds(20)));
        var asked = new ArrayList<Future<Optional<Kept>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var at = 0; at < 50; at++) {
                asked.add(threads.submit(() -> patient.open("a", () -> "1", slowly("treść"))));
            }
            for (var one : asked) {
                assertThat(text(one.get())).isEqualTo("treść");
            }
        }
        assertThat(made).hasValue(1);
        assertThat(text(patient.open("a", () -> "2", slowly("nowa")))).isEqualTo("nowa");
        assertThat(text(patient.open("b", () -> "2", slowly("inna")))).isEqualTo("inna");
        assertThat(made).hasValue(3);
        patient.close();
    }

    @Test
    void who_comes_while_too_much_is_made_is_sent_away_and_what_is_made_already_is_still_had() throws Exception {
        assertThat(text(files.open("ready", () -> "1", slowly("gotowy")))).isEqualTo("gotowy");
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var long_ = threads.submit(() -> files.open("long", () -> "1", out -> {
                begun.countDown();
                await(end);
            }));
            begun.await();

            assertThat(files.open("long", () -> "1", slowly(""))).isEmpty();
            assertThat(files.open("other", () -> "1", slowly(""))).isEmpty();
            assertThat(text(files.open("ready", () -> "1", slowly("")))).isEqualTo("gotowy");
            end.countDown();
            assertThat(long_.get()).isPresent();
        }
        assertThat(text(files.open("other", () -> "1", slowly("teraz")))).isEqualTo("teraz");
    }

    @Test
    void a_file_says_of_which_version_it_is_and_is_never_older_than_that() throws IOException {
        var version = new AtomicInteger(1);

        var kept = files.open(
                        "a",
                        () -> String.valueOf(version.get()),
                        out -> out.write(
                                String.valueOf(version.incrementAndGet()).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();

        assertThat(kept.version()).isEqualTo("1");
        assertThat(text(Optional.of(kept))).isEqualTo("2");
    }

    @Test
    void who_reads_the_old_file_reads_it_to_its_end() throws IOException {
        var old = files.open("a", () -> "1", slowly("stara"));
        assertThat(text(files.open("a", () -> "2", slowly("nowa")))).isEqualTo("nowa");

        assertThat(text(old)).isEqualTo("stara");
    }

    @Test
    void a_file_that_is_lost_is_made_anew_and_of_one_that_failed_nothing_stays() throws IOException {
        var marker = "znak-" + System.nanoTime();
        text(files.open("a", () -> "1", slowly(marker)));
        Files.delete(written(marker));
        assertThat(text(files.open("a", () -> "1", slowly(marker)))).isEqualTo(marker);
        assertThat(made).hasValue(2);
        files.close();
        assertThat(found(marker)).isEmpty();

        var halfway = new AtomicReference<Path>();
        assertThatThrownBy(() -> files.open("b", () -> "1", out -> {
                    out.write(marker.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    halfway.set(written(marker));
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(halfway.get()).doesNotExist();
        assertThat(text(files.open("b", () -> "1", slowly("jest")))).isEqualTo("jest");
    }

    private Writing slowly(String text) {
        return out -> {
            made.incrementAndGet();
            pause();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String text(Optional<Kept> kept) throws IOException {
        try (var in = kept.orElseThrow().content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path written(String marker) throws IOException {
        return found(marker).getFirst();
    }

    private static List<Path> found(String marker) throws IOException {
        try (var all = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "pozarzadowka*.tmp")) {
            var found = new ArrayList<Path>();
            for (var path : all) {
                if (holds(path, marker)) {
                    found.add(path);
                }
            }
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    // Other tests make and delete such files meanwhile.
    private static boolean holds(Path path, String marker) {
        try {
            return Files.size(path) < 100 && Files.readString(path).equals(marker);
        } catch (IOException e) {
            return false;
        }
    }
}
