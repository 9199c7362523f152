package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.OneTimeLink.Purpose;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** One-time links: made, looked at as often as a mail scanner likes, and used once. */
@Singleton
class Links {

    private final OneTimeLinks rows;
    private final Clock clock;

    Links(OneTimeLinks rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A new link; earlier ones for the same purpose stop working, so that only the newest mail matters. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Secret make(Purpose purpose, long personId, @Nullable String newEmail) {
        rows.deleteUnused(personId, purpose);
        var now = OfficeTime.now(clock);
        var secret = Secret.random();
        rows.save(
                new OneTimeLink(null, purpose, personId, secret.hash(), newEmail, now, now.plus(purpose.life()), null));
        return secret;
    }

    /** The link, if it still works; it goes on working. */
    Optional<OneTimeLink> look(Purpose purpose, String token) {
        return rows.findAlive(new Secret(token).hash(), purpose, OfficeTime.now(clock));
    }

    /** Uses the link up; nothing when it does not work any more, or when somebody else was quicker. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<OneTimeLink> use(Purpose purpose, String token) {
        var link = look(purpose, token);
        return link.isPresent() && rows.use(new Secret(token).hash(), purpose, OfficeTime.now(clock)) == 1
                ? link
                : Optional.empty();
    }

    /** Ends whatever links of the account still wait. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(long personId) {
        rows.deleteUnused(personId);
    }
}
