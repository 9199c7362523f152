package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kujawskopomorskie.ngo.consultations.act.WordDiff.Kind.DELETED;
import static pl.kujawskopomorskie.ngo.consultations.act.WordDiff.Kind.INSERTED;
import static pl.kujawskopomorskie.ngo.consultations.act.WordDiff.Kind.SAME;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.act.WordDiff.Segment;

class WordDiffTest {

    @Test
    void a_changed_word_is_taken_out_and_put_in_its_place() {
        assertThat(WordDiff.between("Termin wynosi 7 dni.", "Termin wynosi 14 dni."))
                .containsExactly(
                        new Segment(SAME, "Termin wynosi "),
                        new Segment(DELETED, "7"),
                        new Segment(INSERTED, "14"),
                        new Segment(SAME, " dni."));
    }

    @Test
    void words_that_change_side_by_side_change_together() {
        assertThat(WordDiff.between("ogłasza Zarząd Województwa.", "ogłasza Marszałek Regionu."))
                .containsExactly(
                        new Segment(SAME, "ogłasza "),
                        new Segment(DELETED, "Zarząd Województwa"),
                        new Segment(INSERTED, "Marszałek Regionu"),
                        new Segment(SAME, "."));
    }

    @Test
    void a_full_stop_that_becomes_a_semicolon_leaves_the_word_alone() {
        assertThat(WordDiff.between("edukacja.", "edukacja;"))
                .containsExactly(new Segment(SAME, "edukacja"), new Segment(DELETED, "."), new Segment(INSERTED, ";"));
    }

    @Test
    void equal_texts_are_one_segment_and_empty_ones_none() {
        assertThat(WordDiff.between("żółw", "żółw")).containsExactly(new Segment(SAME, "żółw"));
        assertThat(WordDiff.between("", "")).isEmpty();
        assertThat(WordDiff.between("", "nowe")).containsExactly(new Segment(INSERTED, "nowe"));
        assertThat(WordDiff.between("stare", "")).containsExactly(new Segment(DELETED, "stare"));
    }

    @Test
    void very_long_texts_are_compared_too() {
        var before = "Pierwsze zdanie aktu. ".repeat(5_000);
        var after = "Drugie zdanie pisma; ".repeat(5_000);
        assertSidesRebuild(before, after);
    }

    @Property
    void both_sides_can_be_rebuilt(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String before,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String after) {
        assertSidesRebuild(before.replace('b', ' '), after.replace('b', ' '));
    }

    @Property
    void both_sides_of_any_texts_can_be_rebuilt(@ForAll String before, @ForAll String after) {
        assertSidesRebuild(before, after);
    }

    private static void assertSidesRebuild(String before, String after) {
        var segments = WordDiff.between(before, after);
        assertThat(without(segments, INSERTED)).isEqualTo(before);
        assertThat(without(segments, DELETED)).isEqualTo(after);
        assertThat(segments).noneMatch(segment -> segment.text().isEmpty());
    }

    private static String without(java.util.List<Segment> segments, WordDiff.Kind kind) {
        return segments.stream()
                .filter(segment -> segment.kind() != kind)
                .map(Segment::text)
                .collect(Collectors.joining());
    }
}
