package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading what was printed gives the units that were printed. */
class ActPrinterProperties {

    private final ActReader reader = new ActReader();

    @Provide
    Arbitrary<String> acts() {
        return GeneratedActs.texts();
    }

    @Property(tries = 500)
    void reading_the_print_gives_the_same_units(@ForAll("acts") String text) {
        var act = reader.read(text);
        assertThat(reader.read(new ActPrinter().print(act)).units()).isEqualTo(act.units());
    }

    @Property(tries = 300)
    void lines_wrapped_anywhere_between_words_give_the_same_units(@ForAll("acts") String text, @ForAll int seed) {
        var wrapped = wrap(text, 60 + Math.floorMod(seed, 50));
        assertThat(reader.read(wrapped).units()).isEqualTo(reader.read(text).units());
    }

    @Property(tries = 300)
    void an_act_without_errors_raises_no_doubt(@ForAll("acts") String text) {
        assertThat(reader.read(text).doubts()).isEmpty();
    }

    private static String wrap(String text, int width) {
        var out = new StringBuilder();
        text.lines().forEach(line -> {
            var length = 0;
            for (var word : line.split(" ", -1)) {
                if (length > 0 && length + 1 + word.length() > width) {
                    out.append('\n');
                    length = 0;
                } else if (length > 0) {
                    out.append(' ');
                    length++;
                }
                out.append(word);
                length += word.length();
            }
            out.append('\n');
        });
        return out.toString();
    }
}
