package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;

/** What the links in a follower's mail carry: every later mail needs the link to stop. */
@Singleton
final class FollowerTokens {

    private final LinkTokens tokens;

    FollowerTokens(@Property(name = LinkTokens.SECRET) String secret) {
        this.tokens = new LinkTokens(secret, "followers' links");
    }

    /** The token of a follower. */
    String of(long followerId) {
        return tokens.of("follower " + followerId);
    }

    /** What the database keeps of a token. */
    static byte[] hash(String token) {
        return LinkTokens.hash(token);
    }
}
