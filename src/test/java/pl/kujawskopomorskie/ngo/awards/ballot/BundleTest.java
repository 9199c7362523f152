package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void what_is_read_is_what_was_written_and_the_same_is_always_the_same_bytes() throws IOException {
        var bundle = Bundle.of(List.of(ExampleRound.decided()));

        assertThat(Bundle.read(new ByteArrayInputStream(bytes(bundle)))).isEqualTo(bundle);
        assertThat(bytes(bundle)).isEqualTo(bytes(bundle));
    }

    @Test
    void every_line_can_be_checked_with_nothing_but_a_tool_for_sha_256() {
        var before = "0".repeat(64);
        for (var line :
                Bundle.lines(Bundle.of(List.of(ExampleRound.decided())).files().get("round-1.chain"))) {
            var parts = line.split(" ", 5);
            var payload = Hash.of(parts[4]).hex();

            assertThat(Hash.of(String.join("\n", before, parts[0], parts[1], parts[2], payload, ""))
                            .hex())
                    .isEqualTo(parts[3]);
            before = parts[3];
        }
    }

    @Test
    void what_is_no_zip_is_refused() {
        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream("Nic".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ZipException.class)
                .hasMessage("This is no ZIP, or nothing is in it");
    }

    @Test
    void a_file_that_is_there_twice_is_refused_as_readers_could_take_either() throws IOException {
        var bytes = new String(zip("a.chain", "1", "b.chain", "2"), StandardCharsets.ISO_8859_1)
                .replace("b.chain", "a.chain")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ZipException.class)
                .hasMessage("The bundle holds a.chain twice");
    }

    @Test
    void a_zip_that_swells_is_refused_before_it_fills_the_memory() throws IOException {
        var bytes = zip("a.chain", "0".repeat(70_000_000));

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ZipException.class)
                .hasMessage("The bundle is larger than any edition needs");
    }

    @Test
    void a_zip_that_becomes_many_times_as_large_is_refused_before_it_does() throws IOException {
        var bytes = zip("a.chain", "0".repeat(1_500_000));

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ZipException.class)
                .hasMessage("The bundle is larger than any edition needs");
    }

    @Test
    void more_files_than_any_edition_has_are_refused() throws IOException {
        var bytes = zip(IntStream.range(0, 101)
                .boxed()
                .flatMap(number -> Stream.of(number + ".chain", ""))
                .toArray(String[]::new));

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ZipException.class)
                .hasMessage("The bundle is larger than any edition needs");
    }

    @Test
    void a_zip_whose_directory_names_other_files_than_stand_in_it_is_refused() throws IOException {
        var bytes = zip("a.chain", "1", "b.chain", "2");
        var text = new String(bytes, StandardCharsets.ISO_8859_1);

        // The first time the name stands before the file, the last time in the directory.
        for (var at : List.of(text.indexOf("a.chain"), text.lastIndexOf("a.chain"))) {
            var crafted = bytes.clone();
            crafted[at] = 'c';
            assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(crafted)))
                    .isInstanceOf(ZipException.class)
                    .hasMessage("The directory of the bundle does not name the files that are in it");
        }
    }

    @Test
    void a_file_that_the_directory_passes_over_is_found() throws IOException {
        var hidden = zip("a.chain", "1");
        var shown = zip("b.chain", "2");
        var local = new String(hidden, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        var both = new ByteArrayOutputStream();
        both.write(hidden, 0, local);
        both.write(shown);

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(both.toByteArray())))
                .isInstanceOf(ZipException.class)
                .hasMessage("The directory of the bundle does not name the files that are in it");
    }

    @Test
    void one_zip_behind_another_is_refused() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(zip("a.chain", "1"));
        both.write(zip("a.chain", "2"));

        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(both.toByteArray())))
                .isInstanceOf(ZipException.class);
    }

    @Test
    void a_zip_with_any_byte_changed_or_cut_off_anywhere_is_refused_or_read_as_it_was_and_never_fails()
            throws IOException {
        var bytes = zip("a.chain", "1", "b.chain", "2");

        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 0x41;
            for (var each : List.of(changed, Arrays.copyOf(bytes, i))) {
                try {
                    assertThat(Bundle.read(new ByteArrayInputStream(each)).files())
                            .hasSize(2);
                } catch (ZipException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void a_line_is_spelled_in_one_way_only() {
        var line = ExampleRound.decided().getFirst().line();

        assertThat(Link.ofLine(line).line()).isEqualTo(line);
        for (var wrong : List.of(
                "0" + line,
                "+" + line,
                line.replaceFirst("Z ", ".000Z "),
                line.replaceFirst("\\{", "{ "),
                line + " ",
                line.replaceFirst(" ", "  "))) {
            assertThatThrownBy(() -> Link.ofLine(wrong).step()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] bytes(Bundle bundle) throws IOException {
        var out = new ByteArrayOutputStream();
        bundle.write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
