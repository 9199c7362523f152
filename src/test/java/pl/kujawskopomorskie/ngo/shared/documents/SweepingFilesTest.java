package pl.kujawskopomorskie.ngo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class SweepingFilesTest {

    private final SweepingFiles sweeping;
    private final UnreferredFiles unreferred;
    private final StoringFiles storing;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;

    SweepingFilesTest(
            SweepingFiles sweeping,
            UnreferredFiles unreferred,
            StoringFiles storing,
            JdbcOperations jdbc,
            TransactionOperations<Connection> transactions,
            TestClock clock) {
        this.sweeping = sweeping;
        this.unreferred = unreferred;
        this.storing = storing;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void a_file_that_nothing_refers_to_goes_with_its_bytes_after_a_week_and_not_before() {
        var file = stored();

        clock.set(TestClock.START.plus(SweepingFiles.KEPT));
        sweeping.run();
        assertThat(storing.find(file)).isPresent();

        clock.set(TestClock.START.plus(SweepingFiles.KEPT).plusSeconds(1));
        sweeping.run();
        assertThat(storing.find(file)).isEmpty();
        assertThat(column("SELECT COUNT(*) FROM stored_file_part WHERE file_id = " + file))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consultation_document", "draft_version", "remark_attachment", "report_volume"})
    void a_file_that_a_row_refers_to_stays(String table) {
        var file = stored();
        clock.set(TestClock.START.plus(Duration.ofDays(400)));
        assertThat(unreferred()).contains(file);

        // Only what refers to the file counts here, so the row needs nothing real around it.
        unchecked(
                switch (table) {
                    case "consultation_document" ->
                        "INSERT INTO consultation_document (consultation_id, title, file_id) VALUES (0, '', %d)";
                    case "draft_version" ->
                        "INSERT INTO draft_version (consultation_id, number, title, note, file_id, created_at, revision)"
                                + " VALUES (0, 1, '', '', %d, '2026-11-20 00:00:00', 0)";
                    case "remark_attachment" -> "INSERT INTO remark_attachment (remark_id, file_id) VALUES (0, %d)";
                    default ->
                        "INSERT INTO report_volume (report_id, number, corrections, file_id) VALUES (0, 1, 0, %d)";
                },
                file);
        try {
            assertThat(unreferred()).doesNotContain(file);
        } finally {
            unchecked("DELETE FROM " + table + " WHERE file_id = %d", file);
        }
    }

    @Test
    void every_column_that_holds_the_key_of_a_file_says_so_by_a_foreign_key() {
        var named = column(
                "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND column_name LIKE '%file_id' AND table_name <> 'stored_file_part'");

        assertThat(within(unreferred::referring).stream()
                        .map(column -> column.table() + "." + column.name())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(named)
                .contains(
                        "consultation_document.file_id",
                        "draft_version.file_id",
                        "remark_attachment.file_id",
                        "report_volume.file_id");
    }

    private long stored() {
        return within(() -> storing.keep(new byte[] {1, 2, 3}, "plik.pdf", FileType.PDF, null))
                .key();
    }

    private List<Long> unreferred() {
        return within(() -> unreferred.storedBefore(clock.instant(), 1_000_000));
    }

    private void unchecked(String sql, long file) {
        within(() -> {
            for (var statement :
                    List.of("SET foreign_key_checks = 0", sql.formatted(file), "SET foreign_key_checks = 1")) {
                jdbc.prepareStatement(statement, prepared -> prepared.executeUpdate());
            }
            return "";
        });
    }

    private List<String> column(String sql) {
        return within(() -> jdbc.prepareStatement(sql, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }));
    }

    private <T> T within(Callable<T> work) {
        return transactions.executeWrite(status -> work.call());
    }
}
