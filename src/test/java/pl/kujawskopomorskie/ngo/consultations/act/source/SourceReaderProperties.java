package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Read;

class SourceReaderProperties {

    private static final List<byte[]> VALID = List.of(
            SourceFiles.word()
                    .list(1, "decimal|§ %1.", "lowerLetter|%2)")
                    .footnote(1, "przypis")
                    .numbered(1, 0, "Tekst uchwały")
                    .numbered(1, 1, "litera")
                    .table(List.of(List.of("a", "b")))
                    .inline("<w:r><w:footnoteReference w:id=\"1\"/></w:r>")
                    .bytes(),
            SourceFiles.openText()
                    .paragraph("§ 1. Tekst uchwały")
                    .paragraph("§ 2. Dalej")
                    .bytes(),
            SourceFiles.pdf()
                    .page()
                    .lines(70, 300, "§ 1. Tekst uchwały", "1) punkt")
                    .askew("PROJEKT")
                    .bytes(),
            "§ 1. Tekst".getBytes(java.nio.charset.StandardCharsets.UTF_16));

    @Property(tries = 300)
    void reading_never_throws_for_random_bytes(@ForAll @Size(max = 400) byte[] bytes, @ForAll("names") String name) {
        assertThat(new SourceReader().read(bytes, name)).isNotNull();
    }

    @Property(tries = 200)
    void reading_never_throws_for_random_bytes_after_a_known_beginning(
            @ForAll @Size(max = 400) byte[] bytes, @ForAll("beginnings") byte[] beginning) {
        var both = java.util.Arrays.copyOf(beginning, beginning.length + bytes.length);
        System.arraycopy(bytes, 0, both, beginning.length, bytes.length);

        assertThat(new SourceReader().read(both, "")).isNotNull();
    }

    @Property(tries = 400)
    void reading_never_throws_for_damaged_files(
            @ForAll @IntRange(max = 3) int file,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1_000_000) Integer> places,
            @ForAll byte value,
            @ForAll boolean cut) {
        byte[] bytes = VALID.get(file).clone();
        for (int place : places) {
            bytes[(int) ((long) place * (bytes.length - 1) / 1_000_000)] = value;
        }
        int length = cut ? Math.max(1, (int) ((long) places.getFirst() * bytes.length / 1_000_000)) : bytes.length;

        assertThat(new SourceReader().read(java.util.Arrays.copyOf(bytes, length), ""))
                .isNotNull();
    }

    @Property(tries = 200)
    void no_printable_character_of_pasted_text_is_lost(@ForAll("texts") String text) {
        var result = new SourceReader().readText(text);

        String kept = result instanceof Read read
                ? String.join(
                        "",
                        read.text().lines().stream().map(line -> line.text()).toList())
                : "";
        assertThat(squeezed(kept)).isEqualTo(squeezed(text));
    }

    @Property(tries = 100)
    void no_printable_character_of_a_word_paragraph_is_lost(@ForAll("texts") String text) {
        var result = new SourceReader()
                .read(SourceFiles.word().paragraph(text.replace('\f', ' ')).bytes(), "a.docx");

        String kept = result instanceof Read read
                ? String.join(
                        "",
                        read.text().lines().stream().map(line -> line.text()).toList())
                : "";
        assertThat(squeezed(kept)).isEqualTo(squeezed(text));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("", "a", "a.txt", "a.docx", "a.odt", "a.pdf", "a.doc", "ż.zip");
    }

    @Provide
    Arbitrary<byte[]> beginnings() {
        return Arbitraries.of(
                        "PK\u0003\u0004",
                        "PK\u0005\u0006",
                        "%PDF-1.7\n",
                        "%PDF-1.4\n1 0 obj <</Type /Catalog",
                        "{\\rtf",
                        "\u00ff\u00fe")
                .map(text -> text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcąęłóśżźĄŁŻ§123.,;:()[]„”–-/&<>\"' \n\t\u00a0")
                .ofMaxLength(300);
    }
}
