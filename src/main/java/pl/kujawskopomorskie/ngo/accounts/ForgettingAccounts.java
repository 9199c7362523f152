package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Deletes what has run out: tokens, links, and accounts that were asked for and never confirmed. */
@Singleton
class ForgettingAccounts implements RecurringJob {

    static final Duration UNCONFIRMED_KEPT = Duration.ofDays(14);

    private final Persons persons;
    private final RefreshTokens tokens;
    private final OneTimeLinks links;
    private final Clock clock;

    ForgettingAccounts(Persons persons, RefreshTokens tokens, OneTimeLinks links, Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-accounts";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 30));
    }

    @Override
    public void run() {
        var now = OfficeTime.now(clock);
        var deleted = 1;
        while (deleted > 0) {
            deleted = tokens.deleteSomeExpired(now);
        }
        deleted = 1;
        while (deleted > 0) {
            deleted = links.deleteSomeExpired(now.minus(UNCONFIRMED_KEPT));
        }
        for (var id : persons.someNeverConfirmed(now.minus(UNCONFIRMED_KEPT))) {
            forget(id);
        }
    }

    @Transactional
    void forget(long personId) {
        var person = persons.lock(personId).orElse(null);
        if (person != null && person.state() == Person.State.UNCONFIRMED) {
            links.deleteByPersonId(personId);
            persons.deleteUnconfirmed(personId);
        }
    }
}
