package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.awards.ballot.Ranking.Scored;

/**
 * The count of a round: exact means, and the ladder for those that are equal. It depends on nothing but what is in it, and least of all
 * on the order in which sheets or entries come.
 */
final class Tally {

    private final Rules rules;
    private final Map<String, List<ScoreSheet>> sheets;
    private final Collection<List<String>> votes;
    private final Set<String> notForChair;
    private final @Nullable Nonce lot;
    private final Hash closing;
    private final List<Set<String>> open = new ArrayList<>();
    private boolean lacksLot;

    /**
     * A count.
     *
     * @param sheets that count
     * @param votes of the chair: orders of entries with equal points
     * @param notForChair entries that the chair is recused from
     * @param lot the value that was committed to, or null while it is not known
     * @param closing hash of the link that closed the round
     */
    Tally(
            Rules rules,
            Collection<ScoreSheet> sheets,
            Collection<List<String>> votes,
            Set<String> notForChair,
            @Nullable Nonce lot,
            Hash closing) {
        this.rules = rules;
        this.sheets = sheets.stream().collect(Collectors.groupingBy(ScoreSheet::entry));
        this.votes = votes;
        this.notForChair = notForChair;
        this.lot = lot;
        this.closing = closing;
    }

    /** Counts. */
    Outcome count() {
        var enough = rules.entries().stream()
                .filter(entry -> sheetsOf(entry).size() >= rules.quorum())
                .toList();
        var groups = apart(enough, this::mean).stream()
                .flatMap(group -> climbed(group, 0).stream())
                .map(group -> group.stream()
                        .map(entry -> new Scored(entry, mean(entry)))
                        .toList())
                .toList();
        if (!open.isEmpty()) {
            return new Outcome.ChairMustVote(List.copyOf(open));
        }
        if (lacksLot) {
            return new Outcome.LotMustBeShown();
        }
        var unranked = new ArrayList<>(rules.entries());
        unranked.removeAll(enough);
        return new Outcome.Counted(new Ranking(Ranking.places(groups), unranked));
    }

    private List<ScoreSheet> sheetsOf(String entry) {
        return sheets.getOrDefault(entry, List.of());
    }

    private Mean mean(String entry) {
        return new Mean(
                sheetsOf(entry).stream()
                        .flatMap(sheet -> sheet.points().values().stream())
                        .mapToLong(Integer::longValue)
                        .sum(),
                sheetsOf(entry).size());
    }

    private Mean mean(String entry, String criterion) {
        return new Mean(
                sheetsOf(entry).stream()
                        .mapToLong(sheet -> sheet.points().getOrDefault(criterion, 0))
                        .sum(),
                sheetsOf(entry).size());
    }

    private static List<List<String>> apart(List<String> entries, Function<String, Mean> mean) {
        var byMean = new TreeMap<Mean, List<String>>(Comparator.reverseOrder());
        entries.forEach(entry -> byMean.computeIfAbsent(mean.apply(entry), ignored -> new ArrayList<>())
                .add(entry));
        return List.copyOf(byMean.values());
    }

    private List<List<String>> climbed(List<String> tied, int rung) {
        if (tied.size() == 1 || rung == rules.ladder().size()) {
            return List.of(tied);
        }
        return switch (rules.ladder().get(rung)) {
            case TieRule.ByCriterion(var criterion) ->
                apart(tied, entry -> mean(entry, criterion)).stream()
                        .flatMap(group -> climbed(group, rung + 1).stream())
                        .toList();
            case TieRule.ByChair chair ->
                tied.stream().anyMatch(notForChair::contains)
                        // A chair who is recused from one of them has no say in their order.
                        ? climbed(tied, rung + 1)
                        : voted(tied);
            case TieRule.ByLot drawn -> drawn(tied);
        };
    }

    private List<List<String>> voted(List<String> tied) {
        var group = new HashSet<>(tied);
        for (var order : votes) {
            if (group.equals(new HashSet<>(order))) {
                return order.stream().map(List::of).toList();
            }
        }
        open.add(Set.copyOf(group));
        return List.of(tied);
    }

    private List<List<String>> drawn(List<String> tied) {
        var value = lot;
        if (value == null) {
            lacksLot = true;
            return List.of(tied);
        }
        return tied.stream()
                .sorted(Comparator.comparing(entry -> drawn(rules.round(), value, closing, entry)))
                .map(List::of)
                .toList();
    }

    /**
     * What an entry draws: the lowest goes first. The hash of the closing link follows from every sheet that was sealed, so that who
     * chooses the value when the round opens does not choose an order.
     */
    static String drawn(String round, Nonce lot, Hash closing, String entry) {
        return Hash.of("pozarzadowka/draw/1\n" + round + "\n" + lot.hex() + "\n" + closing.hex() + "\n" + entry + "\n")
                .hex();
    }

    /** What the value of a round's lot is committed to by, when the round opens. */
    static Hash lotCommitment(String round, Nonce lot) {
        return Hash.of("pozarzadowka/lot/1\n" + round + "\n" + lot.hex() + "\n");
    }

    /** What a count comes to. */
    sealed interface Outcome {

        /** Everybody has a place. */
        record Counted(Ranking ranking) implements Outcome {}

        /** The chair has to put these groups of equal entries in order first. */
        record ChairMustVote(List<Set<String>> groups) implements Outcome {}

        /** The value of the lot has to be shown first. */
        record LotMustBeShown() implements Outcome {}
    }
}
