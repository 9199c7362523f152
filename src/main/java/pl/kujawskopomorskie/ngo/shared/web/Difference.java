package pl.kujawskopomorskie.ngo.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that two people changed differently.
 *
 * @param labelKey key of its label
 * @param theirs what is saved
 * @param mine what was typed here
 * @param words key of the words of a choice, to be continued with its value; empty for a field of words
 */
public record Difference(String labelKey, String theirs, String mine, String words) {

    /** Adds it to those found, if the two differ. */
    public static void of(List<Difference> found, String labelKey, @Nullable String theirs, @Nullable String mine) {
        of(found, labelKey, theirs, mine, "");
    }

    /** The same of a choice, whose words are keyed by its value. */
    public static void of(
            List<Difference> found, String labelKey, @Nullable String theirs, @Nullable String mine, String words) {
        var saved = theirs == null ? "" : theirs.strip();
        var typed = mine == null ? "" : mine.replace("\r\n", "\n").strip();
        if (!saved.equals(typed)) {
            found.add(new Difference(labelKey, saved, typed, words));
        }
    }

    /** A box that is ticked or not. */
    public static void ofBox(List<Difference> found, String labelKey, @Nullable String theirs, @Nullable String mine) {
        of(found, labelKey, yesNo(theirs), yesNo(mine), "documents.");
    }

    private static String yesNo(@Nullable String box) {
        return "true".equals(box) ? "yes" : "no";
    }
}
