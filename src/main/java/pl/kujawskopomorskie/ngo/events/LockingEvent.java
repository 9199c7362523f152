package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;

/** What every change by the office begins with: whether the actor may, and the lock of the event, before any of its sessions. */
@Singleton
class LockingEvent {

    private final Events events;

    LockingEvent(Events events) {
        this.events = events;
    }

    /** Locks the event of a slug for its office; nobody registers for it until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Locked lock(String slug, Actor actor) {
        var found = events.findBySlug(slug).orElse(null);
        if (found == null || !EventPolicy.maySee(actor, found)) {
            return new Locked(null, new EventChange.NotFound());
        }
        if (!EventPolicy.mayRun(actor)) {
            return new Locked(null, new EventChange.Forbidden());
        }
        // Discarded while this waited for the lock, it is nowhere any more.
        return events.lock(found.key())
                .map(row -> new Locked(row, null))
                .orElseGet(() -> new Locked(null, new EventChange.NotFound()));
    }

    /** As {@link #lock}, and what was cancelled is refused: nothing of it changes any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Locked lockLiving(String slug, Actor actor) {
        var locked = lock(slug, actor);
        return locked.row() != null && locked.row().cancelledAt() != null
                ? new Locked(null, new EventChange.WrongMoment("events.desk.cancelled.already"))
                : locked;
    }

    /**
     * The event, or why not.
     *
     * @param row locked, or null
     * @param refusal or null
     */
    record Locked(@Nullable Event row, @Nullable EventChange refusal) {

        Event event() {
            if (row == null) {
                throw new IllegalStateException("It was refused");
            }
            return row;
        }
    }
}
