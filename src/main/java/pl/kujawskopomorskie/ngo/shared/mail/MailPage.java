package pl.kujawskopomorskie.ngo.shared.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail as a page.
 *
 * @param mail its row
 * @param pieces its text, with the links found in it
 */
record MailPage(MailMessage mail, List<Piece> pieces) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    static MailPage of(MailMessage mail) {
        var pieces = new ArrayList<Piece>();
        var found = LINK.matcher(mail.body());
        var at = 0;
        while (found.find()) {
            pieces.add(new Piece(mail.body().substring(at, found.start()), null));
            pieces.add(new Piece(found.group(), found.group()));
            at = found.end();
        }
        pieces.add(new Piece(mail.body().substring(at), null));
        return new MailPage(mail, List.copyOf(pieces));
    }

    /**
     * A part of a mail's text.
     *
     * @param text the words
     * @param link where they lead, or null
     */
    record Piece(String text, @Nullable String link) {}
}
