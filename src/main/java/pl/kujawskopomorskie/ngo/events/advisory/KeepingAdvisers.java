package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk writes advisers down and changes what is said of them. */
@Singleton
public class KeepingAdvisers {

    private static final int LONGEST_SLUG = 70;

    private final Advisers advisers;
    private final AuditLog audit;
    private final Clock clock;

    KeepingAdvisers(Advisers advisers, AuditLog audit, Clock clock) {
        this.advisers = advisers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds one, once, however often the form is sent. */
    public Keeping add(AdviserEntry entry, String formToken, Actor actor) {
        return Races.run(() -> addOnce(entry, formToken, actor));
    }

    /** One try. */
    @Transactional
    protected Keeping addOnce(AdviserEntry entry, String formToken, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Keeping.Forbidden();
        }
        var sent = advisers.ofForm(formToken).orElse(null);
        if (sent != null) {
            return new Keeping.Done(sent);
        }
        var account = account(entry);
        var errors = errors(entry, account);
        if (errors.any()) {
            return new Keeping.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        var slug = Slug.of(entry.name(), LONGEST_SLUG);
        var saved = advisers.save(new Adviser(
                null,
                Slug.free(slug, advisers.slugsLike(slug)),
                entry.name(),
                Adviser.subjects(entry.subjects()),
                entry.bio(),
                entry.place(),
                account.orElse(null),
                entry.active() ? null : now,
                now,
                actor.personId(),
                0));
        advisers.know(saved.key(), formToken);
        audit.record(actor.personId(), "ADVISER_ADDED", "adviser", saved.slug(), saved.name());
        return new Keeping.Done(saved);
    }

    /**
     * Changes one. Slots of who left stay with those who booked them, and nobody books any more.
     *
     * @param revision of the row when the clerk opened the form
     */
    @Transactional
    public Keeping change(long id, int revision, AdviserEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Keeping.Forbidden();
        }
        var old = advisers.lock(id).orElse(null);
        if (old == null) {
            return new Keeping.NotFound();
        }
        var account = account(entry);
        var errors = errors(entry, account);
        if (errors.any()) {
            return new Keeping.Invalid(errors);
        }
        if (old.revision() != revision) {
            return new Keeping.Stale(old);
        }
        var left = old.leftAt() == null ? OfficeTime.now(clock) : old.leftAt();
        var changed = advisers.update(new Adviser(
                old.id(),
                old.slug(),
                entry.name(),
                Adviser.subjects(entry.subjects()),
                entry.bio(),
                entry.place(),
                account.orElse(null),
                entry.active() ? null : left,
                old.createdAt(),
                old.createdBy(),
                old.revision()));
        audit.record(actor.personId(), "ADVISER_CHANGED", "adviser", changed.slug(), changed.name());
        return new Keeping.Done(changed);
    }

    private Optional<Long> account(AdviserEntry entry) {
        return EmailAddress.of(entry.account()).flatMap(address -> advisers.personOf(address.key()));
    }

    private static FormErrors errors(AdviserEntry entry, Optional<Long> account) {
        return entry.check()
                .unless(
                        entry.account().isEmpty() || account.isPresent(),
                        "account",
                        "advisory.adviser.account.unknown");
    }

    /** What came of it. */
    public sealed interface Keeping {

        /** It is saved. */
        record Done(Adviser adviser) implements Keeping {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Keeping {}

        /** Somebody else changed it meanwhile. */
        record Stale(Adviser saved) implements Keeping {}

        /** This person may not. */
        record Forbidden() implements Keeping {}

        /** There is no such adviser. */
        record NotFound() implements Keeping {}
    }
}
