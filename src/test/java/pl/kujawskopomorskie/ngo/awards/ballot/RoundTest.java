package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Nonce NONCE = ExampleRound.nonce(1);
    private static final Rules RULES = ExampleRound.RULES;

    private final Round round = new Round();

    @Test
    void nothing_happens_before_a_round_opens_and_it_opens_once() {
        assertThat(take(sealed("J1", "E1"))).contains(Fault.NOT_OPENED);

        open();

        assertThat(take(new Step.Opened(RULES))).contains(Fault.OPENED_TWICE);
    }

    @Test
    void only_jurors_of_the_round_score_and_only_its_entries() {
        open();

        assertThat(take(sealed("J9", "E1"))).contains(Fault.UNKNOWN_JUROR);
        assertThat(take(sealed("J1", "E9"))).contains(Fault.UNKNOWN_ENTRY);
        assertThat(take(recused("J9", "E1"))).contains(Fault.UNKNOWN_JUROR);
        assertThat(take(new Step.Left("J9", ""))).contains(Fault.UNKNOWN_JUROR);
    }

    @Test
    void a_recused_juror_seals_nothing_for_the_entry_and_something_for_another() {
        open();
        assertThat(take(recused("J1", "E1"))).isEmpty();

        assertThat(take(sealed("J1", "E1"))).contains(Fault.RECUSED);
        assertThat(take(recused("J1", "E1"))).contains(Fault.RECUSED_TWICE);
        assertThat(take(sealed("J1", "E2"))).isEmpty();
        assertThat(round.isRecused("J1", "E1")).isTrue();
        assertThat(round.isRecused("J1", "E2")).isFalse();
    }

    @Test
    void a_sheet_sealed_before_a_conflict_was_found_does_not_count() {
        open();
        take(sealed("J1", "E1"));
        assertThat(round.closing().counting()).isEqualTo(1);

        take(recused("J1", "E1"));

        assertThat(round.closing().counting()).isZero();
        take(round.closing());
        assertThat(take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.NOT_SEALED);
    }

    @Test
    void a_sheet_is_sealed_once_and_then_replaced_by_naming_the_one_before() {
        open();
        assertThat(take(replaced("J1", "E1", Hash.NONE))).contains(Fault.NOTHING_TO_REPLACE);
        take(sealed("J1", "E1"));

        assertThat(take(sealed("J1", "E1"))).contains(Fault.SEALED_TWICE);
        assertThat(take(replaced("J1", "E1", Hash.NONE))).contains(Fault.NOTHING_TO_REPLACE);
        assertThat(take(replaced("J1", "E1", sheet("J1", "E1").commitment(RULES.round(), NONCE))))
                .isEmpty();
    }

    @Test
    void who_left_the_chapter_seals_nothing_more_and_nothing_of_theirs_counts() {
        open();
        take(sealed("J1", "E1"));
        assertThat(take(new Step.Left("J1", "Rezygnacja"))).isEmpty();

        assertThat(take(sealed("J1", "E2"))).contains(Fault.LEFT);
        assertThat(take(new Step.Left("J1", "Rezygnacja"))).contains(Fault.LEFT);
        assertThat(round.closing().counting()).isZero();
    }

    @Test
    void nothing_is_sealed_recused_or_left_after_closing_and_nothing_shown_before() {
        open();
        take(sealed("J1", "E1"));
        assertThat(take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.NOT_CLOSED);
        assertThat(take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NOT_CLOSED);
        assertThat(take(new Step.ChairVoted(List.of("E1")))).contains(Fault.NOT_CLOSED);
        assertThat(take(new Step.Tallied(new Ranking(List.of(), List.of())))).contains(Fault.NOT_CLOSED);

        assertThat(take(round.closing())).isEmpty();

        assertThat(take(sealed("J2", "E1"))).contains(Fault.CLOSED);
        assertThat(take(replaced("J1", "E1", Hash.NONE))).contains(Fault.CLOSED);
        assertThat(take(recused("J2", "E1"))).contains(Fault.CLOSED);
        assertThat(take(new Step.Left("J2", ""))).contains(Fault.CLOSED);
        assertThat(take(round.closing())).contains(Fault.CLOSED);
    }

    @Test
    void closing_names_each_entry_without_a_quorum_of_jurors_who_may_score_it() {
        open();
        for (var juror : RULES.jurors()) {
            take(recused(juror, "E1"));
        }
        take(sealed("J1", "E2"));
        take(sealed("J2", "E2"));

        assertThat(round.closing()).isEqualTo(new Step.Closed(2, List.of("E1", "E3", "E4")));
        assertThat(take(new Step.Closed(2, List.of("E1")))).contains(Fault.WRONG_CLOSING);
    }

    @Test
    void what_is_shown_must_be_what_was_sealed_by_whom_for_what_and_in_which_round() {
        open();
        take(sealed("J1", "E1"));
        take(sealed("J2", "E1"));
        take(round.closing());

        assertThat(take(new Step.Revealed(ExampleRound.sheet("J1", "E1", 10, 20), NONCE)))
                .contains(Fault.NOT_WHAT_WAS_SEALED);
        assertThat(take(new Step.Revealed(sheet("J1", "E1"), ExampleRound.nonce(2))))
                .contains(Fault.NOT_WHAT_WAS_SEALED);
        assertThat(take(new Step.Revealed(sheet("J1", "E2"), NONCE))).contains(Fault.NOT_SEALED);
        assertThat(sheet("J1", "E1").commitment("another", NONCE))
                .isNotEqualTo(sheet("J1", "E1").commitment(RULES.round(), NONCE));
        assertThat(take(new Step.Revealed(sheet("J1", "E1"), NONCE))).isEmpty();
        assertThat(take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.REVEALED_TWICE);
        assertThat(take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NOT_ALL_REVEALED);
    }

    @Test
    void sealed_points_that_no_criterion_allows_are_refused_when_they_are_shown() {
        for (var wrong : List.of(
                Map.of("zasieg", 11, "pomysl", 0),
                Map.of("zasieg", -1, "pomysl", 0),
                Map.of("zasieg", 1),
                Map.of("zasieg", 1, "pomysl", 1, "urok", 1))) {
            var sheet = new ScoreSheet("J1", "E1", wrong);
            var own = new Round();
            take(own, new Step.Opened(RULES));
            take(own, new Step.Sealed("J1", "E1", sheet.commitment(RULES.round(), NONCE), Hash.NONE));
            take(own, own.closing());

            assertThat(take(own, new Step.Revealed(sheet, NONCE))).contains(Fault.WRONG_POINTS);
        }
    }

    @Test
    void the_chair_orders_equal_entries_and_no_others() {
        tied();

        assertThat(take(new Step.ChairVoted(List.of("E1", "E3")))).contains(Fault.NOT_FOR_CHAIR);
        assertThat(take(new Step.ChairVoted(List.of("E1", "E2", "E2")))).contains(Fault.NOT_FOR_CHAIR);
        assertThat(round.tally()).isEmpty();
        assertThat(round.forChair()).containsExactly(Set.of("E1", "E2"));
        assertThat(take(new Step.Tallied(new Ranking(List.of(), List.of())))).contains(Fault.TIES_ARE_OPEN);

        assertThat(take(new Step.ChairVoted(List.of("E2", "E1")))).isEmpty();

        assertThat(round.forChair()).isEmpty();
        assertThat(round.tally().orElseThrow().ranking().entries()).containsExactly("E2", "E1");
        assertThat(take(new Step.ChairVoted(List.of("E1", "E2")))).contains(Fault.NOT_FOR_CHAIR);
    }

    @Test
    void the_lot_is_the_one_that_was_committed_to() {
        tied();

        assertThat(take(new Step.LotShown(ExampleRound.nonce(3)))).contains(Fault.WRONG_LOT);
        assertThat(take(new Step.LotShown(ExampleRound.LOT))).isEmpty();
        assertThat(take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NO_LOT);
    }

    @Test
    void the_chapter_recommends_after_the_count_and_the_board_decides_after_the_chapter() {
        tied();
        take(new Step.ChairVoted(List.of("E2", "E1")));
        assertThat(take(new Step.Recommended(List.of("E1"), ""))).contains(Fault.NOT_TALLIED);
        take(round.tally().orElseThrow());

        assertThat(take(new Step.Decided("1/26", List.of("E1")))).contains(Fault.NOT_RECOMMENDED);
        assertThat(take(new Step.Recommended(List.of("E1", "E1"), ""))).contains(Fault.WRONG_RECOMMENDATION);
        assertThat(take(new Step.Recommended(List.of("E9"), ""))).contains(Fault.WRONG_RECOMMENDATION);
        assertThat(take(new Step.Recommended(List.of("E2"), "Najlepsze."))).isEmpty();
        assertThat(take(new Step.Recommended(List.of("E1"), ""))).contains(Fault.RECOMMENDED_TWICE);
        // The board may differ.
        assertThat(take(new Step.Decided("1/26", List.of("E1")))).isEmpty();
        assertThat(take(new Step.Decided("2/26", List.of("E2")))).contains(Fault.DECIDED);
        assertThat(round.recommended()).contains(List.of("E2"));
        assertThat(round.decided()).contains(List.of("E1"));
    }

    @Test
    void a_refused_step_leaves_the_round_as_it_was() {
        open();
        take(sealed("J1", "E1"));
        var before = round.commitment("J1", "E1");

        take(sealed("J1", "E1"));
        take(replaced("J1", "E1", Hash.NONE));

        assertThat(round.commitment("J1", "E1")).isEqualTo(before);
        assertThat(take(round.closing())).isEqualTo(Optional.empty());
    }

    @Test
    void a_round_whose_sheets_are_not_all_shown_is_not_counted_in_part() {
        open();
        for (var juror : List.of("J1", "J2")) {
            take(sealed(juror, "E1"));
        }
        assertThat(round.tally()).isEmpty();
        take(round.closing());
        assertThat(round.tally()).isEmpty();
        take(new Step.Revealed(sheet("J1", "E1"), NONCE));
        assertThat(round.tally()).isEmpty();

        take(new Step.Revealed(sheet("J2", "E1"), NONCE));

        assertThat(take(round.tally().orElseThrow())).isEmpty();
        assertThat(round.tally()).isEmpty();
    }

    @Test
    void what_is_equal_after_the_lot_follows_from_the_value_and_from_the_closing_link() {
        var orders = IntStream.range(0, 40)
                .mapToObj(minute -> {
                    var own = new Round();
                    take(own, new Step.Opened(RULES));
                    take(own, recused("J1", "E1"));
                    take(own, recused("J1", "E2"));
                    for (var juror : List.of("J2", "J3")) {
                        take(own, sealed(juror, "E1"));
                        take(own, sealed(juror, "E2"));
                    }
                    var closing = own.next(ExampleRound.OPENS.plusSeconds(minute * 60L), own.closing());
                    own.take(closing);
                    Stream.of("J2", "J3")
                            .flatMap(juror -> Stream.of(sheet(juror, "E1"), sheet(juror, "E2")))
                            .forEach(sheet -> own.take(own.next(closing.time(), new Step.Revealed(sheet, NONCE))));
                    assertThat(own.tally()).isEmpty();
                    assertThat(own.take(own.next(closing.time(), new Step.LotShown(ExampleRound.LOT))))
                            .isEmpty();
                    var order = own.tally().orElseThrow().ranking().entries();
                    assertThat(order)
                            .isSortedAccordingTo(Comparator.comparing(
                                    entry -> Tally.drawn(RULES.round(), ExampleRound.LOT, closing.hash(), entry)));
                    return order;
                })
                .collect(Collectors.toSet());

        // The same value, entries and points, closed at another time.
        assertThat(orders).hasSize(2);
    }

    @Test
    void a_round_opens_after_the_count_of_the_one_before_which_then_ends() {
        var rules = ExampleRound.rules(2, 15, List.of("E1", "E2"), Hash.NONE);
        assertThat(take(round.following(), new Step.Opened(rules))).contains(Fault.NOT_TALLIED);
        tied();
        take(new Step.ChairVoted(List.of("E2", "E1")));
        take(round.tally().orElseThrow());

        assertThat(take(round.following(), new Step.Opened(rules))).contains(Fault.WRONG_AFTER);
        assertThat(take(round.following(), new Step.Opened(ExampleRound.rules(3, 15, rules.entries(), round.head()))))
                .contains(Fault.WRONG_ROUND);
        assertThat(take(round.following(), new Step.Opened(ExampleRound.rules(2, 15, List.of("E1"), round.head()))))
                .contains(Fault.WRONG_ENTRIES);
        var next = round.following();
        var opened = new Step.Opened(ExampleRound.rules(2, 15, rules.entries(), round.head()));
        assertThat(next.take(next.next(ExampleRound.OPENS.minusSeconds(1), opened)))
                .contains(Fault.TOO_EARLY);
        assertThat(take(next, opened)).isEmpty();
        assertThat(take(new Step.Recommended(List.of("E1"), ""))).contains(Fault.FOLLOWED);
        assertThat(take(round.following(), opened)).contains(Fault.WRONG_ROUND);
    }

    @Test
    void no_round_comes_after_a_recommendation() {
        tied();
        take(new Step.ChairVoted(List.of("E2", "E1")));
        take(round.tally().orElseThrow());
        take(new Step.Recommended(List.of("E1"), ""));

        assertThat(take(
                        round.following(),
                        new Step.Opened(ExampleRound.rules(2, 15, List.of("E1", "E2"), round.head()))))
                .contains(Fault.FOLLOWED);
    }

    @Test
    void who_is_recused_in_a_round_stays_so_in_the_next_and_who_left_is_no_juror_of_it() {
        open();
        take(recused("J3", "E1"));
        take(new Step.Left("J5", "Rezygnacja"));
        for (var juror : List.of("J1", "J2")) {
            take(sealed(juror, "E1"));
        }
        take(round.closing());
        for (var juror : List.of("J1", "J2")) {
            take(new Step.Revealed(sheet(juror, "E1"), NONCE));
        }
        take(round.tally().orElseThrow());
        var rules = ExampleRound.rules(2, 15, List.of("E1"), round.head());
        assertThat(take(round.following(), new Step.Opened(rules))).contains(Fault.LEFT);

        var next = round.following();
        assertThat(take(
                        next,
                        new Step.Opened(new Rules(
                                rules.round(),
                                rules.title(),
                                rules.criteria(),
                                List.of("J1", "J3"),
                                "J1",
                                rules.entries(),
                                1,
                                0,
                                List.of(),
                                null,
                                rules.after()))))
                .isEmpty();

        assertThat(next.isRecused("J3", "E1")).isTrue();
        assertThat(take(next, sealed("J3", "E1"))).contains(Fault.RECUSED);
        assertThat(take(next, recused("J3", "E1"))).contains(Fault.RECUSED_TWICE);
    }

    @Test
    void a_link_that_does_not_come_next_is_refused() {
        open();
        var next = round.next(ExampleRound.OPENS, sealed("J1", "E1"));

        assertThat(round.take(new Link(7, next.kind(), next.time(), next.payload(), next.hash())))
                .contains(Fault.WRONG_HEIGHT);
        assertThat(round.take(new Link(1, next.kind(), next.time(), next.payload(), Hash.NONE)))
                .contains(Fault.WRONG_HASH);
        assertThat(round.take(round.next(ExampleRound.OPENS.minusSeconds(1), sealed("J1", "E1"))))
                .contains(Fault.TOO_EARLY);
        assertThat(new Round().takeAll(ExampleRound.decided()).head())
                .isEqualTo(ExampleRound.decided().getLast().hash());
    }

    @Test
    void rules_that_contradict_themselves_are_refused() {
        assertThatThrownBy(() -> rules("J9", 1, List.of(), null)).hasMessage("The chair is no juror");
        assertThatThrownBy(() -> rules("J1", 0, List.of(), null)).hasMessage("A quorum is at least 1");
        assertThatThrownBy(() -> rules("J1", 1, List.of(new TieRule.ByLot()), null))
                .hasMessage("A lot is committed to if the ladder has one");
        assertThatThrownBy(() -> rules("J1", 1, List.of(), Hash.NONE))
                .hasMessage("A lot is committed to if the ladder has one");
        assertThatThrownBy(() -> rules("J1", 1, List.of(new TieRule.ByCriterion("x")), null))
                .hasMessage("The ladder names a criterion that there is not");
        assertThatThrownBy(() -> rules("J1", 1, List.of(new TieRule.ByChair(), new TieRule.ByChair()), null))
                .hasMessage("A rung of the ladder is there twice");
    }

    @Test
    void a_round_is_named_by_its_edition_and_its_number_in_it() {
        for (var wrong : List.of("rodzynki", "rodzynki/0", "rodzynki/01", "/1", "rodzynki/1/x")) {
            assertThatThrownBy(() -> new Rules(
                            wrong,
                            "",
                            RULES.criteria(),
                            List.of("J1"),
                            "J1",
                            List.of("E1"),
                            1,
                            0,
                            List.of(),
                            null,
                            null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(take(new Step.Opened(ExampleRound.rules(2, 0, List.of("E1"), null))))
                .contains(Fault.WRONG_ROUND);
        assertThat(take(new Step.Opened(ExampleRound.rules(1, 0, List.of("E1"), Hash.NONE))))
                .contains(Fault.WRONG_AFTER);
    }

    private static Rules rules(String chair, int quorum, List<TieRule> ladder, @Nullable Hash lot) {
        return new Rules(
                "r/1", "Runda", RULES.criteria(), List.of("J1"), chair, List.of("E1"), quorum, 0, ladder, lot, null);
    }

    /** Two entries with equal points, each with two sheets, all shown. */
    private void tied() {
        open();
        for (var juror : List.of("J1", "J2")) {
            for (var entry : List.of("E1", "E2")) {
                take(sealed(juror, entry));
            }
        }
        take(round.closing());
        for (var juror : List.of("J1", "J2")) {
            for (var entry : List.of("E1", "E2")) {
                take(new Step.Revealed(sheet(juror, entry), NONCE));
            }
        }
    }

    private Optional<Fault> take(Step step) {
        return take(round, step);
    }

    private static Optional<Fault> take(Round round, Step step) {
        return round.take(round.next(ExampleRound.OPENS, step));
    }

    private void open() {
        assertThat(take(new Step.Opened(RULES))).isEmpty();
    }

    private static ScoreSheet sheet(String juror, String entry) {
        return ExampleRound.sheet(juror, entry, 5, 10);
    }

    private static Step.Sealed sealed(String juror, String entry) {
        return new Step.Sealed(juror, entry, sheet(juror, entry).commitment(RULES.round(), NONCE), Hash.NONE);
    }

    private static Step.Replaced replaced(String juror, String entry, Hash before) {
        return new Step.Replaced(juror, entry, before, Hash.of("another"), Hash.NONE);
    }

    private static Step.Recused recused(String juror, String entry) {
        return new Step.Recused(juror, entry, Step.Recused.Source.DECLARED, "PARTNER");
    }
}
