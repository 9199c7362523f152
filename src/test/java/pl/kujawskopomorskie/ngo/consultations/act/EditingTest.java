package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditingTest {

    private final ActReader reader = new ActReader();

    @Test
    void a_unit_is_split_where_a_label_stands() {
        var act = reader.read("§ 1. 1. Pierwsze zdanie. 2) drugi punkt bez sensu.\n2. Trzeci.");
        var unit = act.units().get(1);
        var split = Editing.split(act, unit.id(), unit.text().indexOf("2)"));
        assertThat(outline(split))
                .containsExactly(
                        "§ 1 | ",
                        "§ 1 ust. 1 | Pierwsze zdanie.",
                        "§ 1 ust. 1 pkt 2 | drugi punkt bez sensu.",
                        "§ 1 ust. 2 | Trzeci.");
    }

    @Test
    void a_unit_split_without_a_label_becomes_prose() {
        var act = reader.read("§ 1. Pierwsze zdanie. Drugie zdanie.\n§ 2. Przepis.");
        assertThat(outline(Editing.split(act, "par_1", 17)))
                .containsExactly("§ 1 | Pierwsze zdanie.", "§ 1 akapit 1 | Drugie zdanie.", "§ 2 | Przepis.");
    }

    @Test
    void units_joined_keep_the_label_of_the_second_as_words() {
        var act = reader.read("§ 1. Zadania:\n1) jeden;\n2) dwa:\na) raz,\nb) dwa;\n3) trzy.");
        assertThat(outline(Editing.joinWithNext(act, "par_1__pkt_1")))
                .containsExactly(
                        "§ 1 | Zadania:",
                        "§ 1 pkt 1 | jeden; 2) dwa:",
                        "§ 1 pkt 1 lit. a | raz,",
                        "§ 1 pkt 1 lit. b | dwa;",
                        "§ 1 pkt 3 | trzy.");
    }

    @Test
    void a_relabelled_unit_takes_in_what_follows_it() {
        var act = reader.read("§ 1. Przepis:\n1) jeden;\n2) dwa.\n3) trzy:\na) raz.");
        assertThat(citations(Editing.relabel(act, "par_1__pkt_2", UnitKind.SECTION, "§ 2.")))
                .containsExactly("§ 1", "§ 1 pkt 1", "§ 2", "§ 2 pkt 3", "§ 2 pkt 3 lit. a");
    }

    @Test
    void prose_relabelled_as_a_heading_holds_the_paragraphs_behind_it() {
        var act = reader.read("""
                Polityka regionu

                Pierwszy akapit jest dość długi, żeby nikt nie wziął go za śródtytuł, i kończy się kropką.

                Cele.

                Drugi akapit jest dość długi, żeby nikt nie wziął go za śródtytuł, i kończy się kropką.
                """);
        var edited = Editing.relabel(act, "akapit_2", UnitKind.HEADING, "");
        assertThat(edited.units().getLast().parent()).isEqualTo("nagl_2");
        assertThat(citations(edited)).endsWith("nagłówek „Cele.”", "akapit 2");
    }

    @Test
    void asides_stay_at_their_words() {
        var act = reader.read("§ 1. Pierwsze zdanie. Drugie\n– 5 –\nzdanie.\n§ 2. Przepis.");
        var split = Editing.split(act, "par_1", 17);
        assertThat(split.asides())
                .containsExactly(new Aside(Aside.Kind.PAGE_NUMBER, "", "– 5 –", "par_1__akapit_1", 6));
        var joined = Editing.joinWithNext(split, "par_1");
        assertThat(joined.asides()).isEqualTo(act.asides());
        assertThat(joined.units()).isEqualTo(act.units());
    }

    @Test
    void places_that_do_not_exist_are_refused() {
        var act = reader.read("§ 1. Przepis.");
        assertThatThrownBy(() -> Editing.split(act, "par_1", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Editing.split(act, "par_9", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Editing.joinWithNext(act, "par_1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return net.jqwik.api.Arbitraries.oneOf(GeneratedActs.texts(), JunkText.lawLike());
    }

    @Property(tries = 500)
    void relabelling_a_unit_as_what_it_is_changes_nothing(@ForAll("texts") String text, @ForAll int seed) {
        var act = reader.read(text);
        if (act.units().isEmpty()) {
            return;
        }
        var unit = act.units().get(Math.floorMod(seed, act.units().size()));
        assertThat(Editing.relabel(act, unit.id(), unit.kind(), unit.label()).units())
                .isEqualTo(act.units());
    }

    @Property(tries = 500)
    void editing_loses_no_character_and_keeps_the_tree_sound(@ForAll("texts") String text, @ForAll int seed) {
        var act = reader.read(text);
        if (act.units().size() < 2) {
            return;
        }
        var unit = act.units().get(Math.floorMod(seed, act.units().size() - 1));
        var kind = UnitKind.values()[Math.floorMod(seed, UnitKind.values().length)];
        assertSound(act, Editing.joinWithNext(act, unit.id()));
        if (unit.text().length() > 1) {
            assertSound(
                    act,
                    Editing.split(
                            act, unit.id(), 1 + Math.floorMod(seed, unit.text().length() - 1)));
        }
        assertSound(act, Editing.relabel(act, unit.id(), kind, unit.label()));
    }

    private static void assertSound(ActText before, ActText after) {
        assertThat(PutBack.withoutSpace(PutBack.everything(after)))
                .isEqualTo(PutBack.withoutSpace(PutBack.everything(before)));
        var seen = new java.util.HashSet<String>();
        seen.add("");
        for (var unit : after.units()) {
            assertThat(seen).contains(unit.parent());
            assertThat(seen.add(unit.id())).isTrue();
        }
        assertThat(after.units().stream().map(ProvisionUnit::citation)).doesNotHaveDuplicates();
    }

    private static List<String> outline(ActText act) {
        return act.units().stream()
                .map(unit -> unit.citation() + " | " + unit.text())
                .toList();
    }

    private static List<String> citations(ActText act) {
        return act.units().stream().map(ProvisionUnit::citation).toList();
    }
}
