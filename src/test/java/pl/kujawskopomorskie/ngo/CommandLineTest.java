package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String ACT = """
            § 1. Uchwala się program „Żółty Śledź”.
            § 2. 1. Program obejmuje:
            1) sport;
            2) kulturę:
            a) teatr,
            b) film.
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "migrate", "create-account", "read-act", "import-organisations", "verify-ballots"})
    void each_command_explains_itself(String command) {
        var ran = run(command, "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Usage: pozarzadowka " + command);
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "--nonsense"})
    void what_is_not_understood_ends_with_2(String argument) {
        var ran = run(argument);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(argument);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void read_act_prints_json_with_every_unit() throws IOException {
        var ran = run("read-act", file("act.txt", ACT), "--format", "json");

        assertThat(ran.exit()).isZero();
        var act = new ObjectMapper().readTree(ran.out());
        assertThat(act.fieldNames()).toIterable().containsExactly("title", "units", "aside");
        var units = StreamSupport.stream(act.get("units").spliterator(), false).toList();
        assertThat(units.getFirst().fieldNames())
                .toIterable()
                .containsExactly("id", "kind", "label", "citation", "parent", "text");
        assertThat(units).extracting(unit -> unit.get("citation").asText()).contains("§ 1", "§ 2 ust. 1 pkt 2 lit. b");
        assertThat(units).extracting(unit -> unit.get("label").asText()).contains("§ 1.", "1)", "b)");
    }

    @Test
    void read_act_prints_text_by_default() throws IOException {
        var ran = run("read-act", file("act.txt", ACT));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("§ 1. Uchwala się program „Żółty Śledź”.", "b) film.");
    }

    @Test
    void read_act_says_in_one_line_what_is_wrong_with_a_file() throws IOException {
        assertRefused(run("read-act", folder.resolve("nie-ma.docx").toString()), "There is no file");
        assertRefused(run("read-act", file("empty.txt", "")), "holds no text");
        assertRefused(run("read-act", file("fake.docx", "to nie jest Word")), "not what the file's name says");
        assertThat(run("read-act").exit()).isEqualTo(2);
        assertThat(run("read-act", file("act.txt", ACT), "--format", "yaml").exit())
                .isEqualTo(2);
    }

    @Test
    void what_stands_in_the_way_of_a_start_is_a_sentence() {
        assertThat(FailureSentence.of(new IllegalStateException(new BindException("Address already in use"))))
                .contains("port is taken", "MICRONAUT_SERVER_PORT");
        assertThat(FailureSentence.of(new RuntimeException(new SQLException("no", "08S01", 0))))
                .contains("cannot be reached");
        assertThat(FailureSentence.of(new SQLException("Access denied for user 'ngo'", "28000", 1045)))
                .contains("DATASOURCES_DEFAULT_PASSWORD")
                .doesNotContain("'ngo'");
        assertThat(FailureSentence.of(new SQLException("Unknown database", "42000", 1049)))
                .contains("no such database");
    }

    private static void assertRefused(Ran ran, String sentence) {
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip()).contains(sentence).hasLineCount(1);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var exit = Application.commandLine()
                    .setOut(new PrintWriter(System.out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }

    private record Ran(int exit, String out, String err) {}
}
