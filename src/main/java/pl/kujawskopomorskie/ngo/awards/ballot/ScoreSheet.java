package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one juror gives one entry.
 *
 * @param juror who
 * @param entry what
 * @param points by the name of the criterion; read in the order of the names
 */
public record ScoreSheet(String juror, String entry, Map<String, Integer> points) {

    public ScoreSheet {
        Ids.check(juror);
        Ids.check(entry);
        points.keySet().forEach(Ids::check);
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }

    /** Whether it gives every criterion of a round, and no other, points that the criterion may have. */
    public boolean fits(Rules rules) {
        return points.size() == rules.criteria().size()
                && rules.criteria().stream().allMatch(criterion -> {
                    var given = points.get(criterion.id());
                    return given != null && given >= 0 && given <= criterion.most();
                });
    }

    /**
     * The hash that is told when the sheet is sealed, and that fits no other sheet, juror, entry or round.
     *
     * @param round {@link Rules#round()}
     */
    public Hash commitment(String round, Nonce nonce) {
        return Hash.of("pozarzadowka/score/1\n" + round + "\n" + juror + "\n" + entry + "\n" + canonical() + "\n"
                + nonce.hex() + "\n");
    }

    /** One spelling of the points: criteria in the order of their names, {@code a=3,b=10}. */
    private String canonical() {
        return points.entrySet().stream()
                .map(given -> given.getKey() + "=" + given.getValue())
                .collect(Collectors.joining(","));
    }

    /** Says whose it is, and no points, so that none comes into a log. */
    @Override
    public String toString() {
        return "sheet of " + juror + " for " + entry;
    }
}
