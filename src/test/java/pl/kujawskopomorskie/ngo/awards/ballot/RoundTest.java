package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Nonce NONCE = ExampleRound.nonce(1);
    private static final Rules RULES = ExampleRound.RULES;

    private final Round round = new Round();

    @Test
    void nothing_happens_before_a_round_opens_and_it_opens_once() {
        assertThat(round.take(sealed("J1", "E1"))).contains(Fault.NOT_OPENED);

        open();

        assertThat(round.take(new Step.Opened(RULES))).contains(Fault.OPENED_TWICE);
    }

    @Test
    void only_jurors_of_the_round_score_and_only_its_entries() {
        open();

        assertThat(round.take(sealed("J9", "E1"))).contains(Fault.UNKNOWN_JUROR);
        assertThat(round.take(sealed("J1", "E9"))).contains(Fault.UNKNOWN_ENTRY);
        assertThat(round.take(recused("J9", "E1"))).contains(Fault.UNKNOWN_JUROR);
        assertThat(round.take(new Step.Left("J9", ""))).contains(Fault.UNKNOWN_JUROR);
    }

    @Test
    void a_recused_juror_seals_nothing_for_the_entry_and_something_for_another() {
        open();
        assertThat(round.take(recused("J1", "E1"))).isEmpty();

        assertThat(round.take(sealed("J1", "E1"))).contains(Fault.RECUSED);
        assertThat(round.take(recused("J1", "E1"))).contains(Fault.RECUSED_TWICE);
        assertThat(round.take(sealed("J1", "E2"))).isEmpty();
        assertThat(round.isRecused("J1", "E1")).isTrue();
        assertThat(round.isRecused("J1", "E2")).isFalse();
    }

    @Test
    void a_sheet_sealed_before_a_conflict_was_found_does_not_count() {
        open();
        round.take(sealed("J1", "E1"));
        assertThat(round.closing().counting()).isEqualTo(1);

        round.take(recused("J1", "E1"));

        assertThat(round.closing().counting()).isZero();
        round.take(round.closing());
        assertThat(round.take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.NOT_SEALED);
    }

    @Test
    void a_sheet_is_sealed_once_and_then_replaced_by_naming_the_one_before() {
        open();
        assertThat(round.take(replaced("J1", "E1", Hash.NONE))).contains(Fault.NOTHING_TO_REPLACE);
        round.take(sealed("J1", "E1"));

        assertThat(round.take(sealed("J1", "E1"))).contains(Fault.SEALED_TWICE);
        assertThat(round.take(replaced("J1", "E1", Hash.NONE))).contains(Fault.NOTHING_TO_REPLACE);
        assertThat(round.take(replaced("J1", "E1", sheet("J1", "E1").commitment(RULES.round(), NONCE))))
                .isEmpty();
    }

    @Test
    void who_left_the_chapter_seals_nothing_more_and_nothing_of_theirs_counts() {
        open();
        round.take(sealed("J1", "E1"));
        assertThat(round.take(new Step.Left("J1", "Rezygnacja"))).isEmpty();

        assertThat(round.take(sealed("J1", "E2"))).contains(Fault.LEFT);
        assertThat(round.take(new Step.Left("J1", "Rezygnacja"))).contains(Fault.LEFT);
        assertThat(round.closing().counting()).isZero();
    }

    @Test
    void nothing_is_sealed_recused_or_left_after_closing_and_nothing_shown_before() {
        open();
        round.take(sealed("J1", "E1"));
        assertThat(round.take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.NOT_CLOSED);
        assertThat(round.take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NOT_CLOSED);
        assertThat(round.take(new Step.ChairVoted(List.of("E1")))).contains(Fault.NOT_CLOSED);
        assertThat(round.take(new Step.Tallied(new Ranking(List.of(), List.of()))))
                .contains(Fault.NOT_CLOSED);

        assertThat(round.take(round.closing())).isEmpty();

        assertThat(round.take(sealed("J2", "E1"))).contains(Fault.CLOSED);
        assertThat(round.take(replaced("J1", "E1", Hash.NONE))).contains(Fault.CLOSED);
        assertThat(round.take(recused("J2", "E1"))).contains(Fault.CLOSED);
        assertThat(round.take(new Step.Left("J2", ""))).contains(Fault.CLOSED);
        assertThat(round.take(round.closing())).contains(Fault.CLOSED);
    }

    @Test
    void closing_names_each_entry_without_a_quorum_of_jurors_who_may_score_it() {
        open();
        for (var juror : RULES.jurors()) {
            round.take(recused(juror, "E1"));
        }
        round.take(sealed("J1", "E2"));
        round.take(sealed("J2", "E2"));

        assertThat(round.closing()).isEqualTo(new Step.Closed(2, List.of("E1", "E3", "E4")));
        assertThat(round.take(new Step.Closed(2, List.of("E1")))).contains(Fault.WRONG_CLOSING);
    }

    @Test
    void what_is_shown_must_be_what_was_sealed_by_whom_for_what_and_in_which_round() {
        open();
        round.take(sealed("J1", "E1"));
        round.take(sealed("J2", "E1"));
        round.take(round.closing());

        assertThat(round.take(new Step.Revealed(ExampleRound.sheet("J1", "E1", 10, 20), NONCE)))
                .contains(Fault.NOT_WHAT_WAS_SEALED);
        assertThat(round.take(new Step.Revealed(sheet("J1", "E1"), ExampleRound.nonce(2))))
                .contains(Fault.NOT_WHAT_WAS_SEALED);
        assertThat(round.take(new Step.Revealed(sheet("J1", "E2"), NONCE))).contains(Fault.NOT_SEALED);
        assertThat(sheet("J1", "E1").commitment("another", NONCE))
                .isNotEqualTo(sheet("J1", "E1").commitment(RULES.round(), NONCE));
        assertThat(round.take(new Step.Revealed(sheet("J1", "E1"), NONCE))).isEmpty();
        assertThat(round.take(new Step.Revealed(sheet("J1", "E1"), NONCE))).contains(Fault.REVEALED_TWICE);
        assertThat(round.take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NOT_ALL_REVEALED);
    }

    @Test
    void sealed_points_that_no_criterion_allows_are_refused_when_they_are_shown() {
        for (var wrong : List.of(
                Map.of("zasieg", 11, "pomysl", 0),
                Map.of("zasieg", -1, "pomysl", 0),
                Map.of("zasieg", 1),
                Map.of("zasieg", 1, "pomysl", 1, "urok", 1))) {
            var sheet = new ScoreSheet("J1", "E1", wrong);
            var own = Round.after(List.of(
                    new Step.Opened(RULES),
                    new Step.Sealed("J1", "E1", sheet.commitment(RULES.round(), NONCE), Hash.NONE)));
            own.take(own.closing());

            assertThat(own.take(new Step.Revealed(sheet, NONCE))).contains(Fault.WRONG_POINTS);
        }
    }

    @Test
    void the_chair_orders_equal_entries_and_no_others() {
        tied();

        assertThat(round.take(new Step.ChairVoted(List.of("E1", "E3")))).contains(Fault.NOT_FOR_CHAIR);
        assertThat(round.take(new Step.ChairVoted(List.of("E1", "E2", "E2")))).contains(Fault.NOT_FOR_CHAIR);
        assertThat(round.tally()).isEmpty();
        assertThat(round.forChair()).containsExactly(Set.of("E1", "E2"));
        assertThat(round.take(new Step.Tallied(new Ranking(List.of(), List.of()))))
                .contains(Fault.TIES_ARE_OPEN);

        assertThat(round.take(new Step.ChairVoted(List.of("E2", "E1")))).isEmpty();

        assertThat(round.forChair()).isEmpty();
        assertThat(round.tally().orElseThrow().ranking().entries()).containsExactly("E2", "E1");
        assertThat(round.take(new Step.ChairVoted(List.of("E1", "E2")))).contains(Fault.NOT_FOR_CHAIR);
    }

    @Test
    void the_lot_is_the_one_that_was_committed_to() {
        tied();

        assertThat(round.take(new Step.LotShown(ExampleRound.nonce(3)))).contains(Fault.WRONG_LOT);
        assertThat(round.take(new Step.LotShown(ExampleRound.LOT))).isEmpty();
        assertThat(round.take(new Step.LotShown(ExampleRound.LOT))).contains(Fault.NO_LOT);
    }

    @Test
    void the_chapter_recommends_after_the_count_and_the_board_decides_after_the_chapter() {
        tied();
        round.take(new Step.ChairVoted(List.of("E2", "E1")));
        assertThat(round.take(new Step.Recommended(List.of("E1"), ""))).contains(Fault.NOT_TALLIED);
        round.take(round.tally().orElseThrow());

        assertThat(round.take(new Step.Decided("1/26", List.of("E1")))).contains(Fault.NOT_RECOMMENDED);
        assertThat(round.take(new Step.Recommended(List.of("E1", "E1"), ""))).contains(Fault.WRONG_RECOMMENDATION);
        assertThat(round.take(new Step.Recommended(List.of("E9"), ""))).contains(Fault.WRONG_RECOMMENDATION);
        assertThat(round.take(new Step.Recommended(List.of("E2"), "Najlepsze.")))
                .isEmpty();
        assertThat(round.take(new Step.Recommended(List.of("E1"), ""))).contains(Fault.RECOMMENDED_TWICE);
        // The board may differ.
        assertThat(round.take(new Step.Decided("1/26", List.of("E1")))).isEmpty();
        assertThat(round.take(new Step.Decided("2/26", List.of("E2")))).contains(Fault.DECIDED);
        assertThat(round.recommended()).contains(List.of("E2"));
        assertThat(round.decided()).contains(List.of("E1"));
    }

    @Test
    void a_refused_step_leaves_the_round_as_it_was() {
        open();
        round.take(sealed("J1", "E1"));
        var before = round.commitment("J1", "E1");

        round.take(sealed("J1", "E1"));
        round.take(replaced("J1", "E1", Hash.NONE));

        assertThat(round.commitment("J1", "E1")).isEqualTo(before);
        assertThat(round.take(round.closing())).isEqualTo(Optional.empty());
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

    private static Rules rules(String chair, int quorum, List<TieRule> ladder, @Nullable Hash lot) {
        return new Rules("r", "Runda", RULES.criteria(), List.of("J1"), chair, List.of("E1"), quorum, 0, ladder, lot);
    }

    /** Two entries with equal points, each with two sheets, all shown. */
    private void tied() {
        open();
        for (var juror : List.of("J1", "J2")) {
            for (var entry : List.of("E1", "E2")) {
                round.take(sealed(juror, entry));
            }
        }
        round.take(round.closing());
        for (var juror : List.of("J1", "J2")) {
            for (var entry : List.of("E1", "E2")) {
                round.take(new Step.Revealed(sheet(juror, entry), NONCE));
            }
        }
    }

    private void open() {
        assertThat(round.take(new Step.Opened(RULES))).isEmpty();
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
