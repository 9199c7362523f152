package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk writes down what is lent and changes what is said of it. */
@Singleton
public class KeepingResources {

    private static final int LONGEST_SLUG = 70;
    private static final Duration AHEAD = Duration.ofDays(3650);

    // Words that stand in our own addresses where the name of a resource would.
    private static final Set<String> OWN_WORDS = Set.of("prosba");

    private final Resources resources;
    private final LentItems items;
    private final AuditLog audit;
    private final Clock clock;

    KeepingResources(Resources resources, LentItems items, AuditLog audit, Clock clock) {
        this.resources = resources;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds one, once, however often the form is sent: the same room twice would have two calendars. */
    public Keeping add(ResourceEntry entry, String formToken, Actor actor) {
        return Races.run(() -> addOnce(entry, formToken, actor));
    }

    /** One try. */
    @Transactional
    protected Keeping addOnce(ResourceEntry entry, String formToken, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Keeping.Forbidden();
        }
        var sent = resources.ofForm(formToken).orElse(null);
        if (sent != null) {
            return new Keeping.Done(sent);
        }
        var errors = entry.check();
        if (errors.any()) {
            return new Keeping.Invalid(errors);
        }
        var slug = Slug.of(entry.name(), LONGEST_SLUG);
        var taken = new HashSet<>(resources.slugsLike(slug));
        taken.addAll(OWN_WORDS);
        var now = OfficeTime.now(clock);
        var saved = resources.save(row(entry, null, Slug.free(slug, taken), now, actor.personId(), now));
        resources.know(saved.key(), formToken);
        audit.record(actor.personId(), "RESOURCE_ADDED", "resource", saved.slug(), saved.name());
        return new Keeping.Done(saved);
    }

    /**
     * Changes one. What is not lent any more keeps the terms that were accepted, and there are never fewer pieces than are lent at
     * any moment to come.
     *
     * @param revision of the row when the clerk opened the form
     */
    @Transactional
    public Keeping change(long id, int revision, ResourceEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Keeping.Forbidden();
        }
        var old = resources.lock(List.of(id)).stream().findFirst().orElse(null);
        if (old == null) {
            return new Keeping.NotFound();
        }
        var errors = entry.check();
        if (errors.any()) {
            return new Keeping.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        if (entry.pieces() < old.pieces()) {
            var until = now.plus(AHEAD);
            var lent = Math.max(
                    Occupancy.most(items.taken(List.of(id), now, until, now), now, until), items.piecesOut(id));
            if (entry.kind() == ResourceKind.EQUIPMENT && entry.pieces() < lent) {
                return new Keeping.Invalid(FormErrors.of("pieces", "lending.resource.pieces.lent", lent));
            }
        }
        if (old.revision() != revision) {
            return new Keeping.Stale(old);
        }
        var saved = resources.update(row(entry, old, old.slug(), old.createdAt(), old.createdBy(), now));
        audit.record(actor.personId(), "RESOURCE_CHANGED", "resource", saved.slug(), saved.name());
        return new Keeping.Done(saved);
    }

    private static Resource row(
            ResourceEntry entry,
            @Nullable Resource old,
            String slug,
            Instant createdAt,
            @Nullable Long createdBy,
            Instant now) {
        var room = entry.kind() == ResourceKind.ROOM;
        var withdrawnAt = old == null || old.withdrawnAt() == null ? now : old.withdrawnAt();
        return new Resource(
                old == null ? null : old.id(),
                entry.kind(),
                slug,
                entry.name(),
                entry.description(),
                room ? entry.address() : "",
                room ? entry.seats() : 0,
                room ? entry.accessibility() : "",
                room ? entry.equipment() : "",
                room ? entry.hours().kept() : "",
                room ? 1 : entry.pieces(),
                entry.inUse() ? null : withdrawnAt,
                createdAt,
                createdBy,
                old == null ? 0 : old.revision());
    }

    /** What came of it. */
    public sealed interface Keeping {

        /** It is saved. */
        record Done(Resource resource) implements Keeping {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Keeping {}

        /** Somebody else changed it meanwhile. */
        record Stale(Resource saved) implements Keeping {}

        /** This person may not. */
        record Forbidden() implements Keeping {}

        /** There is no such resource. */
        record NotFound() implements Keeping {}
    }
}
