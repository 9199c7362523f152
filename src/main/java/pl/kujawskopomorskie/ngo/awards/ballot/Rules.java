package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen when a round opens and can be changed no more.
 *
 * @param round names it among all rounds of all editions, by the edition, a slash and its number in it from 1 ({@code
 *     rodzynki-2026/1}); part of every commitment, so that no sheet fits another round
 * @param title as readers know it
 * @param criteria in the order of the sheet, at least one
 * @param jurors who score, at least one
 * @param chair one of the jurors
 * @param entries what is scored, at least one
 * @param quorum the fewest sheets with which an entry is ranked, at least 1
 * @param threshold the lowest mean of points with which an entry goes on, 0 when every ranked one does
 * @param ladder how entries with equal means are told apart, from the first rung to the last; may be empty
 * @param lot what the value of the lot was committed to by, or null when the ladder has no lot
 * @param after hash of the last link of the round before, in which that one was counted; null in the first round
 */
public record Rules(
        String round,
        String title,
        List<Criterion> criteria,
        List<String> jurors,
        String chair,
        List<String> entries,
        int quorum,
        int threshold,
        List<TieRule> ladder,
        @Nullable Hash lot,
        @Nullable Hash after) {

    private static final Pattern ROUND = Pattern.compile("(.+)/([1-9][0-9]{0,2})");

    public Rules {
        criteria = List.copyOf(criteria);
        jurors = List.copyOf(jurors);
        entries = List.copyOf(entries);
        ladder = List.copyOf(ladder);
        Ids.check(round);
        require(ROUND.matcher(round).matches(), "A round is not named by its edition and its number");
        Ids.checkUnique(criteria.stream().map(Criterion::id).toList(), "criteria");
        Ids.checkUnique(jurors, "jurors");
        Ids.checkUnique(entries, "entries");
        require(!criteria.isEmpty() && !jurors.isEmpty() && !entries.isEmpty(), "There is nothing or nobody to score");
        require(jurors.contains(chair), "The chair is no juror");
        require(quorum >= 1, "A quorum is at least 1");
        require(threshold >= 0, "A threshold is at least 0");
        require(ladder.stream().distinct().count() == ladder.size(), "A rung of the ladder is there twice");
        for (var rung : ladder) {
            require(
                    !(rung instanceof TieRule.ByCriterion(var id))
                            || criteria.stream()
                                    .anyMatch(criterion -> criterion.id().equals(id)),
                    "The ladder names a criterion that there is not");
        }
        require((lot != null) == ladder.contains(new TieRule.ByLot()), "A lot is committed to if the ladder has one");
    }

    /** What all rounds of one edition have in common in their names. */
    String edition() {
        return round.substring(0, round.lastIndexOf('/'));
    }

    /** Which round of its edition it is, from 1. */
    int number() {
        return Integer.parseInt(round.substring(round.lastIndexOf('/') + 1));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** A criterion by its name. */
    Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }
}
