package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles.Outcome;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class StoringFilesTest {

    private final StoringFiles storing;
    private final StoredFiles files;
    private final TransactionOperations<Connection> transactions;

    StoringFilesTest(StoringFiles storing, StoredFiles files, TransactionOperations<Connection> transactions) {
        this.storing = storing;
        this.files = files;
        this.transactions = transactions;
    }

    @Test
    void a_file_comes_back_as_it_was_sent_with_its_hash_and_a_safe_name() {
        var content = "Zażółć".getBytes(StandardCharsets.UTF_8);

        var stored = stored(within(() -> storing.store(content, "../łąka\u202E.txt", 1000, 7L)));

        var found = files.findById(stored.key()).orElseThrow();
        assertThat(found.name()).isEqualTo("łąka.txt");
        assertThat(found.mediaType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(found.sizeBytes()).isEqualTo(content.length);
        assertThat(found.storedAt()).isEqualTo(TestClock.START);
        assertThat(found.storedBy()).isEqualTo(7L);
        assertThat(found.sha256()).hasSize(32);
        assertThat(storing.load(found)).isEqualTo(content);
    }

    @Test
    void a_file_of_twenty_megabytes_is_kept_and_read_in_parts() throws Exception {
        var content = new byte[20 * 1024 * 1024 + 1];
        new Random(1).nextBytes(content);

        var stored = within(() -> storing.keep(content, "duży.pdf", FileType.PDF, null));

        assertThat(storing.load(stored)).isEqualTo(content);
        try (var in = storing.open(stored)) {
            assertThat(in.readNBytes(3)).isEqualTo(java.util.Arrays.copyOf(content, 3));
        }
    }

    @Test
    void what_is_empty_too_large_or_of_a_wrong_type_is_refused_and_not_kept() {
        assertThat(within(() -> storing.store(new byte[0], "a.txt", 10, null))).isEqualTo(new Outcome.Empty());
        assertThat(within(() -> storing.store(new byte[11], "a.txt", 10, null))).isEqualTo(new Outcome.TooLarge(10));
        assertThat(within(() -> storing.store(new byte[10], "a.txt", 10, null))).isEqualTo(new Outcome.WrongType());
        assertThat(within(() -> storing.store("<script>".getBytes(StandardCharsets.UTF_8), "a.txt", 100, null)))
                .isEqualTo(new Outcome.WrongType());
    }

    @Test
    void nothing_is_kept_outside_the_transaction_of_the_row_that_refers_to_it() {
        assertThatThrownBy(() -> storing.store(new byte[] {'a'}, "a.txt", 10, null))
                .hasMessageContaining("transaction");
    }

    @Test
    void several_files_of_a_page_are_found_at_once_and_a_forgotten_one_is_gone() {
        var first = stored(within(() -> storing.store(new byte[] {'a'}, "a.txt", 10, null)));
        var second = stored(within(() -> storing.store(new byte[] {'b'}, "b.txt", 10, null)));

        within(() -> {
            storing.forget(first.key());
            return true;
        });

        assertThat(files.findByIdIn(List.of(first.key(), second.key())))
                .extracting(StoredFile::name)
                .containsExactly("b.txt");
    }

    private static StoredFile stored(Outcome outcome) {
        return ((Outcome.Stored) outcome).file();
    }

    private <T> T within(Callable<T> work) {
        return transactions.executeWrite(status -> work.call());
    }
}
