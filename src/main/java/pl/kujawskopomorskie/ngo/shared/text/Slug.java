package pl.kujawskopomorskie.ngo.shared.text;

import java.util.Collection;
import java.util.stream.Stream;

/** Names for addresses made from Polish titles: ASCII letters and digits parted by single hyphens. */
public final class Slug {

    // A title cut after "on works at" would end in the middle of a phrase.
    private static final String LEADS_ON =
            "(-(?:a|albo|dla|do|i|jako|lub|na|nad|o|od|oraz|po|pod|przez|przy|u|w|we|z|za|ze))+$";

    private Slug() {}

    /**
     * The slug of a title, cut at a word where it is too long.
     *
     * @param title any text
     * @param longest most characters
     * @return never empty; "sprawa" for a title without a letter or digit
     */
    public static String of(String title, int longest) {
        var plain = PolishSearch.fold(title);
        var slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() > longest) {
            var cut = slug.lastIndexOf('-', longest);
            slug = slug.substring(0, cut > longest / 2 ? cut : longest).replaceAll(LEADS_ON, "");
        }
        return slug.isEmpty() ? "sprawa" : slug;
    }

    /**
     * The slug itself, or with the lowest number from 2 on that makes it one that is not taken.
     *
     * @param taken the slug and its numbered followers, as far as they are in use or may not be used
     */
    public static String free(String slug, Collection<String> taken) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? slug : slug + "-" + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }
}
