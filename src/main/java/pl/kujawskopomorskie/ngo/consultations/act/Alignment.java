package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which unit of a new version is which unit of the version before. Units are paired by their address and by the likeness of
 * their texts, so that a section keeps its identity when others are put in before it; a person may force pairs.
 *
 * @param pairs every unit of both versions exactly once: in the order of the new version, what was removed behind what it
 *     stood behind
 */
public record Alignment(List<Pair> pairs) {

    public Alignment {
        pairs = List.copyOf(pairs);
    }

    /** What became of a unit. */
    public enum Change {
        /** Same words, same place in its parent. */
        SAME,
        /** Same place, other words. */
        CHANGED,
        /** Another label or another parent; the words may differ too. */
        MOVED,
        /** Only in the new version. */
        NEW,
        /** Only in the version before. */
        REMOVED
    }

    /**
     * A unit before and after.
     *
     * @param before the unit of the version before, null when it is new
     * @param after the unit of the new version, null when it was removed
     * @param change what became of it
     */
    public record Pair(
            @Nullable ProvisionUnit before, @Nullable ProvisionUnit after, Change change) {}

    /**
     * A pair that a person decided on.
     *
     * @param before id of a unit of the version before, or empty when {@code after} is new
     * @param after id of a unit of the new version, or empty when {@code before} was removed
     */
    public record Forced(String before, String after) {}

    /** Aligns two versions. */
    public static Alignment of(ActText before, ActText after) {
        return of(before, after, List.of());
    }

    /** Aligns two versions; the forced pairs stand, unknown ids and second decisions on one unit are passed over. */
    public static Alignment of(ActText before, ActText after, List<Forced> forced) {
        var matching = new Matching(before.units(), after.units());
        matching.force(forced);
        matching.pairSamePlaceSameText();
        matching.pairUniqueTexts();
        matching.pairLikelyTexts();
        matching.pairByChildren();
        matching.pairSamePlace();
        matching.pairByChildren();
        matching.pairWordless();
        return new Alignment(inOrder(matching, before.units(), after.units()));
    }

    private static List<Pair> inOrder(Matching matching, List<ProvisionUnit> before, List<ProvisionUnit> after) {
        var removedBehind = new HashMap<Integer, List<Pair>>();
        var anchor = -1;
        for (var i = 0; i < before.size(); i++) {
            if (matching.afterOf(i) >= 0) {
                anchor = matching.afterOf(i);
            } else {
                removedBehind
                        .computeIfAbsent(anchor, key -> new ArrayList<>())
                        .add(new Pair(before.get(i), null, Change.REMOVED));
            }
        }
        var pairs = new ArrayList<>(removedBehind.getOrDefault(-1, List.of()));
        for (var j = 0; j < after.size(); j++) {
            var i = matching.beforeOf(j);
            pairs.add(
                    i < 0
                            ? new Pair(null, after.get(j), Change.NEW)
                            : new Pair(before.get(i), after.get(j), matching.change(i, j)));
            pairs.addAll(removedBehind.getOrDefault(j, List.of()));
        }
        return pairs;
    }

    /** Pairs in the making. */
    private static final class Matching {

        private static final double LIKELY = 0.5;
        private static final double FAINT = 0.2;
        private static final double PREFER_SAME_PLACE = 0.15;
        private static final double PREFER_SAME_PARENT = 0.1;
        private static final int RARE = 12;
        private static final int CANDIDATES = 8;

        private final List<ProvisionUnit> before;
        private final List<ProvisionUnit> after;
        private final int[] toAfter;
        private final int[] toBefore;
        private final Map<String, Integer> beforeIds = new HashMap<>();
        private final Map<String, Integer> afterIds = new HashMap<>();
        private final Set<Integer> fixedBefore = new HashSet<>();
        private final Set<Integer> fixedAfter = new HashSet<>();

        Matching(List<ProvisionUnit> before, List<ProvisionUnit> after) {
            this.before = before;
            this.after = after;
            this.toAfter = new int[before.size()];
            this.toBefore = new int[after.size()];
            java.util.Arrays.fill(toAfter, -1);
            java.util.Arrays.fill(toBefore, -1);
            for (var i = 0; i < before.size(); i++) {
                beforeIds.put(before.get(i).id(), i);
            }
            for (var j = 0; j < after.size(); j++) {
                afterIds.put(after.get(j).id(), j);
            }
        }

        int afterOf(int i) {
            return toAfter[i];
        }

        int beforeOf(int j) {
            return toBefore[j];
        }

        private boolean isFree(int i, int j) {
            return toAfter[i] < 0 && toBefore[j] < 0 && !fixedBefore.contains(i) && !fixedAfter.contains(j);
        }

        private void pair(int i, int j) {
            toAfter[i] = j;
            toBefore[j] = i;
        }

        void force(List<Forced> forced) {
            for (var one : forced) {
                var i = beforeIds.get(one.before());
                var j = afterIds.get(one.after());
                if (i != null && j != null) {
                    if (isFree(i, j)) {
                        pair(i, j);
                        fixedBefore.add(i);
                        fixedAfter.add(j);
                    }
                } else if (i != null && one.after().isEmpty()) {
                    fixedBefore.add(i);
                } else if (j != null && one.before().isEmpty()) {
                    fixedAfter.add(j);
                }
            }
        }

        void pairSamePlaceSameText() {
            for (var i = 0; i < before.size(); i++) {
                var j = afterIds.get(before.get(i).id());
                if (j != null && isFree(i, j) && !before.get(i).text().isEmpty() && sameText(i, j)) {
                    pair(i, j);
                }
            }
        }

        private boolean sameText(int i, int j) {
            return before.get(i).kind() == after.get(j).kind()
                    && before.get(i).text().equals(after.get(j).text());
        }

        void pairUniqueTexts() {
            var places = new HashMap<String, int[]>();
            for (var i = 0; i < before.size(); i++) {
                if (toAfter[i] < 0 && before.get(i).text().length() > 15) {
                    count(places, before.get(i), 0, i);
                }
            }
            for (var j = 0; j < after.size(); j++) {
                if (toBefore[j] < 0 && after.get(j).text().length() > 15) {
                    count(places, after.get(j), 2, j);
                }
            }
            for (var place : places.values()) {
                if (place[0] == 1 && place[2] == 1 && isFree(place[1], place[3])) {
                    pair(place[1], place[3]);
                }
            }
        }

        private static void count(Map<String, int[]> places, ProvisionUnit unit, int side, int index) {
            var place = places.computeIfAbsent(unit.kind() + "\n" + unit.text(), key -> new int[4]);
            place[side]++;
            place[side + 1] = index;
        }

        private record Candidate(int i, int j, double score) {}

        /** Compares only units that share words which few others have, or that stand at the same address. */
        void pairLikelyTexts() {
            var words = new HashMap<Integer, Words>();
            var index = new HashMap<Integer, List<Integer>>();
            for (var j = 0; j < after.size(); j++) {
                if (toBefore[j] < 0 && !fixedAfter.contains(j)) {
                    var of = Words.of(after.get(j).text());
                    words.put(j, of);
                    for (var word : of.distinct()) {
                        index.computeIfAbsent(word, key -> new ArrayList<>()).add(j);
                    }
                }
            }
            var candidates = new ArrayList<Candidate>();
            for (var i = 0; i < before.size(); i++) {
                if (toAfter[i] < 0 && !fixedBefore.contains(i)) {
                    addCandidates(candidates, i, words, index);
                }
            }
            candidates.sort((one, other) -> {
                var byScore = Double.compare(other.score, one.score);
                return byScore != 0
                        ? byScore
                        : one.i != other.i ? Integer.compare(one.i, other.i) : Integer.compare(one.j, other.j);
            });
            for (var candidate : candidates) {
                if (isFree(candidate.i, candidate.j)) {
                    pair(candidate.i, candidate.j);
                }
            }
        }

        private void addCandidates(
                List<Candidate> candidates, int i, Map<Integer, Words> words, Map<Integer, List<Integer>> index) {
            var own = Words.of(before.get(i).text());
            var shared = new HashMap<Integer, Integer>();
            for (var word : own.distinct()) {
                var places = index.getOrDefault(word, List.of());
                if (places.size() <= RARE) {
                    for (var j : places) {
                        shared.merge(j, 1, Integer::sum);
                    }
                }
            }
            var samePlace = afterIds.get(before.get(i).id());
            if (samePlace != null && words.containsKey(samePlace)) {
                shared.merge(samePlace, Integer.MAX_VALUE / 2, Integer::sum);
            }
            shared.entrySet().stream()
                    .sorted((one, other) -> {
                        var byCount = Integer.compare(other.getValue(), one.getValue());
                        return byCount != 0 ? byCount : Integer.compare(one.getKey(), other.getKey());
                    })
                    .limit(CANDIDATES)
                    .forEach(entry -> {
                        var j = entry.getKey();
                        var other = words.get(j);
                        if (other == null
                                || before.get(i).kind() != after.get(j).kind()) {
                            return;
                        }
                        var likeness = own.likeness(other);
                        if (likeness >= LIKELY) {
                            candidates.add(new Candidate(i, j, likeness + preference(i, j)));
                        }
                    });
        }

        private double preference(int i, int j) {
            if (before.get(i).id().equals(after.get(j).id())) {
                return PREFER_SAME_PLACE;
            }
            return haveSameParent(i, j) ? PREFER_SAME_PARENT : 0;
        }

        /** Whether the units stand in units that are a pair, or both in none. */
        private boolean haveSameParent(int i, int j) {
            var oldParent = before.get(i).parent();
            var newParent = after.get(j).parent();
            if (oldParent.isEmpty() || newParent.isEmpty()) {
                return oldParent.isEmpty() && newParent.isEmpty();
            }
            var parent = beforeIds.get(oldParent);
            var other = afterIds.get(newParent);
            return parent != null && other != null && toAfter[parent] == other;
        }

        /** What is left at the same address in the same parent was rewritten; a faint likeness is enough elsewhere. */
        void pairSamePlace() {
            for (var i = 0; i < before.size(); i++) {
                var j = afterIds.get(before.get(i).id());
                if (j == null
                        || !isFree(i, j)
                        || before.get(i).kind() != after.get(j).kind()) {
                    continue;
                }
                var bothEmpty =
                        before.get(i).text().isEmpty() && after.get(j).text().isEmpty();
                if (bothEmpty) {
                    continue;
                }
                if (haveSameParent(i, j)
                        || Words.of(before.get(i).text())
                                        .likeness(Words.of(after.get(j).text()))
                                >= FAINT) {
                    pair(i, j);
                }
            }
        }

        /** A section without words of its own is where most of its paragraphs are. */
        void pairByChildren() {
            var votes = new HashMap<Integer, Map<Integer, Integer>>();
            for (var i = before.size() - 1; i >= 0; i--) {
                if (toAfter[i] < 0 && votes.containsKey(i)) {
                    var best = -1;
                    var most = 0;
                    for (var vote : votes.getOrDefault(i, Map.of()).entrySet()) {
                        if (vote.getValue() > most || (vote.getValue() == most && vote.getKey() < best)) {
                            best = vote.getKey();
                            most = vote.getValue();
                        }
                    }
                    if (best >= 0
                            && isFree(i, best)
                            && before.get(i).kind() == after.get(best).kind()) {
                        pair(i, best);
                    }
                }
                var parent = beforeIds.get(before.get(i).parent());
                if (toAfter[i] >= 0 && parent != null) {
                    var newParent = afterIds.get(after.get(toAfter[i]).parent());
                    if (newParent != null) {
                        votes.computeIfAbsent(parent, key -> new HashMap<>()).merge(newParent, 1, Integer::sum);
                    }
                }
            }
        }

        void pairWordless() {
            for (var i = 0; i < before.size(); i++) {
                var j = afterIds.get(before.get(i).id());
                if (j != null && isFree(i, j) && before.get(i).text().isEmpty() && sameText(i, j)) {
                    pair(i, j);
                }
            }
        }

        Change change(int i, int j) {
            var old = before.get(i);
            var now = after.get(j);
            if (old.kind() != now.kind() || !old.label().equals(now.label()) || !haveSameParent(i, j)) {
                return Change.MOVED;
            }
            return old.text().equals(now.text()) ? Change.SAME : Change.CHANGED;
        }
    }
}
