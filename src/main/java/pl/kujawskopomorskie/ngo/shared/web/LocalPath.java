package pl.kujawskopomorskie.ngo.shared.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A path of the portal that came from outside, such as where to go after the sign-in. What would lead a browser anywhere
 * else becomes the home page.
 *
 * @param text begins with one slash
 */
public record LocalPath(String text) {

    /** The home page. */
    public static final LocalPath HOME = new LocalPath("/");

    private static final int LONGEST = 1500;

    /** @throws IllegalArgumentException when the text is no path of ours */
    public LocalPath {
        if (!isLocal(text)) {
            throw new IllegalArgumentException("Not a path of the portal");
        }
    }

    /** The path that was asked for, or the home page when it is none of ours. */
    public static LocalPath of(@Nullable String asked) {
        return asked != null && isLocal(asked) ? new LocalPath(asked) : HOME;
    }

    /** Whether it leads anywhere but the home page. */
    public boolean leadsOn() {
        return !equals(HOME);
    }

    // Browsers read a backslash as a slash, and // as the beginning of another host.
    private static boolean isLocal(String text) {
        if (!text.startsWith("/") || text.startsWith("//") || text.indexOf('\\') >= 0 || text.length() > LONGEST) {
            return false;
        }
        try {
            var uri = new URI(text);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
