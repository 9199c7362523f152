package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen when a round opens and can be changed no more.
 *
 * @param round names it among all rounds of all editions; part of every commitment, so that no sheet fits another round
 * @param title as readers know it
 * @param criteria in the order of the sheet, at least one
 * @param jurors who score, at least one
 * @param chair one of the jurors
 * @param entries what is scored, at least one
 * @param quorum the fewest sheets with which an entry is ranked, at least 1
 * @param threshold the lowest mean of points with which an entry goes on, 0 when every ranked one does
 * @param ladder how entries with equal means are told apart, from the first rung to the last; may be empty
 * @param lot what the value of the lot was committed to by, or null when the ladder has no lot
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
        @Nullable Hash lot) {

    public Rules {
        criteria = List.copyOf(criteria);
        jurors = List.copyOf(jurors);
        entries = List.copyOf(entries);
        ladder = List.copyOf(ladder);
        Ids.check(round);
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
