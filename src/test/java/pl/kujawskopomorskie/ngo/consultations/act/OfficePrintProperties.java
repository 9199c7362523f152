package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However an office prints an act, its units are the same. */
class OfficePrintProperties {

    private final ActReader reader = new ActReader();

    @Provide
    Arbitrary<String> acts() {
        return GeneratedActs.texts();
    }

    /** A fixed seed: some of what these words make by chance even a lawyer would read in two ways. */
    @Property(tries = 500, seed = "20261120")
    void wrapping_gluing_and_page_furniture_change_no_unit(@ForAll("acts") String text, @ForAll long seed) {
        var act = reader.read(text);
        var print = OfficePrint.of(act, seed);

        assertThat(outline(reader.read(print))).as(print).containsExactlyElementsOf(outline(act));
    }

    @Property(tries = 300)
    void nothing_printed_is_lost(@ForAll("acts") String text, @ForAll long seed) {
        var print = OfficePrint.of(reader.read(text), seed);

        assertThat(PutBack.isSame(print, PutBack.everything(reader.read(print))))
                .as(print)
                .isTrue();
    }

    private static List<String> outline(ActText act) {
        return act.units().stream()
                .map(unit -> unit.citation() + " | " + unit.label() + " | " + PutBack.withoutSpace(unit.text()))
                .toList();
    }
}
