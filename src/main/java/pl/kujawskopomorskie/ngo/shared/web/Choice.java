package pl.kujawskopomorskie.ngo.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing to choose from in a list or among radio buttons.
 *
 * @param value what the form sends
 * @param key of its text, or null where the text is data
 * @param text as it stands, or null where it has a key
 */
public record Choice(
        String value, @Nullable String key, @Nullable String text) {

    /** A choice whose words are texts of the interface. */
    public static Choice keyed(String value, String key) {
        return new Choice(value, key, null);
    }

    /** A choice whose words are data, such as the name of a department. */
    public static Choice named(String value, String text) {
        return new Choice(value, null, text);
    }
}
