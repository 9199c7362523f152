package pl.kujawskopomorskie.ngo.events.after;

import java.net.URI;
import java.net.URISyntaxException;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a material.
 *
 * @param kind what it is
 * @param audience for whom
 * @param title as readers see it
 * @param url where it is, unless it is a file
 * @param sessionId of which session, or 0 for the event as a whole
 * @param content bytes of the file, possibly none
 * @param fileName as sent
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
public record MaterialEntry(
        Material.Kind kind,
        Material.Audience audience,
        String title,
        String url,
        long sessionId,
        byte[] content,
        String fileName) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_URL = 500;

    /** What is wrong with it by itself. */
    FormErrors check() {
        var elsewhere = kind != Material.Kind.FILE;
        return FormErrors.none()
                .unless(!elsewhere || !url.isEmpty(), "url", "events.material.url.missing")
                .unless(!elsewhere || url.length() <= LONGEST_URL, "url", "forms.tooLong", LONGEST_URL)
                .unless(!elsewhere || isAddress(url), "url", "events.material.url.wrong")
                .unless(!title.isEmpty(), "title", "events.material.title.missing")
                .unless(Typed.length(title) <= LONGEST_TITLE, "title", "forms.tooLong", LONGEST_TITLE);
    }

    private static boolean isAddress(String url) {
        try {
            var address = new URI(url);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
