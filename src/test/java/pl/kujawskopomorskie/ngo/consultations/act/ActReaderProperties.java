package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, sense or nonsense. */
class ActReaderProperties {

    private final ActReader reader = new ActReader();

    @Provide
    Arbitrary<String> texts() {
        return net.jqwik.api.Arbitraries.oneOf(JunkText.lawLike(), JunkText.lawLike(), JunkText.anything());
    }

    @Property(tries = 2000)
    void no_character_is_lost(@ForAll("texts") String text) {
        var read = PutBack.everything(reader.read(text));
        assertThat(PutBack.isSame(text, read))
                .as("put back together:%n%s%nfrom:%n%s", read, text)
                .isTrue();
    }

    @Property(tries = 1000)
    void ids_and_citations_are_unique_and_ids_are_ascii(@ForAll("texts") String text) {
        var act = reader.read(text);
        assertThat(act.units().stream().map(ProvisionUnit::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9_]+"));
        assertThat(act.units().stream().map(ProvisionUnit::citation)).doesNotHaveDuplicates();
    }

    @Property(tries = 1000)
    void parents_come_before_their_children(@ForAll("texts") String text) {
        var seen = new HashSet<String>();
        seen.add("");
        for (var unit : reader.read(text).units()) {
            assertThat(seen).contains(unit.parent());
            seen.add(unit.id());
        }
    }

    @Property(tries = 500)
    void asides_and_doubts_point_at_units(@ForAll("texts") String text) {
        var act = reader.read(text);
        var ids = new HashSet<String>();
        act.units().forEach(unit -> ids.add(unit.id()));
        assertThat(act.doubts()).allMatch(doubt -> ids.contains(doubt.unit()));
        ids.add("");
        assertThat(act.asides()).allMatch(aside -> ids.contains(aside.after()));
    }

    @Property(tries = 500)
    void reading_twice_gives_the_same(@ForAll("texts") String text) {
        assertThat(reader.read(text)).isEqualTo(reader.read(text));
    }
}
