package pl.kujawskopomorskie.ngo.shared.text;

import java.text.Normalizer;
import java.util.Locale;

/** Names for addresses made from Polish titles: ASCII letters and digits parted by single hyphens. */
public final class Slug {

    private Slug() {}

    /**
     * The slug of a title, cut at a word where it is too long.
     *
     * @param title any text
     * @param longest most characters
     * @return never empty; "sprawa" for a title without a letter or digit
     */
    public static String of(String title, int longest) {
        // Unicode does not take the stroke of ł apart, so it is named.
        var plain = Normalizer.normalize(title.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() > longest) {
            var cut = slug.lastIndexOf('-', longest);
            slug = slug.substring(0, cut > longest / 2 ? cut : longest);
        }
        return slug.isEmpty() ? "sprawa" : slug;
    }
}
