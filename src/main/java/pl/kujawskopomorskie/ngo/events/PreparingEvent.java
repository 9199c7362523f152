package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk begins an event, writes and changes what is announced of it, or throws a draft away. */
@Singleton
public class PreparingEvent {

    private static final int LONGEST_SLUG = 70;

    // Words that stand in our own addresses where the name of an event would.
    private static final Set<String> OWN_WORDS = Set.of("nowe", "zgloszenie");

    private final Events events;
    private final Sessions sessions;
    private final ProgrammeRows programme;
    private final LockingEvent locking;
    private final IndexingEvents indexing;
    private final TellingRegistered telling;
    private final AuditLog audit;
    private final Clock clock;

    PreparingEvent(
            Events events,
            Sessions sessions,
            ProgrammeRows programme,
            LockingEvent locking,
            IndexingEvents indexing,
            TellingRegistered telling,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.programme = programme;
        this.locking = locking;
        this.indexing = indexing;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an event with what is known so far; it gets its address from its title, for good. */
    @Transactional
    public EventChange begin(EventEntry entry, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new EventChange.Forbidden();
        }
        var errors = entry.check();
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        var saved = begin(entry, entry.title(), null, actor, OfficeTime.now(clock));
        audit.record(actor.personId(), "EVENT_BEGUN", "event", saved.slug(), saved.title());
        return new EventChange.Done(saved);
    }

    /** Begins what was checked, in the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Event begin(EventEntry entry, String named, @Nullable Long seriesOf, Actor actor, Instant now) {
        var saved = events.save(entry.begun(freeSlug(named), seriesOf, actor.personId(), now));
        indexing.index(saved);
        return saved;
    }

    /**
     * Changes what is stated of an event. Who registered learns by mail when the place of one that is still to come changes.
     *
     * @param revision of the event when the clerk opened the form
     */
    @Transactional
    public EventChange change(String slug, int revision, EventEntry entry, Actor actor) {
        var locked = locking.lockLiving(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var old = locked.event();
        var now = OfficeTime.now(clock);
        var errors = entry.check();
        if (old.publishedAt() != null) {
            errors = errors.and(lost(old, entry, now));
        }
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        if (old.revision() != revision) {
            return new EventChange.Stale();
        }
        var moved =
                old.publishedAt() != null && !old.venue().equals(entry.venue()) && programme.lastsAt(old.key(), now);
        var changed = events.update(entry.over(old, moved, now));
        indexing.index(changed);
        if (moved) {
            telling.changed(changed.key(), TellingRegistered.WHOLE_EVENT, changed.calendarSequence());
        }
        audit.record(actor.personId(), "EVENT_CHANGED", "event", slug, changed.title());
        return new EventChange.Done(changed);
    }

    /** Throws a draft away with its programme and questions. What was announced is cancelled instead, in the open. */
    @Transactional
    public EventChange discard(String slug, Actor actor) {
        var locked = locking.lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        if (event.publishedAt() != null) {
            return new EventChange.WrongMoment("events.desk.discard.published");
        }
        if (programme.followers(event.key()) > 0) {
            return new EventChange.WrongMoment("events.desk.discard.series");
        }
        programme.deleteMaterials(event.key());
        programme.deleteSpeakers(event.key());
        programme.deleteSessions(event.key());
        programme.deleteQuestions(event.key());
        programme.deleteEvent(event.key());
        audit.record(actor.personId(), "EVENT_DISCARDED", "event", slug, event.title());
        return new EventChange.Done(event);
    }

    private FormErrors lost(Event old, EventEntry entry, Instant now) {
        var all = sessions.of(old.key());
        var errors = RunningEvent.lost(old, all, entry.over(old, false, now), all);
        if (old.registrationOpensAt() == null || entry.registrationOpensAt() != null) {
            return errors;
        }
        // Without a term its page would bid everybody come, to a room that may be booked out.
        var registered = programme.living(old.key(), now);
        return errors.unless(registered == 0, "opensOn", "events.form.term.registered", registered);
    }

    private String freeSlug(String named) {
        var slug = Slug.of(named, LONGEST_SLUG);
        var taken = new HashSet<>(events.slugsLike(slug));
        taken.addAll(OWN_WORDS);
        return Slug.free(slug, taken);
    }
}
