package pl.kujawskopomorskie.ngo.accounts.web;

import com.nimbusds.jwt.JWT;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.generator.TokenGenerator;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Session;

/**
 * Signed tokens that name a session for a short while, so that most requests need not exchange anything. They carry no
 * roles: what a person may do is asked of the database each time.
 */
@Singleton
final class AccessTokens {

    static final Duration LENGTH = Duration.ofMinutes(15);

    private static final String FAMILY = "fam";

    private final TokenGenerator generator;
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final Clock clock;

    AccessTokens(TokenGenerator generator, JsonWebTokenValidator<JWT, HttpRequest<?>> validator, Clock clock) {
        this.generator = generator;
        this.validator = validator;
        this.clock = clock;
    }

    String issue(Session session) {
        var now = clock.instant();
        return generator
                .generateToken(Map.of(
                        "sub",
                        Long.toString(session.personId()),
                        FAMILY,
                        session.family(),
                        "iat",
                        Date.from(now),
                        "exp",
                        Date.from(now.plus(LENGTH))))
                .orElseThrow(() -> new IllegalStateException("No signature is configured for access tokens"));
    }

    /** What a token says, if we signed it and its time has not run out. */
    Optional<Named> read(@Nullable String token, HttpRequest<?> request) {
        if (token == null) {
            return Optional.empty();
        }
        return validator.validate(token, request).flatMap(this::named);
    }

    private Optional<Named> named(JWT jwt) {
        try {
            var claims = jwt.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            var family = claims.getStringClaim(FAMILY);
            if (expires == null || family == null || !expires.toInstant().isAfter(clock.instant())) {
                return Optional.empty();
            }
            return Optional.of(new Named(Long.parseLong(claims.getSubject()), family));
        } catch (ParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The session that a token names. */
    record Named(long personId, String family) {}
}
