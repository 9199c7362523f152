package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.act.Alignment.Change.CHANGED;
import static pl.kujawskopomorskie.ngo.consultations.act.Alignment.Change.MOVED;
import static pl.kujawskopomorskie.ngo.consultations.act.Alignment.Change.NEW;
import static pl.kujawskopomorskie.ngo.consultations.act.Alignment.Change.REMOVED;
import static pl.kujawskopomorskie.ngo.consultations.act.Alignment.Change.SAME;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.Alignment.Forced;

class AlignmentTest {

    private static final String FIRST = """
            § 1. Program przyjmuje się na rok 2026.
            § 2. 1. Konsultacje ogłasza Zarząd Województwa w drodze uchwały.
            2. Termin konsultacji wynosi 7 dni od dnia ogłoszenia.
            § 3. Uwagi zgłasza się na formularzu elektronicznym.
            § 4. Uchwała wchodzi w życie z dniem podjęcia.
            """;

    private final ActReader reader = new ActReader();

    @Test
    void equal_versions_are_the_same_everywhere() {
        var act = reader.read(FIRST);
        assertThat(Alignment.of(act, act).pairs()).allMatch(pair -> pair.change() == SAME);
    }

    @Test
    void a_reworded_unit_is_changed() {
        assertThat(changes(FIRST, FIRST.replace("7 dni", "14 dni")))
                .contains("§ 2 ust. 2 → § 2 ust. 2 CHANGED")
                .hasSize(6);
    }

    @Test
    void sections_behind_a_new_one_keep_their_identity_under_new_numbers() {
        var second = """
                § 1. Program przyjmuje się na rok 2026.
                § 2. Projekt programu opracowuje Biuro Współpracy z Organizacjami Pozarządowymi.
                § 3. 1. Konsultacje ogłasza Zarząd Województwa w drodze uchwały.
                2. Termin konsultacji wynosi 14 dni od dnia ogłoszenia.
                § 4. Uwagi zgłasza się na formularzu elektronicznym.
                § 5. Uchwała wchodzi w życie z dniem podjęcia.
                """;
        assertThat(changes(FIRST, second))
                .containsExactly(
                        "§ 1 → § 1 SAME",
                        " → § 2 NEW",
                        "§ 2 → § 3 MOVED",
                        "§ 2 ust. 1 → § 3 ust. 1 SAME",
                        "§ 2 ust. 2 → § 3 ust. 2 CHANGED",
                        "§ 3 → § 4 MOVED",
                        "§ 4 → § 5 MOVED");
    }

    @Test
    void a_unit_that_is_gone_stands_where_it_stood() {
        var second = FIRST.replace("§ 3. Uwagi zgłasza się na formularzu elektronicznym.\n", "")
                .replace("§ 4", "§ 3");
        assertThat(changes(FIRST, second))
                .containsExactly(
                        "§ 1 → § 1 SAME",
                        "§ 2 → § 2 SAME",
                        "§ 2 ust. 1 → § 2 ust. 1 SAME",
                        "§ 2 ust. 2 → § 2 ust. 2 SAME",
                        "§ 3 →  REMOVED",
                        "§ 4 → § 3 MOVED");
    }

    @Test
    void a_unit_that_was_rewritten_in_its_place_is_changed() {
        assertThat(changes(
                        FIRST,
                        FIRST.replace(
                                "Uwagi zgłasza się na formularzu elektronicznym.", "Wyniki podlegają publikacji.")))
                .contains("§ 3 → § 3 CHANGED");
    }

    @Test
    void a_person_can_force_pairs_and_part_them() {
        var before = reader.read(FIRST);
        var after = reader.read(FIRST.replace("na formularzu", "wyłącznie na formularzu"));
        var forced = Alignment.of(
                before, after, List.of(new Forced("par_3", "par_4"), new Forced("par_1", ""), new Forced("", "par_3")));
        assertThat(forced.pairs()).extracting(Alignment.Pair::change).contains(REMOVED, NEW, MOVED);
        assertThat(lines(forced))
                .contains("§ 3 → § 4 MOVED", "§ 1 →  REMOVED", " → § 3 NEW", " → § 1 NEW", "§ 4 →  REMOVED");
    }

    @Test
    void unknown_and_repeated_decisions_are_passed_over() {
        var act = reader.read(FIRST);
        var forced = Alignment.of(
                act,
                act,
                List.of(new Forced("nie_ma", "par_1"), new Forced("par_1", "par_3"), new Forced("par_1", "par_4")));
        assertThat(lines(forced)).contains("§ 1 → § 3 MOVED").doesNotContain("§ 1 → § 4 MOVED");
    }

    @Provide
    Arbitrary<String> acts() {
        return GeneratedActs.texts();
    }

    @Property(tries = 200)
    void every_unit_of_both_versions_comes_exactly_once(@ForAll("acts") String before, @ForAll("acts") String after) {
        var old = reader.read(before);
        var now = reader.read(after);
        var seenBefore = new HashSet<String>();
        var seenAfter = new HashSet<String>();
        for (var pair : Alignment.of(old, now).pairs()) {
            if (pair.before() != null) {
                assertThat(seenBefore.add(pair.before().id())).isTrue();
            }
            if (pair.after() != null) {
                assertThat(seenAfter.add(pair.after().id())).isTrue();
            }
            assertThat(pair.before() == null).isEqualTo(pair.change() == NEW);
            assertThat(pair.after() == null).isEqualTo(pair.change() == REMOVED);
        }
        assertThat(seenBefore).hasSize(old.units().size());
        assertThat(seenAfter).hasSize(now.units().size());
    }

    @Test
    void a_thousand_units_that_all_moved_are_aligned_without_comparing_each_with_each() {
        var before = new StringBuilder();
        var after = new StringBuilder("§ 1. Przepis wstawiony na początku uchwały, którego wcześniej nie było.\n");
        for (var i = 1; i <= 1000; i++) {
            before.append("§ ")
                    .append(i)
                    .append(". Zadanie numer zad")
                    .append(i)
                    .append(" realizuje jednostka jed")
                    .append(i * 7)
                    .append(" w powiecie.\n");
            after.append("§ ")
                    .append(i + 1)
                    .append(". Zadanie numer zad")
                    .append(i)
                    .append(" realizuje komórka jed")
                    .append(i * 7)
                    .append(" w powiecie.\n");
        }
        var pairs = Alignment.of(reader.read(before.toString()), reader.read(after.toString()))
                .pairs();
        assertThat(pairs)
                .filteredOn(pair -> pair.change() == MOVED
                        && !pair.before().text().equals(pair.after().text()))
                .hasSize(1000);
        assertThat(pairs).filteredOn(pair -> pair.change() == NEW).hasSize(1);
        assertThat(pairs).filteredOn(pair -> pair.change() == CHANGED).isEmpty();
    }

    private List<String> changes(String before, String after) {
        return lines(Alignment.of(reader.read(before), reader.read(after)));
    }

    private static List<String> lines(Alignment alignment) {
        return alignment.pairs().stream()
                .map(pair -> citation(pair.before()) + " → " + citation(pair.after()) + " " + pair.change())
                .toList();
    }

    private static String citation(@org.jspecify.annotations.Nullable ProvisionUnit unit) {
        return unit == null ? "" : unit.citation();
    }
}
