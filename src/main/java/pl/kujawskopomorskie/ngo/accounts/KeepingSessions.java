package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Who is signed in, and for how long. Knows nothing of how a person proved who they are: a password does it today, and
 * whatever else may do it tomorrow begins a session here all the same.
 *
 * <p>A session is a chain of refresh tokens, each used once. One that comes back later was copied, so its session ends
 * for everybody who holds a part of it.
 */
@Singleton
public class KeepingSessions {

    /** How long a sign-in lasts, whatever happens. */
    static final Duration LENGTH = Duration.ofDays(14);

    /**
     * How long a token that was just exchanged is still good for the very same exchange: a browser that loads two things at
     * once shows it twice, and one that left a page before it came never saw the new one.
     */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final RefreshTokens tokens;
    private final Persons persons;
    private final AuditLog audit;
    private final Clock clock;
    private final byte[] key;

    KeepingSessions(
            RefreshTokens tokens,
            Persons persons,
            AuditLog audit,
            Clock clock,
            @Property(name = "micronaut.security.token.jwt.signatures.secret.generator.secret") String secret) {
        this.tokens = tokens;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.key = new Secret(secret)
                .successor("refresh tokens".getBytes(StandardCharsets.UTF_8))
                .hash();
    }

    /** Signs a person in who has proven who they are. */
    @Transactional
    public Session begin(long personId) {
        var now = OfficeTime.now(clock);
        var session = new Session(
                personId, UUID.randomUUID().toString(), Secret.random().text(), now.plus(LENGTH));
        keep(session, now);
        audit.record(personId, "SIGNED_IN", "person", Long.toString(personId), "");
        return session;
    }

    /**
     * Notes that somebody could not sign in.
     *
     * @param personId whose account was tried, or null when the address has none
     */
    @Transactional
    public void refuse(@Nullable Long personId) {
        audit.record(null, "SIGN_IN_REFUSED", "person", personId == null ? "" : Long.toString(personId), "");
    }

    /**
     * Notes that sign-ins were stopped after too many tries.
     *
     * @param personId whose account was tried, or null when the address has none
     */
    @Transactional
    public void stop(@Nullable Long personId) {
        audit.record(null, "SIGN_IN_STOPPED", "person", personId == null ? "" : Long.toString(personId), "");
    }

    /**
     * Exchanges a refresh token for the next one. Asked twice at once it gives the same answer twice.
     *
     * @return the session to go on with, or nothing when it has ended
     */
    @Transactional
    public Optional<Session> renew(String refreshToken) {
        var now = OfficeTime.now(clock);
        var shown = new Secret(refreshToken);
        var first = tokens.rotate(shown.hash(), now) == 1;
        var row = tokens.findByTokenHash(shown.hash()).orElse(null);
        if (row == null || row.revokedAt() != null || !row.expiresAt().isAfter(now)) {
            return Optional.empty();
        }
        var next =
                new Session(row.personId(), row.family(), shown.successor(key).text(), row.expiresAt());
        if (first) {
            keep(next, now);
            return Optional.of(next);
        }
        if (row.rotatedAt() != null && !now.isAfter(row.rotatedAt().plus(GRACE))) {
            return Optional.of(next);
        }
        tokens.endFamily(row.family(), now);
        audit.record(null, "SESSION_ENDED_BY_REUSE", "person", Long.toString(row.personId()), "");
        return Optional.empty();
    }

    /** The person of a session, as the database knows them now; nothing when the session or the account was ended. */
    public Optional<Actor> actor(long personId, String family) {
        return persons.findActor(personId, family, OfficeTime.now(clock)).map(ActorRow::actor);
    }

    /** Signs the person out of one session. */
    @Transactional
    public void end(long personId, String family) {
        if (tokens.endFamily(family, OfficeTime.now(clock)) > 0) {
            audit.record(personId, "SIGNED_OUT", "person", Long.toString(personId), "");
        }
    }

    /** Signs the person out of every session. */
    @Transactional
    public void endAll(long personId) {
        tokens.endAll(personId, OfficeTime.now(clock));
        audit.record(personId, "SIGNED_OUT_EVERYWHERE", "person", Long.toString(personId), "");
    }

    private void keep(Session session, Instant now) {
        tokens.save(new RefreshToken(
                null,
                session.personId(),
                session.family(),
                new Secret(session.refreshToken()).hash(),
                now,
                session.expiresAt(),
                null,
                null));
    }
}
