package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kujawskopomorskie.ngo.awards.ballot.Bundle;
import pl.kujawskopomorskie.ngo.awards.ballot.ExampleRound;

class VerifyBallotsCommandTest {

    private static final Bundle BUNDLE = Bundle.of(List.of(ExampleRound.decided()));
    private static final String HEAD = ExampleRound.decided().getLast().hash().hex();

    @TempDir
    private Path folder;

    @Test
    void a_bundle_with_the_published_head_is_right() throws IOException {
        var ran = run(written(BUNDLE), "--head", HEAD);

        assertThat(ran.err).isEmpty();
        assertThat(ran.out)
                .contains("The heads are those that were published.", "The bundle is right.")
                .contains("head of round-1.chain " + HEAD);
        assertThat(ran.exit).isZero();
    }

    @Test
    void two_rounds_have_two_heads_in_their_order() throws IOException {
        var rounds = ExampleRound.twoRounds();
        var file = written(Bundle.of(rounds));
        var first = rounds.getFirst().getLast().hash().hex();
        var last = rounds.getLast().getLast().hash().hex();

        assertThat(run(file, "--head", first, "--head", last).exit).isZero();
        assertThat(run(file, "--head", last, "--head", first).exit).isEqualTo(1);
        assertThat(run(file, "--head", first).exit).isEqualTo(1);
    }

    @Test
    void what_stands_in_a_bundle_is_printed_without_what_a_terminal_would_obey() throws IOException {
        var files = new TreeMap<>(BUNDLE.files());
        files.put("\u001b[2J\u202E.chain", "");

        var ran = run(written(new Bundle(files)));

        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.out + ran.err).contains("\uFFFD[2J\uFFFD.chain").doesNotContain("\u001b", "\u202E");
    }

    @Test
    void without_a_head_it_is_said_that_one_has_to_be_compared() throws IOException {
        var ran = run(written(BUNDLE));

        assertThat(ran.out).contains("The bundle agrees with itself. Compare the heads");
        assertThat(ran.exit).isZero();
    }

    @Test
    void what_was_touched_ends_with_1_and_a_sentence_that_names_the_line() throws IOException {
        var files = new TreeMap<>(BUNDLE.files());
        files.computeIfPresent("round-1.chain", (name, text) -> text.replace("\"zasieg\":10", "\"zasieg\":9"));

        var ran = run(written(new Bundle(files)));

        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err).contains("round-1.chain, line 20: The hash does not follow");
        assertThat(ran.out).doesNotContain("right");
    }

    @Test
    void another_head_than_the_published_one_ends_with_1() throws IOException {
        var ran = run(written(BUNDLE), "--head", "0".repeat(64));

        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err).contains("The heads are not those that were published.");
    }

    @Test
    void what_cannot_be_read_is_said_in_a_sentence() throws IOException {
        var missing = run(folder.resolve("brak.zip").toString());
        assertThat(missing.exit).isEqualTo(1);
        assertThat(missing.err).contains("There is no file");

        var text = Files.writeString(folder.resolve("tekst.zip"), "To nie jest ZIP.");
        assertThat(run(text.toString()).err).contains("This is no ZIP");

        assertThat(run(written(BUNDLE), "--head", "abc").exit).isEqualTo(2);
    }

    private String written(Bundle bundle) throws IOException {
        var file = folder.resolve("bundle.zip");
        try (var out = Files.newOutputStream(file)) {
            bundle.write(out);
        }
        return file.toString();
    }

    private static Ran run(String... arguments) {
        var commands = Application.commandLine();
        var out = new StringWriter();
        var err = new StringWriter();
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        var all = new String[arguments.length + 1];
        all[0] = "verify-ballots";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var exit = commands.execute(all);
        return new Ran(exit, out.toString(), err.toString());
    }

    private record Ran(int exit, String out, String err) {}
}
