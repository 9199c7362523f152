package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

    private static final List<Link> ROUND = ExampleRound.decided();
    private static final List<List<Link>> TWO = ExampleRound.twoRounds();
    private static final List<Hash> HEADS = List.of(ROUND.getLast().hash());

    @Test
    void a_bundle_that_nobody_touched_is_right_with_its_head_and_without() {
        var bundle = Bundle.of(List.of(ROUND));

        assertThat(Verifier.verify(bundle, HEADS).faults()).isEmpty();
        assertThat(Verifier.verify(bundle, List.of()).faults()).isEmpty();
        assertThat(Verifier.verify(bundle, HEADS).checked())
                .contains(
                        "round-1.chain: rodzynki-2026/1, Rodzynki z pozarządówki 2026, etap I",
                        "  27 steps, each with the hash that follows from all before it",
                        "  sheets sealed: 9, replaced before the round closed: 1, shown: 7, each the one that was"
                                + " sealed last");
    }

    @Test
    void the_example_has_a_step_of_every_kind_or_the_tests_below_would_leave_one_out() {
        assertThat(ROUND.stream().map(Link::kind).distinct()).hasSize(Step.class.getPermittedSubclasses().length);
    }

    static IntStream heights() {
        return IntStream.range(0, ROUND.size());
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_letter_changed_in_any_step_is_found(int height) {
        var line = ROUND.get(height).line();

        IntStream.range(0, line.length()).forEach(at -> {
            var flipped = line.charAt(at) == '1' ? '2' : '1';
            assertFound(with(height, line.substring(0, at) + flipped + line.substring(at + 1)));
        });
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_step_left_out_is_found(int height) {
        var lines = lines();
        lines.remove(height);

        assertFound(lines);
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_step_put_in_twice_is_found(int height) {
        var lines = lines();
        lines.add(height, lines.get(height));

        assertFound(lines);
    }

    @ParameterizedTest
    @MethodSource("heights")
    void two_steps_in_another_order_are_found(int height) {
        var lines = lines();
        lines.add(height == 0 ? 1 : height - 1, lines.remove(height));

        assertFound(lines);
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_chain_that_is_cut_off_after_any_step_is_found(int height) {
        assertFound(lines().subList(0, height));
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_step_left_out_of_a_chain_whose_hashes_were_all_made_anew_is_found_by_the_published_head(int height) {
        var steps = steps();
        steps.remove(height);

        assertForgeryFound(steps);
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_step_that_says_something_else_in_a_chain_made_anew_is_found_by_the_published_head(int height) {
        var steps = steps();
        steps.set(height, other(steps.get(height)));

        assertForgeryFound(steps);
    }

    @ParameterizedTest
    @MethodSource("heights")
    void a_step_put_in_twice_or_moved_in_a_chain_made_anew_is_found_by_the_published_head(int height) {
        var twice = steps();
        twice.add(height, twice.get(height));
        var moved = steps();
        moved.add(height == 0 ? 1 : height - 1, moved.remove(height));

        assertForgeryFound(twice);
        assertForgeryFound(moved);
    }

    static Stream<Step> forgeriesThatNoHeadIsNeededFor() {
        return steps().stream()
                .filter(step -> step instanceof Step.Sealed
                        || step instanceof Step.Replaced
                        || step instanceof Step.Closed
                        || step instanceof Step.Revealed
                        || step instanceof Step.LotShown
                        || step instanceof Step.ChairVoted
                        || step instanceof Step.Tallied);
    }

    @ParameterizedTest
    @MethodSource("forgeriesThatNoHeadIsNeededFor")
    void points_and_their_count_cannot_be_forged_even_by_who_makes_all_hashes_anew(Step step) {
        // What a juror sealed and another replaced is not shown, so only the head would find it.
        var isHidden = step instanceof Step.Sealed sealed
                && steps().stream()
                        .noneMatch(other -> other instanceof Step.Revealed(var sheet, var nonce)
                                && sheet.commitment(ExampleRound.RULES.round(), nonce)
                                        .equals(sealed.commitment()))
                && steps().stream()
                        .noneMatch(other -> other instanceof Step.Replaced replaced
                                && replaced.replaced().equals(sealed.commitment()));
        var steps = steps();
        steps.set(steps.indexOf(step), other(step));

        assertThat(Verifier.verify(Bundle.of(List.of(chain(steps))), List.of()).isRight())
                .isEqualTo(isHidden);
    }

    @Test
    void a_round_left_out_of_the_bundle_or_put_in_is_found() {
        var files = new TreeMap<>(Bundle.of(List.of(ROUND)).files());
        files.remove("round-1.chain");
        assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                .contains(
                        "There is no round in the bundle.", "round-1.chain: heads.txt names it, and it is not there.");

        files = new TreeMap<>(Bundle.of(List.of(ROUND)).files());
        files.put("round-2.chain", Objects.requireNonNull(files.get("round-1.chain")));
        assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                .contains("round-2.chain: heads.txt does not name it.");
    }

    @Test
    void heads_that_are_missing_or_say_something_else_are_found() {
        var files = new TreeMap<>(Bundle.of(List.of(ROUND)).files());
        files.put(Bundle.HEADS, "round-1.chain " + Hash.NONE + "\n");
        assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                .containsExactly("round-1.chain: its last hash is not the one in heads.txt.");

        files.remove(Bundle.HEADS);
        assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                .contains("There is no heads.txt in the bundle.");
    }

    @Test
    void what_is_wrong_is_told_with_its_line() {
        var lines = lines();
        lines.remove(4);

        assertThat(verify(lines).faults())
                .contains(
                        "round-1.chain, line 5: The height is not the next one: something was left out, put in or moved.");
    }

    @Test
    void an_edition_of_two_rounds_is_right() {
        var verdict = Verifier.verify(
                Bundle.of(TWO),
                TWO.stream().map(round -> round.getLast().hash()).toList());

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.checked())
                .contains("  comes after round-1.chain, with all entries that went through it and no other");
    }

    @Test
    void entries_of_a_later_round_may_stand_in_any_order() {
        assertThat(faults(TWO.getFirst(), second("rodzynki-2026/2", List.of("E3", "E1"))))
                .isEmpty();
    }

    @Test
    void an_entry_below_the_threshold_or_without_a_quorum_let_in_or_one_above_left_out_is_found() {
        for (var entries :
                List.of(List.of("E1", "E2", "E3"), List.of("E1", "E3", "E4"), List.of("E1"), List.of("E1", "E2"))) {
            assertThat(faults(TWO.getFirst(), second("rodzynki-2026/2", entries)))
                    .containsExactly(
                            "round-2.chain, line 1: The entries are not those that went through the round before.",
                            "round-2.chain: its last hash is not the one in heads.txt.");
        }
    }

    @Test
    void another_threshold_in_the_first_round_is_found_by_the_entries_of_the_second() {
        var first =
                ExampleRound.counted(ExampleRound.rules(1, 24, ExampleRound.RULES.entries(), null), ExampleRound.OPENS);
        var second = ExampleRound.counted(
                ExampleRound.rules(2, 0, List.of("E1", "E3"), first.getLast().hash()),
                first.getLast().time());

        assertThat(faults(first, second))
                .contains("round-2.chain, line 1: The entries are not those that went through the round before.");
    }

    @Test
    void rounds_that_were_swapped_are_found() {
        assertThat(faults(TWO.getLast(), TWO.getFirst()))
                .contains("round-1.chain, line 1: The round is not of this edition, or not the next one in it.");
    }

    @Test
    void the_same_round_twice_is_found_whether_it_is_the_very_same_or_follows_itself() {
        assertThat(faults(TWO.getFirst(), TWO.getFirst()))
                .contains("round-2.chain, line 1: It is earlier than what is before it.");
        assertThat(faults(TWO.getFirst(), second("rodzynki-2026/1", List.of("E1", "E3"))))
                .contains("round-2.chain, line 1: The round is not of this edition, or not the next one in it.");
        assertThat(faults(TWO.getFirst(), TWO.getLast(), TWO.getLast()))
                .contains("round-3.chain, line 1: It is earlier than what is before it.");
    }

    @Test
    void a_round_of_another_edition_is_found() {
        assertThat(faults(TWO.getFirst(), second("rodzynki-2025/2", List.of("E1", "E3"))))
                .contains("round-2.chain, line 1: The round is not of this edition, or not the next one in it.");
    }

    @Test
    void a_round_that_names_another_one_before_it_or_none_is_found() {
        for (var after :
                Stream.of(null, Hash.NONE, TWO.getFirst().getFirst().hash()).toList()) {
            var second = ExampleRound.counted(
                    ExampleRound.rules(2, 0, List.of("E1", "E3"), after),
                    TWO.getFirst().getLast().time());

            assertThat(faults(TWO.getFirst(), second))
                    .contains("round-2.chain, line 1: A round names the last hash of the round before it, and the"
                            + " first one names none.");
        }
    }

    @Test
    void a_first_round_that_was_made_anew_is_found_by_the_second() {
        var first = ExampleRound.counted(
                ExampleRound.rules(1, 15, ExampleRound.RULES.entries(), null), ExampleRound.OPENS.minusSeconds(1));

        assertThat(faults(first, TWO.getLast()))
                .contains("round-2.chain, line 1: A round names the last hash of the round before it, and the first"
                        + " one names none.");
    }

    @Test
    void a_round_that_opens_before_the_one_before_was_counted_is_found() {
        var second = ExampleRound.counted(
                ExampleRound.rules(
                        2, 0, List.of("E1", "E3"), TWO.getFirst().getLast().hash()),
                TWO.getFirst().getLast().time().minusSeconds(1));

        assertThat(faults(TWO.getFirst(), second))
                .contains("round-2.chain, line 1: It is earlier than what is before it.");
    }

    @Test
    void a_first_round_that_is_missing_is_found() {
        var files = new TreeMap<>(Bundle.of(TWO).files());
        files.remove("round-1.chain");
        files.put(Bundle.HEADS, "round-2.chain " + TWO.getLast().getLast().hash() + "\n");

        assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                .contains("The rounds are not numbered from 1 on, one by one.");
    }

    @Test
    void rounds_are_read_in_the_order_of_their_numbers_and_heads_are_given_in_it() {
        var rounds = new ArrayList<List<Link>>();
        for (var number = 1; number <= 11; number++) {
            var before = rounds.isEmpty() ? null : rounds.getLast().getLast();
            rounds.add(ExampleRound.counted(
                    ExampleRound.rules(number, 15, List.of("E1", "E3"), before == null ? null : before.hash()),
                    before == null ? ExampleRound.OPENS : before.time()));
        }
        var heads = rounds.stream().map(round -> round.getLast().hash()).toList();

        var verdict = Verifier.verify(new Bundle(new TreeMap<>(Bundle.of(rounds).files())), heads);

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.heads().values()).containsExactlyElementsOf(heads);
    }

    @Test
    void a_file_that_is_no_round_is_refused() {
        for (var name :
                List.of("round-01.chain", "round-0.chain", "Round-2.chain", "x/round-2.chain", "liesmich.txt")) {
            var files = new TreeMap<>(Bundle.of(List.of(ROUND)).files());
            files.put(name, "");

            assertThat(Verifier.verify(new Bundle(files), List.of()).faults())
                    .contains(name + ": only rounds and heads.txt belong into a bundle.");
        }
    }

    @Test
    void nothing_that_is_told_can_move_the_cursor_turn_the_line_round_or_begin_one() {
        var steps = steps();
        var rules = ExampleRound.RULES;
        steps.set(
                0,
                new Step.Opened(new Rules(
                        rules.round(),
                        "Etap\u001b[2J\u202E\u2028\u200B\u0085\nThe bundle is right.",
                        rules.criteria(),
                        rules.jurors(),
                        rules.chair(),
                        rules.entries(),
                        rules.quorum(),
                        rules.threshold(),
                        rules.ladder(),
                        rules.lot(),
                        null)));
        var files = new TreeMap<>(Bundle.of(List.of(chain(steps))).files());
        files.put("zły\u001b[1A\r\u2066.chain", "");
        files.compute(Bundle.HEADS, (name, text) -> text + "x\u001b " + Hash.NONE + "\n");

        var verdict = Verifier.verify(new Bundle(files), List.of());

        assertThat(verdict.checked())
                .contains("round-1.chain: rodzynki-2026/1, Etap\uFFFD[2J\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDThe bundle is"
                        + " right.");
        assertThat(verdict.faults())
                .contains("zły\uFFFD[1A\uFFFD\uFFFD.chain: only rounds and heads.txt belong into a bundle.")
                .allMatch(sentence -> sentence.equals(Printable.of(sentence)));
    }

    @SafeVarargs
    private static List<String> faults(List<Link>... rounds) {
        return Verifier.verify(Bundle.of(List.of(rounds)), List.of()).faults();
    }

    /** A second round with which everything is right but its name or its entries. */
    private static List<Link> second(String round, List<String> entries) {
        var first = TWO.getFirst().getLast();
        return ExampleRound.counted(ExampleRound.rules(round, 0, entries, first.hash()), first.time());
    }

    private static Step other(Step step) {
        return switch (step) {
            case Step.Opened(var rules) ->
                new Step.Opened(new Rules(
                        rules.round(),
                        rules.title(),
                        rules.criteria(),
                        rules.jurors(),
                        rules.chair(),
                        rules.entries(),
                        rules.quorum(),
                        rules.threshold() + 1,
                        rules.ladder(),
                        rules.lot(),
                        rules.after()));
            case Step.Recused recused ->
                new Step.Recused(recused.juror(), recused.entry(), recused.source(), "something else");
            case Step.Sealed sealed ->
                new Step.Sealed(sealed.juror(), sealed.entry(), Hash.of("another"), sealed.ciphertext());
            case Step.Replaced replaced ->
                new Step.Replaced(
                        replaced.juror(),
                        replaced.entry(),
                        replaced.replaced(),
                        Hash.of("another"),
                        replaced.ciphertext());
            case Step.Left left -> new Step.Left(left.juror(), "something else");
            case Step.Closed closed -> new Step.Closed(closed.counting() + 1, closed.unranked());
            case Step.Revealed(var sheet, var nonce) ->
                new Step.Revealed(ExampleRound.sheet(sheet.juror(), sheet.entry(), 0, 0), nonce);
            case Step.LotShown shown -> new Step.LotShown(ExampleRound.nonce(1));
            case Step.ChairVoted(var order) -> new Step.ChairVoted(order.reversed());
            case Step.Tallied(var ranking) ->
                new Step.Tallied(new Ranking(ranking.places().reversed(), List.of()));
            case Step.Recommended(var entries, var rationale) -> new Step.Recommended(entries.reversed(), rationale);
            case Step.Decided(var resolution, var entries) -> new Step.Decided(resolution, entries.reversed());
        };
    }

    private static List<Step> steps() {
        return ROUND.stream().map(Link::step).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Link> chain(List<Step> steps) {
        return ExampleRound.chain(steps, ExampleRound.OPENS);
    }

    private static List<String> lines() {
        return ROUND.stream().map(Link::line).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> with(int height, String line) {
        var lines = lines();
        lines.set(height, line);
        return lines;
    }

    private static void assertFound(List<String> lines) {
        assertThat(verify(lines).isRight()).isFalse();
    }

    private static void assertForgeryFound(List<Step> steps) {
        assertThat(Verifier.verify(Bundle.of(List.of(chain(steps))), HEADS).isRight())
                .isFalse();
    }

    private static Verifier.Verdict verify(List<String> lines) {
        var files = new TreeMap<>(Bundle.of(List.of(ROUND)).files());
        files.put("round-1.chain", lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        return Verifier.verify(new Bundle(files), List.of());
    }
}
