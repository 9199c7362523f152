package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Criterion FIRST = new Criterion("a", "Pierwsze", 10);
    private static final Criterion SECOND = new Criterion("b", "Drugie", 10);
    private static final TieRule BY_FIRST = new TieRule.ByCriterion("a");
    private static final Nonce LOT = ExampleRound.nonce(7);
    private static final Hash CLOSING = Hash.of("closed");

    @Test
    void the_higher_mean_goes_first_and_not_the_higher_sum() {
        var ranking = ranking(
                rules(1, List.of()),
                sheet("J1", "E1", 5, 5),
                sheet("J2", "E1", 5, 5),
                sheet("J3", "E1", 5, 5),
                sheet("J1", "E2", 9, 9));

        assertThat(ranking.entries()).startsWith("E2", "E1");
    }

    @Test
    void means_that_differ_by_less_than_any_rounding_shows_are_told_apart() {
        var third = new Mean(1_000_000_000L, 3);

        assertThat(third).isGreaterThan(new Mean(333_333_333L, 1));
        assertThat(third).isEqualTo(new Mean(2_000_000_000L, 6)).hasSameHashCodeAs(new Mean(2_000_000_000L, 6));
    }

    @Test
    void equal_entries_share_a_place_when_the_ladder_ends_and_the_next_place_is_left_out() {
        var ranking = ranking(
                rules(1, List.of(BY_FIRST)),
                sheet("J1", "E1", 5, 5),
                sheet("J1", "E2", 5, 5),
                sheet("J1", "E3", 1, 1),
                sheet("J1", "E4", 9, 9));

        assertThat(ranking.places().stream().map(Ranking.Place::number)).containsExactly(1, 2, 4);
        assertThat(ranking.places().get(1).entries().stream().map(Ranking.Scored::entry))
                .containsExactly("E1", "E2");
    }

    @Test
    void each_rung_of_the_ladder_tells_apart_only_those_that_the_one_before_did_not() {
        var ranking = ranking(
                rules(1, List.of(BY_FIRST, new TieRule.ByCriterion("b"))),
                sheet("J1", "E1", 4, 6),
                sheet("J1", "E2", 6, 4),
                sheet("J1", "E3", 5, 5),
                sheet("J1", "E4", 0, 10));

        assertThat(ranking.entries()).containsExactly("E2", "E3", "E1", "E4");
    }

    @Test
    void an_entry_with_fewer_sheets_than_the_quorum_has_no_place_however_many_points_it_has() {
        var ranking = ranking(
                rules(2, List.of()), sheet("J1", "E1", 10, 10), sheet("J1", "E2", 1, 1), sheet("J2", "E2", 1, 1));

        assertThat(ranking.entries()).containsExactly("E2");
        assertThat(ranking.unranked()).containsExactly("E1", "E3", "E4");
    }

    @Test
    void whose_mean_is_just_the_threshold_goes_on() {
        var ranking = ranking(
                rules(1, List.of()),
                sheet("J1", "E1", 10, 5),
                sheet("J1", "E2", 10, 4),
                sheet("J2", "E2", 10, 5),
                sheet("J1", "E3", 10, 10));

        assertThat(ranking.through(15)).containsExactly("E3", "E1");
    }

    @Test
    void the_chair_is_asked_for_an_order_and_has_none_where_recused_so_that_the_lot_decides() {
        var rules = rules(1, List.of(new TieRule.ByChair(), new TieRule.ByLot()));
        var sheets = List.of(sheet("J1", "E1", 5, 5), sheet("J1", "E2", 5, 5));

        assertThat(new Tally(rules, sheets, List.of(), Set.of(), LOT, CLOSING).count())
                .isEqualTo(new Tally.Outcome.ChairMustVote(List.of(Set.of("E1", "E2"))));
        assertThat(new Tally(rules, sheets, List.of(), Set.of("E2"), null, CLOSING).count())
                .isEqualTo(new Tally.Outcome.LotMustBeShown());
        assertThat(new Tally(rules, sheets, List.of(), Set.of("E2"), LOT, CLOSING).count())
                .isInstanceOfSatisfying(
                        Tally.Outcome.Counted.class,
                        counted -> assertThat(counted.ranking().entries())
                                .containsExactlyInAnyOrder("E1", "E2")
                                .isSortedAccordingTo((one, other) -> Tally.drawn("r/1", LOT, CLOSING, one)
                                        .compareTo(Tally.drawn("r/1", LOT, CLOSING, other))));
        assertThat(new Tally(rules, sheets, List.of(List.of("E2", "E1")), Set.of(), LOT, CLOSING).count())
                .isInstanceOfSatisfying(
                        Tally.Outcome.Counted.class,
                        counted -> assertThat(counted.ranking().entries()).containsExactly("E2", "E1"));
    }

    @Property
    void the_order_in_which_sheets_come_changes_nothing(
            @ForAll("manySheets") List<ScoreSheet> sheets, @ForAll Random random) {
        var shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, random);
        var rules = rules(2, List.of(BY_FIRST, new TieRule.ByLot()));

        assertThat(new Tally(rules, shuffled, List.of(), Set.of(), LOT, CLOSING).count())
                .isEqualTo(new Tally(rules, sheets, List.of(), Set.of(), LOT, CLOSING).count());
    }

    @Property
    void every_entry_has_one_place_or_none_and_nobody_stands_before_who_has_a_higher_mean(
            @ForAll("manySheets") List<ScoreSheet> sheets) {
        var rules = rules(2, List.of(BY_FIRST));
        var ranking = ((Tally.Outcome.Counted) new Tally(rules, sheets, List.of(), Set.of(), null, CLOSING).count())
                .ranking();

        var all = new ArrayList<>(ranking.entries());
        all.addAll(ranking.unranked());
        assertThat(all).containsExactlyInAnyOrderElementsOf(rules.entries());
        assertThat(ranking.places().stream()
                        .flatMap(place -> place.entries().stream())
                        .map(Ranking.Scored::mean))
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Property
    void a_lot_leaves_no_place_shared(@ForAll("manySheets") List<ScoreSheet> sheets) {
        var rules = rules(1, List.of(new TieRule.ByLot()));
        var ranking =
                ((Tally.Outcome.Counted) new Tally(rules, sheets, List.of(), Set.of(), LOT, CLOSING).count()).ranking();

        assertThat(ranking.places()).allMatch(place -> place.entries().size() == 1);
        assertThat(ranking.places().stream().map(Ranking.Place::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ranking.places().size())
                                .boxed()
                                .toList());
    }

    @Provide
    Arbitrary<List<ScoreSheet>> manySheets() {
        // Few points, so that many are equal.
        var points = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        Arbitraries.of("J1", "J2", "J3"), Arbitraries.of("E1", "E2", "E3", "E4"), points, points)
                .as(TallyTest::sheet)
                .list()
                .uniqueElements(sheet -> sheet.juror() + sheet.entry())
                .ofMaxSize(12);
    }

    private static Rules rules(int quorum, List<TieRule> ladder) {
        return new Rules(
                "r/1",
                "Runda",
                List.of(FIRST, SECOND),
                List.of("J1", "J2", "J3"),
                "J1",
                List.of("E1", "E2", "E3", "E4"),
                quorum,
                0,
                ladder,
                ladder.contains(new TieRule.ByLot()) ? Tally.lotCommitment("r/1", LOT) : null,
                null);
    }

    private static Ranking ranking(Rules rules, ScoreSheet... sheets) {
        return ((Tally.Outcome.Counted) new Tally(rules, List.of(sheets), List.of(), Set.of(), null, CLOSING).count())
                .ranking();
    }

    private static ScoreSheet sheet(String juror, String entry, int first, int second) {
        return new ScoreSheet(juror, entry, Map.of("a", first, "b", second));
    }
}
