package pl.kujawskopomorskie.ngo.consultations;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells remarks that say the same, or nearly, on the same unit: equal but for letter case, accents and punctuation, or with
 * most of their pairs of neighbouring words in common.
 *
 * <p>Not every remark is compared with every other: texts that are alike share a bucket of a MinHash signature with a high
 * probability (99.7 % at the least likeness that counts), so a new one is compared with those of its buckets alone.
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
     * What is looked at of a remark.
     *
     * @param pairs its neighbouring words, two by two
     * @param buckets in which it looks for others, and they for it, that of its very words first; none for a remark without
     *     words
     */
    public record Print(Set<String> pairs, Set<Long> buckets) {

        /** Whether the others in a bucket of this remark say the very same. */
        boolean isOfSameWords(long bucket) {
            return !buckets.isEmpty() && buckets.iterator().next() == bucket;
        }

        /** Whether both say the same, or nearly. Of use only when they are on the same unit. */
        public boolean isLike(Print other) {
            return !buckets.isEmpty() && !other.buckets.isEmpty() && likeness(pairs, other.pairs) >= ENOUGH;
        }
    }

    /**
     * Looks at a remark.
     *
     * @param unit what it is on; remarks on different units never share a bucket
     * @param text all its words
     */
    public static Print print(String unit, String text) {
        var words = words(text);
        var pairs = pairs(words);
        if (words.isEmpty()) {
            return new Print(pairs, Set.of());
        }
        var buckets = new LinkedHashSet<Long>();
        buckets.add(hash(unit + "=" + String.join(" ", words)));
        var signature = signature(pairs);
        for (var band = 0; band < BANDS; band++) {
            var key = new StringBuilder(unit).append('#').append(band);
            for (var row = 0; row < ROWS; row++) {
                key.append(':').append(signature[band * ROWS + row]);
            }
            buckets.add(hash(key.toString()));
        }
        return new Print(pairs, buckets);
    }

    private static long hash(String text) {
        var hash = 0xCBF29CE484222325L;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001B3L;
        }
        return mixedLong(hash);
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
    private static long mixedLong(long seed) {
        var z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static int mixed(long seed) {
        return (int) mixedLong(seed);
    }
}
