package pl.kujawskopomorskie.ngo.shared.limits;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Counts tries, over all nodes, and says when there were too many. */
@Singleton
public class LimitingTries {

    private final LimitedTries tries;
    private final Clock clock;

    LimitingTries(LimitedTries tries, Clock clock) {
        this.tries = tries;
        this.clock = clock;
    }

    /**
     * Counts one try and says whether it may go on. A refused try does not count, so that waiting always helps.
     *
     * @param key who or what is limited: an address of the network, of mail, or both
     */
    // No transaction, not even the caller's: each row is seen by everybody at once, so of tries at the same
    // moment never more than the limit go on, and a try counts even where what was tried is undone.
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean allow(Limit limit, String key) {
        return count(limit, key);
    }

    /**
     * The same in the transaction of the caller: a try is undone with it, and of tries at the same moment a few more than the limit may
     * go on. For what is itself guarded against being done twice, and is done by many at once.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean allowHere(Limit limit, String key) {
        return count(limit, key);
    }

    private boolean count(Limit limit, String key) {
        var now = OfficeTime.now(clock);
        var hash = hash(key);
        var counted = tries.save(new LimitedTry(null, limit.what(), hash, now));
        if (tries.countAfter(limit.what(), hash, now.minus(limit.within())) <= limit.most()) {
            return true;
        }
        tries.deleteById(counted.key());
        return false;
    }

    /** Takes back the last try, because nothing came of it that the limit guards. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void takeBack(Limit limit, String key) {
        tries.deleteLast(limit.what(), hash(key));
    }

    /** Forgets the tries of one who has proven to be no guesser. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void forgive(Limit limit, String key) {
        tries.deleteByWhatAndKeyHash(limit.what(), hash(key));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes tries that no limit looks back on any more. */
    @Singleton
    static final class ForgettingTries implements RecurringJob {

        private static final Duration KEPT = Duration.ofDays(2);

        private final LimitedTries tries;
        private final Clock clock;

        ForgettingTries(LimitedTries tries, Clock clock) {
            this.tries = tries;
            this.clock = clock;
        }

        @Override
        public String name() {
            return "forget-tries";
        }

        @Override
        public Rhythm rhythm() {
            return new Rhythm.DailyAt(LocalTime.of(3, 20));
        }

        @Override
        public void run() {
            var limit = OfficeTime.now(clock).minus(KEPT);
            var deleted = 1;
            while (deleted > 0) {
                deleted = tries.deleteSomeBefore(limit);
            }
        }
    }
}
