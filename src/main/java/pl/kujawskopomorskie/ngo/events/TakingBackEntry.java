package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Who stands at the door takes an entry back: the wrong person was let in. Done twice it is done once, and the entry stays taken back
 * when a phone sends it again. Whom another entry let in as well stays in, and so does whom the office ticked from its list or the stream
 * noted: a door takes back what doors noted.
 */
@Singleton
public class TakingBackEntry {

    private final Events events;
    private final Attendees attendees;
    private final WalkIns walkIns;
    private final DoorEntries entries;
    private final Attendances attendances;
    private final AuditLog audit;
    private final Clock clock;

    TakingBackEntry(
            Events events,
            Attendees attendees,
            WalkIns walkIns,
            DoorEntries entries,
            Attendances attendances,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.attendees = attendees;
        this.walkIns = walkIns;
        this.entries = entries;
        this.attendances = attendances;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes back an entry of an event.
     *
     * @return whether there is such an entry and the actor may
     */
    @Transactional
    public boolean takeBack(String slug, String entryId, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.mayRun(actor)) {
            return false;
        }
        events.lockForReading(event.key());
        var entry = entries.of(event.key(), entryId).orElse(null);
        if (entry == null) {
            return false;
        }
        var attendeeId = entry.attendeeId();
        var walkInId = entry.walkInId();
        if (attendeeId != null) {
            attendees.lock(attendeeId);
        } else if (walkInId != null) {
            walkIns.lock(event.key(), walkInId);
        }
        var now = OfficeTime.now(clock);
        if (entries.undo(entryId, now, actor.personId()) == 0) {
            return true;
        }
        var atSession = entry.sessionId() == null ? 0L : entry.sessionId();
        var out = entries.others(entryId, attendeeId, walkInId, atSession) == 0
                && entries.takenBack(attendeeId, walkInId, atSession) > 0
                && attendances.withdrawFromDoor(attendeeId, walkInId, atSession, now, actor.personId())
                                + (attendeeId == null ? 0 : attendances.backToStream(attendeeId, atSession))
                        > 0;
        audit.record(
                actor.personId(),
                "ENTRY_TAKEN_BACK",
                "event",
                slug,
                (attendeeId != null ? "attendee " + attendeeId : "walk-in " + walkInId) + (out ? "" : ", stays in"));
        return true;
    }
}
