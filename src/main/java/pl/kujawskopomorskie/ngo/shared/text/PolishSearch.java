package pl.kujawskopomorskie.ngo.shared.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.polish.PolishStemmer;

/**
 * Finds Polish words in any of their forms, typed with or without diacritics, by a plain FULLTEXT column of InnoDB.
 *
 * <p>{@link #index} turns texts into the words of that column, {@link #query} what a person typed into its search in boolean
 * mode: {@code WHERE MATCH (search_text) AGAINST (:query IN BOOLEAN MODE)}. Both bring each word to its base forms
 * (Morfologik's dictionary) without diacritics, and keep the word itself as well, for names and for what the dictionary lacks.
 *
 * <p>InnoDB leaves out words shorter than {@code innodb_ft_min_token_size} (3) and English stop words, of which many are Polish
 * words or abbreviations (<i>to</i>, <i>by</i>, <i>on</i>, <i>de</i>, <i>en</i>). Those are settings of a server that is
 * not always ours, so each word is stored with {@value #MARK} before it: it is then long enough, and no stop word.
 */
public final class PolishSearch {

    /** Stands before each word of an index, in the shape that {@link #index} and {@link #typedWords} give. */
    public static final String MARK = "qq";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:\\p{M}+[\\p{L}\\p{N}]*)*");
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 8;
    private static final int MOST_SPELLINGS = 2_000;
    private static final Dictionary DICTIONARY = new PolishStemmer().getDictionary();

    private PolishSearch() {}

    /** Lower case without diacritics: {@code Świecie} becomes {@code swiecie}, {@code łąka} {@code laka}. */
    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return decomposed
                .replaceAll("\\p{M}+", "")
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ø', 'o')
                .replace("ß", "ss");
    }

    /** The words of the FULLTEXT column for some texts; each word once, so that its place says nothing. */
    public static String index(String... texts) {
        return index(MARK, texts);
    }

    /**
     * The same for a column that is only ever searched within one whole, such as the remarks of one consultation: a word
     * of one is another word than that of the next, so that a search reads no row of a whole that it is not about.
     *
     * @param whole key of what the texts belong to
     */
    public static String indexWithin(long whole, String... texts) {
        return index(markOf(whole), texts);
    }

    private static String index(String mark, String... texts) {
        var lookup = new DictionaryLookup(DICTIONARY);
        var tokens = new LinkedHashSet<String>();
        for (var text : texts) {
            for (var word : words(text)) {
                tokens.add(token(mark, word));
                baseForms(lookup, word).forEach(form -> tokens.add(token(mark, form)));
            }
        }
        return String.join(" ", tokens);
    }

    /**
     * The boolean search for what a person typed: every word must be there in some form, and the last may be just begun.
     * Signs that have a meaning in that language never come through. Nothing when there is no word to look for.
     */
    public static Optional<String> query(String typed) {
        return query(MARK, typed);
    }

    /** The same in a column that {@link #indexWithin} filled. */
    public static Optional<String> queryWithin(long whole, String typed) {
        return query(markOf(whole), typed);
    }

    private static Optional<String> query(String mark, String typed) {
        var words = typedWords(mark, typed);
        var conditions = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var forms = new LinkedHashSet<String>();
            forms.add(words.get(i).itself() + (i == words.size() - 1 ? "*" : ""));
            forms.addAll(words.get(i).baseForms());
            conditions.add(forms.stream().collect(Collectors.joining(" ", "+(", ")")));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", conditions));
    }

    /** What a person typed, word by word, as {@link #index} would keep it; at most eight words. */
    public static List<TypedWord> typedWords(String typed) {
        return typedWords(MARK, typed);
    }

    private static List<TypedWord> typedWords(String mark, String typed) {
        var lookup = new DictionaryLookup(DICTIONARY);
        return words(typed).stream()
                .limit(MOST_WORDS)
                .map(word -> new TypedWord(
                        token(mark, word),
                        baseFormsHoweverSpelt(lookup, word).stream()
                                .map(form -> token(mark, form))
                                .collect(Collectors.toCollection(LinkedHashSet::new))))
                .toList();
    }

    /**
     * A word that a person typed.
     *
     * @param itself as it was typed, without diacritics, in the shape of {@link #index}
     * @param baseForms the words that it may be a form of, in the same shape; empty when the dictionary lacks it
     */
    public record TypedWord(String itself, Set<String> baseForms) {}

    private static List<String> words(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String markOf(long whole) {
        return MARK + whole + "q";
    }

    private static String token(String mark, String word) {
        var folded = fold(word).replaceAll("[^\\p{L}\\p{N}]", "");
        return mark
                + folded.codePoints()
                        .limit(LONGEST_WORD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private static Set<String> baseForms(DictionaryLookup lookup, String word) {
        var forms = new LinkedHashSet<String>();
        for (var found : lookup.lookup(word)) {
            forms.add(found.getStem().toString());
        }
        if (forms.isEmpty() && !word.isEmpty()) {
            var name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            for (var found : lookup.lookup(name)) {
                forms.add(found.getStem().toString());
            }
        }
        return forms;
    }

    // Many type "szkol" for "szkół": a word that the dictionary lacks is tried with each diacritic put back.
    private static Set<String> baseFormsHoweverSpelt(DictionaryLookup lookup, String word) {
        var forms = baseForms(lookup, word);
        if (!forms.isEmpty() || word.length() > LONGEST_WORD) {
            return forms;
        }
        List<String> spellings = List.of("");
        for (int i = 0; i < word.length(); i++) {
            var letters = spellingsOf(word.charAt(i));
            if (spellings.size() * letters.length() > MOST_SPELLINGS) {
                return forms;
            }
            var longer = new ArrayList<String>(spellings.size() * letters.length());
            for (var spelling : spellings) {
                for (int l = 0; l < letters.length(); l++) {
                    longer.add(spelling + letters.charAt(l));
                }
            }
            spellings = longer;
        }
        for (var spelling : spellings) {
            forms.addAll(baseForms(lookup, spelling));
        }
        return forms;
    }

    private static String spellingsOf(char letter) {
        return switch (letter) {
            case 'a' -> "aą";
            case 'c' -> "cć";
            case 'e' -> "eę";
            case 'l' -> "lł";
            case 'n' -> "nń";
            case 'o' -> "oó";
            case 's' -> "sś";
            case 'z' -> "zżź";
            default -> String.valueOf(letter);
        };
    }
}
