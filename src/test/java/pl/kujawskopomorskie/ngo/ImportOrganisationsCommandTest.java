package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    ImportOrganisationsCommandTest(Environment settings, Organisations organisations) {
        this.settings = settings;
        this.organisations = organisations;
    }

    @Test
    void a_dry_run_only_says_what_would_happen_and_a_run_does_it() throws Exception {
        var file = Files.writeString(folder.resolve("baza.csv"), TABLE).toString();

        var dry = run(file, "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("WOULD_ADD 1", "REFUSED 1", "row 3: ").contains("NIP");
        assertThat(organisations.findByKrs("0600000001")).isEmpty();

        var real = run(file);
        assertThat(real.exit()).as(real.err()).isZero();
        assertThat(real.out()).contains("ADDED 1", "REFUSED 1", "row 3: ");
        assertThat(organisations.findByKrs("0600000001").orElseThrow().name()).isEqualTo("Z Wiersza Poleceń");
        assertThat(organisations.findByKrs("0600000002")).isEmpty();
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
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "import-organisations"));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_") || name.startsWith("DATASOURCES_"));
        // A demonstration takes the account of the tests' database, which has no password worth the name.
        builder.environment().put("PORTAL_DEMO", "true");
        for (var setting : List.of("url", "username", "password")) {
            builder.environment()
                    .put(
                            "DATASOURCES_DEFAULT_" + setting.toUpperCase(Locale.ROOT),
                            settings.getProperty("datasources.default." + setting, String.class, ""));
        }
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end");
        }
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Ran(int exit, String out, String err) {}
}
