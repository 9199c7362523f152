package pl.kujawskopomorskie.ngo.shared.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * An e-mail address that can be written to. Of RFC 5322 it takes what people have: no quoted or commented local part, and
 * ASCII only, because not every server on the way of a mail takes more.
 *
 * @param text as typed, at most 254 characters
 */
public record EmailAddress(String text) {

    /** Most characters of an address (RFC 5321, 4.5.3.1.3 less the brackets). */
    public static final int MOST = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final int MOST_LOCAL = 64;

    /** @throws IllegalArgumentException when the text is no address */
    public EmailAddress {
        if (text.length() > MOST
                || text.indexOf('@') > MOST_LOCAL
                || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address that was typed, or nothing when it is none. */
    public static Optional<EmailAddress> of(@Nullable String typed) {
        try {
            return Optional.of(new EmailAddress(Typed.line(typed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What makes two addresses the same: hardly any server tells capital letters apart, and no person does. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The part before the @. */
    public String localPart() {
        return text.substring(0, text.indexOf('@'));
    }
}
