package pl.kujawskopomorskie.ngo.events;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;

/**
 * What the links in the mails of a registration carry: to confirm, change, cancel and answer offers. Each later mail needs it again,
 * so it follows from the row's key and the portal's secret; the database keeps its hash only.
 */
@Singleton
final class RegistrationTokens {

    private final LinkTokens tokens;

    RegistrationTokens(@Property(name = LinkTokens.SECRET) String secret) {
        this.tokens = new LinkTokens(secret, "registrations' links");
    }

    /** The token of a registration. */
    String of(long registrationId) {
        return tokens.of("registration " + registrationId);
    }

    /** What the database keeps of a token. */
    static byte[] hash(String token) {
        return LinkTokens.hash(token);
    }
}
