package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Shutting an account and opening it again. */
@Singleton
public class BlockingAccounts {

    private final Persons persons;
    private final RefreshTokens tokens;
    private final Links links;
    private final AuditLog audit;
    private final Clock clock;

    BlockingAccounts(Persons persons, RefreshTokens tokens, Links links, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Shuts an account: its sessions and links end at once, and nobody can sign in to it. */
    @Transactional
    public Managed block(Actor actor, long personId) {
        return change(actor, personId, Person.State.ACTIVE, Person.State.BLOCKED, "ACCOUNT_BLOCKED");
    }

    /** Opens a blocked account again. The person has to sign in anew. */
    @Transactional
    public Managed unblock(Actor actor, long personId) {
        return change(actor, personId, Person.State.BLOCKED, Person.State.ACTIVE, "ACCOUNT_UNBLOCKED");
    }

    private Managed change(Actor actor, long personId, Person.State from, Person.State to, String action) {
        var refusal = AccountPolicy.refusal(actor, personId);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var person = persons.lock(personId).orElse(null);
        if (person == null || person.state() == Person.State.ERASED) {
            return new Managed.NotFound();
        }
        if (person.state() != from) {
            return new Managed.Conflict();
        }
        persons.update(person.withState(to));
        tokens.endAll(personId, OfficeTime.now(clock));
        links.end(personId);
        audit.record(actor.personId(), action, "person", Long.toString(personId), "");
        return new Managed.Done();
    }
}
