package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;

/**
 * What the links in the mails of a booking carry: to confirm and to cancel. They follow from the row's key and the portal's secret,
 * because each later mail needs them again; the database keeps their hash only.
 */
@Singleton
final class AdvisoryTokens {

    private final LinkTokens tokens;

    AdvisoryTokens(@Property(name = LinkTokens.SECRET) String secret) {
        this.tokens = new LinkTokens(secret, "links of advisory");
    }

    /** The path of a booking. */
    String path(long bookingId) {
        return "/doradztwo/rezerwacja/" + of(bookingId);
    }

    /** The token of a booking. */
    String of(long bookingId) {
        return tokens.of("booking " + bookingId);
    }

    /** What the database keeps of a token. */
    static byte[] hash(String token) {
        return LinkTokens.hash(token);
    }
}
