package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.Environment;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport;
import pl.kujawskopomorskie.ngo.directory.OrganisationImports;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

/** The command as an administrator runs it: in a process of its own, on the database of the tests. */
@PortalTest
class ImportOrganisationsCommandTest {

    private static final String TABLE = """
            Nazwa,Forma prawna,KRS,NIP,Miejscowość,Powiat
            Z Wiersza Poleceń,fundacja,0600000001,,Rypin,rypiński
            Z Błędem,fundacja,0600000002,1234567890,Rypin,rypiński
            """;

    @TempDir
    private Path folder;

    private final Environment settings;
    private final Organisations organisations;
    private final OrganisationImports imports;
    private final ImportingOrganisations importing;
    private final TransactionOperations<Connection> transactions;

    ImportOrganisationsCommandTest(
            Environment settings,
            Organisations organisations,
            OrganisationImports imports,
            ImportingOrganisations importing,
            TransactionOperations<Connection> transactions) {
        this.settings = settings;
        this.organisations = organisations;
        this.imports = imports;
        this.importing = importing;
        this.transactions = transactions;
    }

    @Test
    void a_dry_run_only_says_what_would_happen_and_a_run_does_it() throws Exception {
        var file = Files.writeString(folder.resolve("baza.csv"), TABLE).toString();

        var dry = run(file, "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isEqualTo(3);
        assertThat(dry.out()).contains("WOULD_ADD 1", "REFUSED 1", "row 3: ").contains("NIP");
        assertThat(dry.err()).contains("checked 2/2").doesNotContain("taken in");
        assertThat(organisations.findByKrs("0600000001")).isEmpty();

        var real = run(file);
        assertThat(real.exit()).as(real.err()).isEqualTo(3);
        assertThat(real.err()).contains("checked 2/2", "taken in 2/2");
        assertThat(real.out()).contains("ADDED 1", "REFUSED 1", "row 3: ");
        assertThat(organisations.findByKrs("0600000001").orElseThrow().name()).isEqualTo("Z Wiersza Poleceń");
        assertThat(organisations.findByKrs("0600000002")).isEmpty();

        var right = run(Files.writeString(folder.resolve("dobra.csv"), TABLE.replace("1234567890", ""))
                .toString());
        assertThat(right.exit()).as(right.out() + right.err()).isZero();
        assertThat(right.out()).contains("ADDED 1", "SAME 1");
    }

    @Test
    void what_a_killed_process_was_at_goes_on_elsewhere_with_every_row_once() throws Exception {
        var rows = 1_500;
        var file = Files.writeString(
                folder.resolve("duza.csv"),
                "Nazwa,Forma prawna,Miejscowość,Powiat\n"
                        + IntStream.range(0, rows)
                                .mapToObj(at -> "Przeżyła Śmierć " + at + ",fundacja,Rypin,rypiński\n")
                                .collect(Collectors.joining()));

        var process = begin(file.toString());
        try {
            await(process, () -> taken() >= 300);
        } finally {
            process.destroyForcibly().waitFor();
        }
        var before = taken();
        assertThat(before).isBetween(300L, rows - 1L);
        var sent = imports.last(1).getFirst();
        assertThat(sent.state()).isEqualTo(OrganisationImport.State.RUNNING);
        // The job that a node would take up, and what it does.
        assertThat(number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'import-organisations'"
                        + " AND task_instance = 'apply-" + sent.key() + "'"))
                .isEqualTo(1);
        importing.work(sent.key());

        assertThat(imports.findById(sent.key()).orElseThrow().state()).isEqualTo(OrganisationImport.State.DONE);
        assertThat(importing.counts(sent)).isEqualTo(Map.of("ADDED", (long) rows));
        assertThat(taken()).isEqualTo(rows);
        assertThat(number("SELECT COUNT(DISTINCT name) FROM organisation WHERE name LIKE 'Przeżyła Śmierć %'"))
                .isEqualTo(rows);
    }

    @Test
    void a_file_that_no_memory_holds_is_refused_with_a_sentence() throws Exception {
        var huge = folder.resolve("ogromny.csv");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        var refused = run(huge.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("too large").doesNotContain("\tat ");
    }

    @Test
    void what_cannot_be_read_ends_with_1_and_a_sentence_what_is_not_understood_with_2() throws Exception {
        var missing = run(folder.resolve("nie-ma.csv").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("cannot be read").doesNotContain("\tat ");

        var empty = run(Files.createFile(folder.resolve("pusty.csv")).toString());
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err()).contains("is empty").doesNotContain("\tat ");

        assertThat(Application.commandLine().execute("import-organisations", "--nonsense"))
                .isEqualTo(2);
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        var process = begin(arguments);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end");
        }
        return new Ran(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
    }

    private Process begin(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "import-organisations"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_") || name.startsWith("DATASOURCES_"));
        // A demonstration takes the account of the tests' database, which has no password worth the name.
        builder.environment().put("PORTAL_DEMO", "true");
        for (var setting : List.of("url", "username", "password")) {
            builder.environment()
                    .put(
                            "DATASOURCES_DEFAULT_" + setting.toUpperCase(Locale.ROOT),
                            settings.getProperty("datasources.default." + setting, String.class, ""));
        }
        return builder.start();
    }

    private void await(Process process, BooleanSupplier reached) throws InterruptedException, IOException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!reached.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Never reached: " + Files.readString(folder.resolve("err.txt")));
            }
            Thread.sleep(20);
        }
    }

    private long taken() {
        return number("SELECT COUNT(*) FROM organisation WHERE name LIKE 'Przeżyła Śmierć %'");
    }

    private long number(String sql) {
        return transactions.executeWrite(status -> {
            try (var statement = status.getConnection().createStatement()) {
                if (!statement.execute(sql)) {
                    return (long) statement.getUpdateCount();
                }
                try (var result = statement.getResultSet()) {
                    result.next();
                    return result.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private record Ran(int exit, String out, String err) {}
}
