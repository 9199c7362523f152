package pl.kujawskopomorskie.ngo.directory;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spells what the court register writes in capitals as people write it: {@code GOLUB-DOBRZYŃ}, {@code DOBRZYŃ NAD WISŁĄ}. Nobody
 * can tell an abbreviation from a word in every case, so a person looks at it before it is kept.
 */
final class KrsCapitals {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{2,}");
    private static final Pattern VOWEL = Pattern.compile("[AĄEĘIOÓUY]");

    private static final Set<String> SMALL = Set.of(
            "A", "DLA", "DO", "I", "IM", "NA", "NAD", "NR", "O", "OD", "ORAZ", "PO", "POD", "PRZY", "U", "W", "WE", "Z",
            "ZA", "ZE", "ŚW");

    private static final Set<String> LETTERS = Set.of(
            "GOK", "KOR", "LOK", "LOP", "LOT", "LUKS", "MOK", "OHP", "OSP", "PTSM", "RIO", "TOZ", "UKS", "UTW", "WOPR");

    private KrsCapitals() {}

    static String spelt(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT))) {
            return text;
        }
        var words = WORD.matcher(text);
        var first = words.find() ? words.start() : 0;
        return words.replaceAll(found -> spelt(found.group(), found.start() == first));
    }

    private static String spelt(String word, boolean begins) {
        if (SMALL.contains(word) && !begins) {
            return word.toLowerCase(Locale.ROOT);
        }
        if (LETTERS.contains(word)
                || ROMAN.matcher(word).matches()
                || !VOWEL.matcher(word).find() && word.length() > 1) {
            return word;
        }
        return word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
