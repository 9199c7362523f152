package pl.kujawskopomorskie.ngo.consultations;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds remarks on the same unit that say the same, or nearly: equal but for letter case, accents and punctuation, or with
 * most of their pairs of neighbouring words in common.
 *
 * <p>Not every remark is compared with every other: texts that are alike share a bucket of a MinHash signature with a high
 * probability, and within a bucket each is compared with the first only. So the time grows with the number of remarks and
 * not with its square.
 */
public final class LikeRemarks {

    /** Share of word pairs that two texts must have in common, of all that either has. */
    static final double ENOUGH = 0.6;

    private static final int BANDS = 24;
    private static final int ROWS = 3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private LikeRemarks() {}

    /**
     * A remark to be compared.
     *
     * @param number within the consultation
     * @param unit what it is on; only remarks on the same are alike
     * @param text all its words
     */
    public record Text(int number, String unit, String text) {}

    /** Groups of two and more, each in the order of its numbers, the largest group first. */
    public static List<List<Integer>> groups(List<Text> remarks) {
        var pairs = new ArrayList<Set<String>>();
        var leader = new int[remarks.size()];
        Map<String, Integer> first = new HashMap<>();
        for (var at = 0; at < remarks.size(); at++) {
            leader[at] = at;
            var remark = remarks.get(at);
            var words = words(remark.text());
            pairs.add(pairs(words));
            if (words.isEmpty()) {
                continue;
            }
            meet(first, remark.unit() + "=" + String.join(" ", words), at, leader, pairs);
            var signature = signature(pairs.get(at));
            for (var band = 0; band < BANDS; band++) {
                var key = new StringBuilder(remark.unit()).append('#').append(band);
                for (var row = 0; row < ROWS; row++) {
                    key.append(':').append(signature[band * ROWS + row]);
                }
                meet(first, key.toString(), at, leader, pairs);
            }
        }
        var together = new TreeMap<Integer, List<Integer>>();
        for (var at = 0; at < leader.length; at++) {
            together.computeIfAbsent(root(leader, at), key -> new ArrayList<>())
                    .add(remarks.get(at).number());
        }
        return together.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted().toList())
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .toList();
    }

    private static void meet(Map<String, Integer> first, String bucket, int at, int[] leader, List<Set<String>> pairs) {
        var other = first.putIfAbsent(bucket, at);
        if (other != null && likeness(pairs.get(at), pairs.get(other)) >= ENOUGH) {
            leader[root(leader, at)] = root(leader, other);
        }
    }

    private static int root(int[] leader, int at) {
        var root = at;
        while (leader[root] != root) {
            leader[root] = leader[leader[root]];
            root = leader[root];
        }
        return root;
    }

    /** The share of word pairs that two texts have in common, from 0 to 1. */
    static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        var common = 0;
        for (var pair : one) {
            if (other.contains(pair)) {
                common++;
            }
        }
        return (double) common / (one.size() + other.size() - common);
    }

    /** The words of a text without accents, in small letters. */
    static List<String> words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ł', 'l');
        var words = new ArrayList<String>();
        for (var word : NO_WORD.split(plain, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Neighbouring words two by two; of a single word that word. */
    static Set<String> pairs(List<String> words) {
        var pairs = new HashSet<String>();
        if (words.size() == 1) {
            pairs.add(words.getFirst());
        }
        for (var at = 1; at < words.size(); at++) {
            pairs.add(words.get(at - 1) + " " + words.get(at));
        }
        return pairs;
    }

    private static int[] signature(Set<String> pairs) {
        var least = new int[BANDS * ROWS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var pair : pairs) {
            var hash = pair.hashCode() * 0x9E3779B97F4A7C15L;
            for (var at = 0; at < least.length; at++) {
                least[at] = Math.min(least[at], mixed(hash + at * 0xD1B54A32D192ED03L));
            }
        }
        return least;
    }

    /** The finaliser of SplitMix64, whose bits depend on every bit that goes in. */
    private static int mixed(long seed) {
        var z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z ^ (z >>> 31));
    }
}
